### What people do with their own data, on pages and in the letters that complete it.

## On the preference page
data-title = 您的数据
data-about = 对于以下每一项，我们都会向您的邮箱发送一个链接。链接半小时内有效，在您使用链接之前，不会有任何更改。
data-see = 查看并更正我们掌握的您的信息
data-download = 获取您的数据副本
data-erase = 删除我的数据
data-move-title = 更改您的邮箱地址
data-move = 您的新邮箱地址
data-move-button = 发送链接

## The answer
data-asked-title = 请查看您的邮箱
data-asked = 我们已向 { $address } 发送邮件。目前没有任何更改：请在 30 分钟内打开邮件中的链接。
data-asked-more = 我们已向 { $address } 发送邮件。请在 30 分钟内打开邮件中的链接并确认；在此之前，以上各项均不会更改。
data-asked-often-title = 请查找我们最近发送的邮件
data-asked-often = 一小时内，我们已向 { $address } 发送了多封邮件。请使用最新一封中的链接，或一小时后再来。

## The page behind a link
data-see-title = 我们掌握的您的信息
data-see-lead = 请更正有误之处；不希望我们知道的内容，请留空。
data-see-address = 邮箱地址
data-see-button = 保存
data-field-name = 姓名
data-field-zip = 邮政编码
data-field-age = 年龄段
data-field-income = 收入区间
data-field-language = 语言，例如 en 或 pt-BR
data-field-zone = 时区，例如 Europe/Berlin
data-wrong = 未能保存。请修改：
data-mend =
    { $field ->
        [name] 姓名：请写在一行内，不超过 200 个字符。
        [zip] 邮政编码：不超过 12 个字符，仅限字母 A 至 Z、数字、空格和连字符。
        [age] 年龄段：请填写年龄范围，例如 30-39 或 65+。
        [income] 收入区间：请写在一行内，不超过 40 个字符。
        [language] 语言：请使用简短代码，例如 en 或 pt-BR。
       *[zone] 时区：请使用时区名称，例如 Europe/Berlin。
    }
data-leave-title = 更改您的邮箱地址
data-leave-lead = 点击按钮后，我们会向新地址发送一个链接。使用该链接后，您的地址才会更改。在此之前，一切保持不变。
data-leave-button = 是，发邮件至新地址
data-arrive-title = 这是您的邮箱地址吗？
data-arrive-lead = 点击按钮后，您的所有选择将适用于此地址，我们不再向原地址发送邮件。
data-arrive-button = 是，使用此地址
data-new-address = 新地址：{ $address }
data-opt-in-title = 更多邮件
data-opt-in-lead = 点击按钮，即表示您声明：
data-opt-in-after = 您可以随时停止：每封邮件中都可一键停止。
data-opt-in-button = 是，我需要
data-opt-in-wording =
    { $list ->
        [topic] 是，请通过电子邮件向我发送{ $sender }的“{ $name }”。
        [partner] 是，请通过电子邮件向我发送{ $name }的邮件。邮件由{ $sender }发送，我的邮箱地址不会被转交。
        [company] 是，请通过电子邮件向我发送有关{ $sender }的推广邮件。
        [partners] 是，请通过电子邮件向我发送其他公司的推广邮件。邮件由{ $sender }发送，我的邮箱地址不会被转交。
       *[everything] 是，请通过电子邮件向我发送{ $sender }的所有推广邮件。
    }
data-opt-in-cap =
    { $count ->
       *[other] 是，请在 7 天内向我发送最多 { $count } 封推广邮件。
    }
data-opt-in-no-cap = 是，请取消我为 7 天内的推广邮件设定的上限。
data-opt-in-end-pause =
    { $list ->
        [company] 是，请立即结束公司邮件的暂停。
        [partners] 是，请立即结束合作伙伴邮件的暂停。
       *[everything] 是，请立即结束所有推广邮件的暂停。
    }
data-download-title = 您的数据副本
data-download-lead = 您可以在此阅读，也可以下载为供机器读取的文件（JSON）。
data-download-show = 在此显示
data-download-file = 下载文件
data-erase-title = 删除您的数据
data-erase-lead = 点击按钮后，我们会删除您的邮箱地址、您的姓名，以及您告诉我们的所有信息。此操作无法撤销。
data-erase-keep = 我们会保留一个无法还原为您邮箱地址的代码，用来确保{ $sender }不会再有任何人给您发送邮件。
data-erase-button = 全部删除

## What was done
data-corrected-title = 已保存
data-corrected = 我们现在只掌握您刚刚告诉我们的信息，此外别无其他。
data-half-title = 还差一步
data-half = 我们已向新地址发送链接。请在 30 分钟内打开。
data-moved-title = 您的邮箱地址已更改
data-moved = 您的所有选择均适用于新地址。我们不再向原地址发送邮件。
data-opted-in-title = 邮件已开启
data-opted-in =
    { $list ->
        [topic] 从现在起，我们会向您发送“{ $name }”。
        [partner] 从现在起，我们会向您发送{ $name }的邮件。
        [company] 从现在起，我们会向您发送公司邮件。
        [partners] 从现在起，我们会向您发送合作伙伴邮件。
       *[everything] 从现在起，我们会向您发送公司邮件和合作伙伴邮件。
    }
data-noted-off = 我们已记录您的同意。但以下邮件仍保持关闭：
data-cap-gone = 您不再设有自己的上限。
data-pause-ended =
    { $list ->
        [company] 公司邮件的暂停已结束。
        [partners] 合作伙伴邮件的暂停已结束。
       *[everything] 公司邮件和合作伙伴邮件的暂停已结束。
    }
data-erased-title = 您的数据已删除
data-erased = 我们不再掌握您的邮箱地址，也不再掌握有关您的任何其他信息。我们不会再给您发送邮件。
data-erased-copies = 数据库为自身修复而保留的内容（例如日志和备份）会在日常运行中被覆盖。没有人会在其中查找任何信息。
data-before-title = 此操作此前已完成
data-before = 已于{ $date }完成。这次没有任何更改。
data-expired-title = 此链接已过期
data-expired = 链接的有效期为 30 分钟。没有任何更改。您可以申请新的链接。
data-expired-new = 申请新的链接

## The copy
data-copy-title = 您的数据
data-copy-person = 关于您
data-copy-known = 最早记录时间
data-copy-source = 来源
data-copy-file-more = 文件包含全部内容，以及符合 ISO/IEC TS 27560 的记录。

## No link at hand
data-link-title = 获取查看您的选择的链接
data-link-lead = 请输入您的邮箱地址，我们会向您发送链接。要停止接收邮件，您也可以写信至 { $address }。
data-link-field = 您的邮箱地址
data-link-button = 向我发送链接
data-link-sent-title = 请查看您的邮箱
data-link-sent = 如果 { $address } 是我们发送邮件的地址，一封带有链接的邮件正在发往该地址。

## Letters
data-letter-minutes = 此链接 { $minutes } 分钟内有效，且仅可用于此事项。
data-letter-not-you = 如果这不是您的请求，无需任何操作。没有任何更改。
data-letter-new-address = 新地址：{ $address }
data-letter-see-subject = 用于查看我们所掌握的您的信息的链接
data-letter-see = 通过此链接，您可以查看并更正{ $sender }掌握的您的信息。
data-letter-see-link = 查看并更正
data-letter-download-subject = 用于获取您的数据副本的链接
data-letter-download = 通过此链接，您可以获取{ $sender }掌握的您的全部信息的副本。
data-letter-download-link = 获取副本
data-letter-erase-subject = 要删除您的数据吗？
data-letter-erase = 有人（可能是您本人）请求{ $sender }删除此邮箱地址的所有数据。
data-letter-erase-link = 继续
data-letter-opt-in-subject = 请确认：更多邮件
data-letter-opt-in = 有人（可能是您本人）请求{ $sender }向此地址发送更多邮件。只有经您确认后才会开启。
data-letter-opt-in-link = 确认
data-letter-leave-subject = 要更改您的邮箱地址吗？
data-letter-leave = 有人（可能是您本人）请求{ $sender }改用其他地址，不再使用此地址。
data-letter-leave-link = 继续
data-letter-arrive-subject = 这是您的新邮箱地址吗？
data-letter-arrive = 有人（可能是您本人）请求{ $sender }从现在起向此地址发送邮件。
data-letter-arrive-link = 继续
data-letter-preferences-subject = 查看您的选择的链接
data-letter-preferences = 通过此链接，您可以查看并更改{ $sender }向您发送哪些邮件。
data-letter-preferences-link = 您的选择
data-letter-moved-subject = 我们不再向此地址发送邮件
data-letter-moved = 经由此邮箱和新邮箱的确认，您在{ $sender }的邮箱地址已更改。
data-letter-moved-wrong = 如果这不是您本人的操作，请回复此邮件。
