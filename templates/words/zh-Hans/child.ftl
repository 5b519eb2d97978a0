### Reporting that an address belongs to a child.

child-title = 儿童的邮箱地址
child-heading = 这个邮箱地址属于儿童吗？
child-lead = 如果 { $address } 的使用者未满 { $age } 岁，请告诉我们。
child-lead-typed = 如果使用者未满 { $age } 岁，请告诉我们其邮箱地址。
child-stops = 我们会立即停止向该地址发送所有公司邮件和所有合作伙伴邮件。
child-writes = 如果我们持有该地址，我们会向其发送邮件：通过该邮件可以删除所有信息；如果报告有误，也可以撤回报告。
child-erases = 我们会删除该地址，以及我们持有的有关此人的所有其他信息。
child-keeps = 我们只保留由该地址生成的一个代码，以免该地址再次进入我们的名单。
child-for-good = 此操作无法撤销。
child-erase-by-link = 如果还要删除所有信息，请打开我们所发邮件末尾的链接，并在那里选择“{ $name }”。
child-erase-by-mail = 您也可以写信给我们，由工作人员处理。
child-address = 邮箱地址
child-address-bad = 这不是邮箱地址。邮箱地址的格式如下：name@example.org
child-later = 目前报告的地址过多，因此我们没有接受此地址。请稍后再次报告，或写信给我们。
child-report = 报告
child-done-title = 谢谢，已完成
child-done-stopped = 我们已停止向 { $address } 发送所有公司邮件和所有合作伙伴邮件。没有删除任何信息。
child-done-erased = 我们已停止向 { $address } 发送所有公司邮件和所有合作伙伴邮件，并删除了我们持有的有关此人的信息。
child-done-before = 此前已有人报告过，因此没有任何更改。
child-done-typed = 从现在起，我们不会再向您提供的地址发送公司邮件和合作伙伴邮件。此刻正在发送途中的邮件仍可能送达。

child-letter-title = 同时删除所有信息
child-letter-about = 只有发送到 { $address } 的链接才能删除我们持有的有关此人的信息。同一封邮件中还有一个链接，如果报告有误，可用它撤回报告。
child-letter-button = 发送该邮件
child-letter-sent = 包含链接的邮件正在发往 { $address }。

child-mail-subject = 此地址被报告为儿童的地址
child-mail-lead = 有人告知 { $sender }，此地址属于未满 { $age } 岁的儿童。因此，我们已停止向其发送所有公司邮件和所有合作伙伴邮件。没有删除任何信息。
child-mail-not = 这不是儿童的地址
child-mail-erase = 删除与此地址有关的所有信息
child-mail-days = 两个链接的有效期均为三天。如果报告属实且无需删除任何信息，您无需任何操作。

child-erase-title = 删除有关儿童的所有信息
child-not-title = 不是儿童的地址
child-not-lead = 按下按钮即表示您已年满 { $age } 岁。报告随即撤回，之前的选择重新生效。
child-not-button = 是，撤回报告
child-lifted-title = 报告已撤回
child-lifted = 之前的选择重新生效。
child-stays = 另有一份报告称此地址属于儿童。该报告仍然有效。
child-expired = 链接的有效期为三天。没有任何更改。您可以申请新的链接。
