### Reporting that an address belongs to a child.

child-title = 儿童的邮箱地址
child-heading = 这个邮箱地址属于儿童吗？
child-lead = 如果 { $address } 的使用者未满 { $age } 岁，请告诉我们。
child-lead-typed = 如果使用者未满 { $age } 岁，请告诉我们其邮箱地址。
child-stops = 我们会立即停止向该地址发送所有公司邮件和所有合作伙伴邮件。
child-erases = 我们会删除该地址，以及我们持有的有关此人的所有其他信息。
child-keeps = 我们只保留由该地址生成的一个代码，以免该地址再次进入我们的名单。
child-for-good = 此操作无法撤销。
child-erase-by-link = 如果还要删除所有信息，请打开我们所发邮件末尾的链接，并在那里选择“{ $name }”。
child-erase-by-mail = 您也可以写信给我们，由工作人员处理。
child-address = 邮箱地址
child-address-bad = 这不是邮箱地址。邮箱地址的格式如下：name@example.org
child-later = 一小时内，您所在的网络已报告许多地址。请在一小时后报告此地址。
child-report = 报告
child-report-and-erase = 报告并删除所有信息
child-done-title = 谢谢，已完成
child-done-erased = 我们已停止向 { $address } 发送所有公司邮件和所有合作伙伴邮件，并删除了我们持有的有关此人的信息。
child-done-before = 此前已有人报告过，因此没有任何更改。
child-done-typed = 如果您提供的地址在我们的名单中，我们不会再向其发送公司邮件和合作伙伴邮件。
