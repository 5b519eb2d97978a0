### Signing up: the public form, the letter that asks for a confirmation, and the page behind its link.

## The form
signup-title = 订阅{ $sender }的邮件
signup-lead = 请选择您想接收的内容。我们会先向您的地址发送一封邮件，只有使用其中的链接后，邮件才会开启。
signup-about-you = 关于您
signup-address = 您的邮箱地址
signup-name = 您的姓名（可不填）
signup-wants = 您想接收什么？
signup-wants-partner = 合作伙伴的邮件
signup-wants-partner-is = 这与公司邮件是分开的。由{ $sender }代其他公司发送，这些公司不会得到您的邮箱地址。
signup-partner-off = 您的浏览器要求网站不要共享或出售数据，因此合作伙伴邮件保持关闭。

# The exact words beside a box.
signup-box =
    { $list ->
        [company] 请向我发送所有公司邮件：有关{ $sender }的推广邮件。
        [topic] 请向我发送“{ $name }”：有关{ $sender }的推广邮件。
        [partners] 请向我发送合作伙伴的邮件。邮件由{ $sender }发送，合作伙伴不会得到我的邮箱地址。
       *[partner] 请向我发送{ $name }的邮件。邮件由{ $sender }发送，{ $name }不会得到我的邮箱地址。
    }
signup-can-stop = 我可以随时停止：每封邮件中都可一键停止。

signup-age = 您的年龄？
signup-age-over = { $age } 岁或以上
signup-age-under = 未满 { $age } 岁
signup-age-why = 我们不向儿童发送邮件。您的回答不会被保留。
signup-send = 订阅

## What is wrong with the form
signup-faults = 请再检查一下
signup-fault-address-missing = 缺少您的邮箱地址，请输入。
signup-fault-address = 这不是邮箱地址。邮箱地址需要包含名称、@ 和域名，例如 ada@example.org。
signup-fault-name = 姓名过长，或含有换行。请缩短，或不填。
signup-fault-wants = 您没有选择任何内容。请勾选您想接收的内容。
signup-fault-gone = 您选择的内容中有一项我们已不再提供。请重新选择。
signup-fault-age = 请告诉我们您的年龄。

## After the form
signup-sent-title = 请查看您的邮箱
signup-sent = 如果我们可以向 { $address } 发送邮件，一封带有链接的邮件正在发送途中。只有在您使用链接后，我们才会开始发送。
signup-sent-hours = 链接 { $hours } 小时内有效。
signup-sent-none-title = 一小时后仍未收到邮件？
signup-sent-none-spam = 请查看垃圾邮件文件夹，并检查上方的地址是否有误。
signup-sent-none-stopped = 如果某个地址曾要求我们不再发送邮件，或无法送达，我们不会向其发送邮件。如果那是您的地址，请从该地址写信至 { $contact }。
signup-young-title = 我们无法为您订阅
signup-young = 订阅者须年满 { $age } 岁。您输入的内容我们没有保留。
signup-later-title = 请稍后重试
signup-later = 一小时内，您所在的网络已有许多人订阅。您输入的内容没有问题。

## The letter that asks
signup-letter-subject = 请确认：{ $sender }的邮件
signup-letter-asked = 有人向{ $sender }提供了此地址，以订阅：
signup-letter-open = 如果是您本人，请打开此页面并点击其中的按钮。链接 { $hours } 小时内有效。
signup-letter-link = 确认或拒绝
signup-letter-not = 如果不是您本人，无需任何操作。您不会因此收到邮件，所输入的内容会在 { $days } 天后删除。

## The page behind the link
signup-confirm-title = 这是您想要的吗？
signup-confirm-yes = 是，请发送给我
signup-child = 有人告知我们，此地址属于儿童。如果您同意，也即表示该说法有误，并且您已年满 { $age } 岁。
signup-confirm-no = 如果不是，请关闭此页面。您不会因此收到邮件，所输入的内容会在 { $days } 天后删除。
signup-done-title = 您已订阅
signup-done-none-title = 这些邮件保持关闭
signup-done-on = 从现在起，您会收到：
signup-done-off = 以下邮件已通过其他方式停止，将保持关闭。如果您想接收，请写信至 { $contact }：
signup-done-partner-off = 合作伙伴邮件保持关闭，因为您的浏览器要求网站不要共享或出售数据。
signup-done-receipt = 回执正在发往您的邮箱。
signup-done-change = 更改或停止其中任何一项
signup-over-title = 此链接已过期
signup-over = 链接的有效期为 { $hours } 小时。没有任何更改。您可以随时重新订阅。
signup-again = 重新订阅

## The form for other pages
signup-embed-title = 在您自己的页面上使用此表单
signup-embed = 请复制以下 HTML。它不需要脚本，也不需要 Cookie，并会沿用您页面的外观。
signup-embed-again = 添加主题或合作伙伴后，请重新复制。用户所同意的内容，由我们再次向其显示。
signup-embed-code = 要复制的 HTML
