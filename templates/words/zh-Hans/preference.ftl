### The page behind the link in a message, and the preference page.

## The page that asks
preference-ask-title = 停止此邮件
preference-ask =
    { $list ->
        [topic] 停止“{ $name }”
        [partner] 停止{ $name }的邮件
        [company] 停止公司邮件
        [partners] 停止合作伙伴邮件
       *[everything] 停止公司邮件和合作伙伴邮件
    }
preference-ask-about =
    { $list ->
        [topic] 这是公司邮件：有关{ $sender }的推广邮件。
        [partner] 这是合作伙伴邮件。我们代{ $name }发送，对方不会得到您的邮箱地址。
        [company] 公司邮件是有关{ $sender }的推广邮件。
        [partners] 合作伙伴邮件是我们代其他公司发送的推广邮件。这些公司不会得到您的邮箱地址。
       *[everything] 公司邮件是有关{ $sender }的推广邮件。合作伙伴邮件是我们代其他公司发送的推广邮件。
    }
preference-ask-since = 已自{ $date }起停止。您无需任何操作。
preference-ask-off = 我们没有发送此邮件。您无需任何操作。
preference-stop-this = 停止此邮件
preference-stop-more = 您还可以停止更多邮件
preference-stop-more-at-once = 或一次停止更多邮件
preference-stop-company = 停止所有公司邮件
preference-stop-partner = 停止所有合作伙伴邮件
preference-stop-everything = 全部停止
preference-everything-is = “全部”是指所有公司邮件和所有合作伙伴邮件。
preference-see-all = 查看您的所有邮件选择
preference-gpc-before = 您的浏览器要求网站不要共享或出售数据。您在此点击按钮时，我们会同时关闭合作伙伴邮件。

## What was done
preference-is-stopped =
    { $list ->
        [topic] “{ $name }”已停止
        [partner] { $name }的邮件已停止
        [company] 公司邮件已停止
        [partners] 合作伙伴邮件已停止
       *[everything] 公司邮件和合作伙伴邮件已停止
    }
preference-stopped-since = 自{ $date }起停止。
preference-stopped-before = 自{ $date }起停止。此前已经停止，因此没有任何更改。
preference-partner-too = 所有合作伙伴邮件也已停止，因为您的浏览器要求网站不要共享或出售数据。
preference-partner-by-signal = 所有合作伙伴邮件已停止，因为您的浏览器要求网站不要共享或出售数据。
preference-partner-stays-off = 合作伙伴邮件保持关闭，因为您的浏览器要求网站不要共享或出售数据。
preference-on-its-way = 您点击按钮时，有一封邮件已在发送途中：“{ $subject }”。您可能仍会收到这封邮件。
preference-may-come = 您可能仍会收到
preference-may-come-company = 仍然开启的公司邮件。
preference-may-come-partner = 仍然开启的合作伙伴邮件。
preference-may-come-account = 与您的订单和账户有关的邮件。
preference-may-come-notices = 法律通知。
preference-undo-title = 这不是您想要的？
preference-undo-about = 撤销会将您的选择恢复原样。
preference-undo = 撤销
preference-saved-title = 您的选择已保存
preference-saved-nothing-title = 没有任何更改
preference-saved-nothing = 此前保存的就是这些选择。
preference-saved-stopped = 自{ $date }起停止：
preference-back = 返回您的邮件选择
preference-undone-title = 已恢复您之前的选择
preference-undone-nothing = 没有其他更改。
preference-undone-on = 以下邮件已重新开启：
preference-undone-again = 您可以随时再次停止。
preference-list =
    { $list ->
        [topic] “{ $name }”
        [partner] { $name }的邮件
        [company] 所有公司邮件
        [partners] 所有合作伙伴邮件
       *[everything] 所有公司邮件和所有合作伙伴邮件
    }

## What was saved and undone on the preference page
preference-pauses =
    { $list ->
        [company] 公司邮件暂停至{ $date }，之后自动恢复发送。
        [partners] 合作伙伴邮件暂停至{ $date }，之后自动恢复发送。
       *[everything] 公司邮件和合作伙伴邮件暂停至{ $date }，之后自动恢复发送。
    }
preference-saved-cap =
    { $count ->
       *[other] 您在 7 天内最多收到 { $count } 封推广邮件。
    }
preference-saved-language = 页面和邮件现在使用此语言。
preference-more-title = 接收更多邮件还需一步
preference-more-is = 您要求接收比以前更多的邮件。为防止他人为您开启邮件，这只能通过您本人的邮箱确认：
preference-more-cap = 7 天内接收更多推广邮件
preference-more-end-pause =
    { $list ->
        [company] 结束公司邮件的暂停
        [partners] 结束合作伙伴邮件的暂停
       *[everything] 结束所有推广邮件的暂停
    }
preference-more-often = 一小时内，我们已向 { $address } 发送了多封邮件，因此未就此再发送邮件。请在一小时后重新选择。
preference-more-write = 请写信至 { $address }，索取确认链接。
preference-undone-pause =
    { $list ->
        [company] 公司邮件的暂停时间已恢复原样，不会比之前更长。
        [partners] 合作伙伴邮件的暂停时间已恢复原样，不会比之前更长。
       *[everything] 公司邮件和合作伙伴邮件的暂停时间已恢复原样，不会比之前更长。
    }
preference-undone-cap = 7 天内的邮件数量已恢复原样。
preference-undone-language = 语言已恢复原样。

## The preference page
preference-title = 您的邮件选择
preference-stop-everything-is = 点击一次即可停止所有公司邮件和所有合作伙伴邮件。您仍会收到与您的订单和账户有关的邮件，以及法律通知。
preference-want-company = 您想接收公司邮件吗？
preference-want-partner = 您想接收合作伙伴邮件吗？
preference-yes = 是
preference-no = 否
preference-topics = 主题
preference-topics-stop = 如果您在上方选择“否”，所有主题都会停止。
preference-partners = 合作伙伴
preference-partners-stop = 如果您在上方选择“否”，所有合作伙伴的邮件都会停止。
preference-turn-on = 已关闭的邮件可以通过确认链接重新开启。为防止他人为您开启邮件，链接会发送到您本人的邮箱。
preference-paused-until = 暂停至{ $date }
preference-end-pause = 立即结束此次暂停。为此，我们会向您的邮箱发送一个链接。
preference-pause = 暂停一段时间
preference-pause-is = 推广邮件会停发一段时间，之后自动恢复发送。您在上方的选择保持不变。
preference-pause-long = 暂停多久？
preference-pause-none = 不暂停
preference-pause-keep = 保持现状
preference-pause-days =
    { $days ->
       *[other] { $days } 天
    }
preference-pause-what = 暂停哪些邮件？
preference-all-mail = 所有推广邮件
preference-much = 邮件数量和语言
preference-cap = 7 天内最多接收多少封推广邮件？
preference-cap-none = 我不设上限
preference-cap-some =
    { $count ->
       *[other] 最多 { $count } 封
    }
preference-language = 页面和邮件的语言
preference-save = 保存选择

## What bars mail whatever is chosen
preference-bars = 我们暂不发送的邮件
preference-bar =
    { $why ->
        [bounce] 发往此地址的邮件因无法投递而被退回。
        [complaint] 您的邮件服务商告诉我们，有一封邮件不受欢迎。
        [child] 有人报告此地址属于儿童。
        [domain] 我们不向此服务商的地址发送邮件。
        [erased] 您的数据已删除。
       *[staff] { $sender }的工作人员停止了发往此地址的邮件。
    }
preference-bar-since =
    { $list ->
        [topic] 因此，“{ $name }”自{ $date }起暂不发送。
        [partner] 因此，{ $name }的邮件自{ $date }起暂不发送。
        [company] 因此，公司邮件自{ $date }起暂不发送。
        [partners] 因此，合作伙伴邮件自{ $date }起暂不发送。
       *[everything] 因此，所有推广邮件自{ $date }起暂不发送。
    }
preference-bar-until =
    { $list ->
        [topic] 因此，“{ $name }”自{ $date }起至{ $until }暂不发送。
        [partner] 因此，{ $name }的邮件自{ $date }起至{ $until }暂不发送。
        [company] 因此，公司邮件自{ $date }起至{ $until }暂不发送。
        [partners] 因此，合作伙伴邮件自{ $date }起至{ $until }暂不发送。
       *[everything] 因此，所有推广邮件自{ $date }起至{ $until }暂不发送。
    }
preference-bars-ask = 如果您认为有误，请写信至 { $address }。

## What we hold
preference-held = 我们持有的记录
preference-held-none = 您没有向我们表示过同意，因此我们不发送推广邮件。
preference-held-is = 以下是我们记录的您的选择。
preference-held-list =
    { $list ->
        [topic] “{ $name }”
        [partner] { $name }的邮件
        [company] 公司邮件
        [partners] 合作伙伴邮件
       *[everything] 公司邮件和合作伙伴邮件
    }
preference-held-on-since = 开启时间
preference-held-off-since = 关闭时间
preference-held-chosen = 选择途径
preference-held-words = 当时显示的文字
preference-held-language = 语言
preference-held-policy = 隐私政策
preference-held-version = 版本 { $version }
preference-source =
    { $source ->
        [registration] 注册时
        [order] 下订单时
        [survey] 在问卷调查中
        [contest] 在有奖活动中
        [page] 在此页面，或通过邮件中的链接
        [api] 在我们的其他网站或服务上
        [import] 来自附有您的选择证明的名单
       *[staff] 由{ $sender }的工作人员录入
    }

## The last messages
preference-recent = 您最近的邮件
preference-recent-none = 暂时没有。
preference-outcome =
    { $outcome ->
        [sent] 已发送
        [withheld] 未发送
        [waiting] 等待中
        [returned] 未送达
       *[in_doubt] 可能已发送
    }
preference-was-on =
    { $list ->
        [topic] “{ $name }”当时已开启。
        [partner] { $name }的邮件当时已开启。
        [company] 公司邮件当时已开启。
        [partners] 合作伙伴邮件当时已开启。
       *[everything] 公司邮件和合作伙伴邮件当时已开启。
    }
preference-was-stopped =
    { $list ->
        [topic] “{ $name }”当时已停止。
        [partner] { $name }的邮件当时已停止。
        [company] 公司邮件当时已停止。
        [partners] 合作伙伴邮件当时已停止。
       *[everything] 公司邮件和合作伙伴邮件当时已停止。
    }
preference-never-given =
    { $list ->
        [topic] 您没有向我们表示同意接收“{ $name }”。
        [partner] 您没有向我们表示同意接收{ $name }的邮件。
        [company] 您没有向我们表示同意接收公司邮件。
        [partners] 您没有向我们表示同意接收合作伙伴邮件。
       *[everything] 您没有向我们表示同意接收公司邮件或合作伙伴邮件。
    }
preference-why =
    { $why ->
        [no_consent_needed] 这不是广告：它是您请求的内容，或我们必须告知您的内容。
        [paused] 您当时已选择暂停。
        [complaint] 您的邮件服务商告诉我们，之前有一封邮件不受欢迎。
        [child] 有人报告此地址属于儿童。
        [staff] { $sender }的工作人员停止了发往此地址的邮件。
        [undeliverable] 之前发往此地址的邮件被退回。
        [domain] 我们不向此服务商的地址发送邮件。
        [erased] 您的数据已删除。
        [policy_declined] 您拒绝了我们隐私政策的变更。
        [policy_window] 我们的隐私政策有变更，提出异议的期限尚未结束。
        [limit] 已达到 7 天内的邮件数量上限。
        [campaign_over] 在轮到您之前，我们已结束此次发送。
        [refused_there] 您的邮件服务商没有接收。
        [connection_broke] 发送过程中连接中断。我们不会再次发送。
       *[could_not_check] 我们无法核对您的选择，因此没有发送。
    }
