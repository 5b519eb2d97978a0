### Words in mail.

## The end of each promotional message
mail-footer-company = 这是公司邮件：{ $sender }的广告。列表：{ $list }。
mail-footer-partner = 这是合作伙伴邮件：{ $sender }代合作伙伴发送的广告。列表：{ $list }。
mail-footer-unsubscribe = 退订“{ $list }”
mail-footer-choices = 您的所有选择

## What the two streams are called as lists
mail-list-company = { $sender }资讯
mail-list-partner = { $sender }的合作伙伴邮件
mail-list-company-nameless = 公司资讯
mail-list-partner-nameless = 合作伙伴邮件
