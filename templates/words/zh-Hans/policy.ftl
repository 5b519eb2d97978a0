### A new version of the privacy policy: its notice by mail, and its page.

## The notice
policy-mail-subject = 我们的隐私政策有哪些变化
policy-mail-lead = 我们发布了隐私政策版本 { $version }。变化如下：
policy-mail-choose = 请阅读，并选择同意或拒绝：
policy-mail-write = 您也可以通过邮件表示拒绝：请写信至 { $address }。
policy-mail-why = 这是一份法律通知。无论选择了接收哪些邮件，凡是我们持有其邮箱地址的人都会收到。

## What it brings
policy-new-uses =
    { $uses ->
        [company] 此版本为公司邮件（有关{ $sender }的推广邮件）引入了对您数据的新用途。
        [partner] 此版本为合作伙伴邮件（我们代其他公司发送的推广邮件）引入了对您数据的新用途。
        [both] 此版本为公司邮件和合作伙伴邮件引入了对您数据的新用途。
       *[none] 此版本没有为推广邮件引入对您数据的新用途。
    }
policy-in-force-from = 此版本自{ $date }起生效。
policy-in-force-since = 此版本已于{ $date }生效。
policy-followed = 此后我们又发布了更新的版本。您仍可对此版本作出答复。

## What follows from each answer
policy-nothing-new-days =
    { $days ->
        [0] 如果您不作任何操作，我们只记录已告知您，不视为您同意。届时新内容将适用于发给您的邮件。
       *[other] 如果您不作任何操作，我们只记录已告知您，不视为您同意。新内容最早在我们发出通知 { $days } 天后适用于发给您的邮件。
    }
policy-nothing-new-from = 如果您不作任何操作，我们只记录已告知您，不视为您同意。新内容自{ $date }起适用于发给您的邮件。
policy-nothing-same = 如果您不作任何操作，我们只记录已告知您，不视为您同意。您的邮件按您的选择照常发送。
policy-if-no = 如果您拒绝，我们会立即停止向您发送所有公司邮件和所有合作伙伴邮件。
policy-if-yes = 如果您同意，我们会记录下来。这不会开启您未选择的任何邮件。

## The page
policy-title = 隐私政策，版本 { $version }
policy-heading = 我们的隐私政策有哪些变化
policy-changes = 变化内容
policy-answer = 您的答复
policy-no = 拒绝
policy-yes = 同意
policy-whole = 政策全文，版本 { $version }
policy-you-said-no = 您已于{ $date }拒绝。我们不向您发送公司邮件和合作伙伴邮件。
policy-you-said-no-other = 您拒绝了另一个版本。我们不向您发送公司邮件和合作伙伴邮件。
policy-you-said-yes = 您已于{ $date }同意。
policy-again = 如果您想重新接收邮件，请重新订阅。我们会向您发送一个链接，您使用链接后订阅才生效。
policy-sign-up = 重新订阅

## What was recorded
policy-declined = 您已拒绝版本 { $version }
policy-declined-lead = 已于{ $date }记录。从现在起，我们不向您发送公司邮件和合作伙伴邮件。
policy-declined-before = 您已于{ $date }拒绝，因此没有任何更改。我们不向您发送公司邮件和合作伙伴邮件。
policy-accepted = 您已同意版本 { $version }
policy-accepted-lead = 已于{ $date }记录。您的邮件按您的选择照常发送。
policy-accepted-before = 您已于{ $date }同意，因此没有任何更改。
policy-still-no = 您此前的拒绝仍然有效
policy-still-no-lead = 您此前已拒绝。任何拥有这封邮件的人都可以点击该按钮，因此在这里选择同意不会重新开启您的邮件。
policy-undo-about = 撤销会收回您的答复，如同您从未答复。
policy-undone = 您的答复已收回
policy-undone-lead = 如同您没有答复过。您可以随时答复。
policy-back = 返回政策页面

## On the preference page
policy-standing-title = 我们的隐私政策
policy-standing-read = 阅读我们的隐私政策版本 { $version }
policy-standing-said-no = 您已于{ $date }拒绝版本 { $version }。我们不向您发送公司邮件和合作伙伴邮件。
policy-standing-said-yes = 您已于{ $date }同意版本 { $version }。
policy-standing-told = 我们已于{ $date }告知您版本 { $version }。您尚未答复，这不视为您同意。
policy-standing-not-told = 我们未能通过邮件告知您版本 { $version }。
