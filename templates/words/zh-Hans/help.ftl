### The page that says how to stop mail.

help-title = 如何停止接收邮件
help-lead = 您可以随时停止接收推广邮件，无需账户，也无需密码。
help-link = 使用我们任意一封邮件中的链接
help-link-how = 停止邮件的链接位于每封推广邮件的末尾。打开后是一个带有一个按钮的页面。旧邮件中的链接同样有效。
help-program = 或使用您的邮件程序
help-program-how = 许多邮件程序会在发件人名称旁显示“退订”。使用它可停止接收同类邮件。
help-kinds = 推广邮件分为两类
help-kinds-apart = 您可以对每一类分别作出选择。与您的订单和账户有关的邮件，以及法律通知，不属于推广邮件，您仍会收到。
help-reach = 如何联系我们
help-reach-how = 您发送至 { $address } 的邮件由工作人员阅读。您也可以寄信至下方的地址。
