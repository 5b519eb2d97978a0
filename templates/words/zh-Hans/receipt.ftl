### The receipt of a person's consents, as a letter.

receipt-subject = 您的回执：{ $sender }的邮件
receipt-intro = 以下是{ $sender }截至{ $date }持有的、有关您同意接收邮件的记录。您可以根据需要保存。
receipt-what =
    { $list ->
        [topic] “{ $name }”
        [partner] { $name }的邮件
        [company] 公司邮件
       *[partners] 合作伙伴邮件
    }
receipt-state =
    { $state ->
        [given] 您于{ $date }表示同意
        [granted] 自{ $date }起默认开启：{ $basis }
        [withdrawn] 您于{ $date }表示拒绝
        [refused] 您于{ $date }表示拒绝
       *[open] 您没有表态
    }
receipt-where = 途径
receipt-words = 当时向您显示的文字
receipt-policy = 我们隐私政策的版本
receipt-partners = 合作伙伴邮件由我们自己发送。合作伙伴不会得到您的任何信息。
receipt-change = 您可以随时更改或停止其中任何一项：
receipt-link = 您的邮件选择
receipt-file = 附件包含相同的内容以及此前的全部记录，可供程序读取。
receipt-number = 回执编号：{ $number }

## Asking for one on the preference page
receipt-ask-title = 回执
receipt-ask-about = 回执会列明您同意和拒绝了什么、在何时、依据哪些文字。我们会将其发送到您本人的邮箱。
receipt-ask = 向我发送回执
receipt-sent-title = 请查看您的邮箱
receipt-sent = 如果我们可以向您的地址发送邮件，回执正在发送途中。一小时内我们只发送有限的几封。
