### Words that every page or several of them have.

## Dates
common-date =
    { $year }年{ $month ->
        [1] 1月
        [2] 2月
        [3] 3月
        [4] 4月
        [5] 5月
        [6] 6月
        [7] 7月
        [8] 8月
        [9] 9月
        [10] 10月
        [11] 11月
       *[12] 12月
    }{ $day }日
common-moment = { $date } { $time }（UTC）

## What stands around every page
common-skip = 跳到正文
common-tagline = 您的邮件选择
common-help-title = 帮助与联系方式
common-how-to-stop = 如何停止接收邮件
common-write-to = 写信至 { $address }
common-sender-title = 邮件由谁发送
common-for = { $address } 的选择

## Sentences that several pages share
common-write-to-stop = 请发邮件至 { $address }，内容不限。我们会停止向您发信所用的地址发送邮件。
common-company-mail = 公司邮件
common-partner-mail = 合作伙伴邮件
common-company-mail-is = 有关{ $sender }的推广邮件。
common-partner-mail-is = 我们代其他公司发送的推广邮件。这些公司不会得到您的邮箱地址。
common-still-comes = 您仍会收到与您的订单和账户有关的邮件，以及法律通知。
common-what-you-can-do = 您可以怎么做
common-or-write = 或者写信给我们

## A link that does not work
common-refused-title = 此链接无法使用
common-refused-lead = 链接在传送过程中可能被截断了。没有任何更改。
common-refused-newest = 请使用我们最新邮件中的链接
common-refused-newest-how = 链接位于邮件末尾。如果您复制链接，请完整复制：有些邮件程序会把长链接分成两行。

## Our own failure
common-error-title = 抱歉，出错了
common-error-lead = 问题出在我们这边，与您的操作无关。
common-error-again = 请重试
common-error-again-how = 请重新打开邮件中的链接。链接仍然有效。
common-error-acting = 我们无法确定您的选择是否已保存。请返回并再次点击按钮，重复点击不会有任何不良影响。
common-error-number = 如果您就此问题写信给我们，请注明以下编号：{ $incident }
common-busy-title = 请一分钟后重试
common-busy-lead = 我们暂时无法响应。问题出在我们这边。
common-busy-again-how = 请等待一分钟，然后重新打开邮件中的链接。链接仍然有效。

common-elsewhere-title = 此表单来自其他网站
common-elsewhere-lead = 因此未执行任何操作。请打开我们的页面，并在那里按下按钮。
common-elsewhere-open = 打开我们的页面
common-stale = 此页面打开时间过长，或表单不完整。尚未执行任何操作：请再次按下按钮。
