### The page behind the link in a message, and the preference page.

## The page that asks
preference-ask-title = このメールを停止する
preference-ask =
    { $list ->
        [topic] 「{ $name }」を停止する
        [partner] { $name }の広告メールを停止する
        [company] 当社メールを停止する
        [partners] パートナーメールを停止する
       *[everything] 当社メールとパートナーメールを停止する
    }
preference-ask-about =
    { $list ->
        [topic] これは当社メール（{ $sender }に関する広告メール）です。
        [partner] これはパートナーメールです。当社が{ $name }に代わって送信し、お客さまのメールアドレスは先方に渡りません。
        [company] 当社メールは、{ $sender }に関する広告メールです。
        [partners] パートナーメールは、当社がほかの企業に代わって送る広告メールです。それらの企業にお客さまのメールアドレスは渡りません。
       *[everything] 当社メールは、{ $sender }に関する広告メールです。パートナーメールは、当社がほかの企業に代わって送る広告メールです。
    }
preference-ask-since = { $date }から停止しています。何もする必要はありません。
preference-ask-off = このメールはお送りしていません。何もする必要はありません。
preference-stop-this = このメールを停止する
preference-stop-more = ほかのメールも停止できます
preference-stop-more-at-once = または、まとめて停止する
preference-stop-company = 当社メールをすべて停止する
preference-stop-partner = パートナーメールをすべて停止する
preference-stop-everything = すべて停止する
preference-everything-is = 「すべて」とは、当社メールとパートナーメールの全部を指します。
preference-see-all = メールの設定をすべて見る
preference-gpc-before = お使いのブラウザーは、データを共有または販売しないようサイトに求めています。ここでボタンを押すと、パートナーメールも停止します。

## What was done
preference-is-stopped =
    { $list ->
        [topic] 「{ $name }」を停止しました
        [partner] { $name }の広告メールを停止しました
        [company] 当社メールを停止しました
        [partners] パートナーメールを停止しました
       *[everything] 当社メールとパートナーメールを停止しました
    }
preference-stopped-since = { $date }から停止しています。
preference-stopped-before = { $date }から停止しています。以前から停止していたため、変更はありません。
preference-partner-too = お使いのブラウザーがデータを共有または販売しないようサイトに求めているため、パートナーメールもすべて停止しました。
preference-partner-by-signal = お使いのブラウザーがデータを共有または販売しないようサイトに求めているため、パートナーメールをすべて停止しました。
preference-partner-stays-off = お使いのブラウザーがデータを共有または販売しないようサイトに求めているため、パートナーメールは停止したままです。
preference-on-its-way = ボタンを押された時点で、すでに送信中のメールが1通ありました：「{ $subject }」。このメールは届くことがあります。
preference-may-come = 今後も届く可能性があるもの
preference-may-come-company = 停止していない当社メール
preference-may-come-partner = 停止していないパートナーメール
preference-may-come-account = ご注文やアカウントに関するメール
preference-may-come-notices = 法律上の通知
preference-undo-title = 間違えましたか？
preference-undo-about = 「元に戻す」を押すと、以前の設定に戻ります。
preference-undo = 元に戻す
preference-saved-title = 設定を保存しました
preference-saved-nothing-title = 変更はありません
preference-saved-nothing = 以前から同じ内容で保存されています。
preference-saved-stopped = { $date }から停止：
preference-back = メールの設定に戻る
preference-undone-title = 以前の設定に戻しました
preference-undone-nothing = ほかに変更はありません。
preference-undone-on = 次のメールの配信を再開しました：
preference-undone-again = いつでももう一度停止できます。
preference-list =
    { $list ->
        [topic] 「{ $name }」
        [partner] { $name }の広告メール
        [company] すべての当社メール
        [partners] すべてのパートナーメール
       *[everything] すべての当社メールとパートナーメール
    }

## What was saved and undone on the preference page
preference-pauses =
    { $list ->
        [company] 当社メールを{ $date }まで休止します。その後は自動的に再開します。
        [partners] パートナーメールを{ $date }まで休止します。その後は自動的に再開します。
       *[everything] 当社メールとパートナーメールを{ $date }まで休止します。その後は自動的に再開します。
    }
preference-saved-cap =
    { $count ->
       *[other] お送りする広告メールは、7日間に最大{ $count }通です。
    }
preference-saved-language = 今後、ページとメールはこの言語になります。
preference-more-title = メールを増やすには、もう1つ手順が必要です
preference-more-is = これまでより多くのメールを希望されました。ほかの人が勝手に配信を始められないように、お客さまご自身のメールからのみ確認できます：
preference-more-cap = 7日間に受け取る広告メールの数を増やす
preference-more-end-pause =
    { $list ->
        [company] 当社メールの休止の終了
        [partners] パートナーメールの休止の終了
       *[everything] すべての広告メールの休止の終了
    }
preference-more-often = この1時間に、{ $address } へ複数のメールをお送りしたため、今回の確認メールはお送りしていません。1時間後にもう一度お選びください。
preference-more-write = { $address } にメールを送り、確認用のリンクを請求してください。
preference-undone-pause =
    { $list ->
        [company] 当社メールの休止期間を、以前の状態に戻しました。
        [partners] パートナーメールの休止期間を、以前の状態に戻しました。
       *[everything] 当社メールとパートナーメールの休止期間を、以前の状態に戻しました。
    }
preference-undone-cap = 7日間に受け取るメールの数を、以前の状態に戻しました。
preference-undone-language = 言語を、以前の状態に戻しました。

## The preference page
preference-title = メールの設定
preference-stop-everything-is = 一度押すだけで、当社メールとパートナーメールがすべて停止します。ご注文やアカウントに関するメールと、法律上の通知は、引き続き届きます。
preference-want-company = 当社メールを受け取りますか？
preference-want-partner = パートナーメールを受け取りますか？
preference-yes = はい
preference-no = いいえ
preference-topics = トピック
preference-topics-stop = 上で「いいえ」を選ぶと、すべてのトピックが停止します。
preference-partners = パートナー
preference-partners-stop = 上で「いいえ」を選ぶと、すべてのパートナーのメールが停止します。
preference-turn-on = 停止しているメールは、お客さまご自身のメールアドレスに届く確認用のリンクから再開できます。ほかの人が勝手に配信を始められないようにするためです。
preference-paused-until = { $date }まで休止中
preference-end-pause = この休止を今すぐ終了します。そのためのリンクをお客さまのメールアドレスにお送りします。
preference-pause = 配信を休止する
preference-pause-is = しばらくの間、広告メールが届かなくなり、その後は自動的に再開します。上の設定はそのまま変わりません。
preference-pause-long = 休止する期間
preference-pause-none = 休止しない
preference-pause-keep = 現在のまま
preference-pause-days =
    { $days ->
       *[other] { $days }日間
    }
preference-pause-what = 休止するメール
preference-all-mail = すべての広告メール
preference-much = メールの数と言語
preference-cap = 7日間に受け取る広告メールは最大何通ですか？
preference-cap-none = 自分では上限を設けない
preference-cap-some =
    { $count ->
       *[other] 最大{ $count }通
    }
preference-language = ページとメールの言語
preference-save = 設定を保存する

## What bars mail whatever is chosen
preference-bars = 配信を止めているメール
preference-bar =
    { $why ->
        [bounce] このメールアドレスへのメールが、配信不能として戻ってきました。
        [complaint] 希望しないメールがあったと、ご利用のメール事業者から連絡がありました。
        [child] このメールアドレスは、お子さまのものとして報告されました。
        [domain] この事業者のメールアドレスには送信していません。
        [erased] お客さまのデータは消去されました。
       *[staff] { $sender }の担当者が、このメールアドレスへの配信を停止しました。
    }
preference-bar-since =
    { $list ->
        [topic] このため、{ $date }から「{ $name }」の配信を止めています。
        [partner] このため、{ $date }から{ $name }の広告メールの配信を止めています。
        [company] このため、{ $date }から当社メールの配信を止めています。
        [partners] このため、{ $date }からパートナーメールの配信を止めています。
       *[everything] このため、{ $date }からすべての広告メールの配信を止めています。
    }
preference-bar-until =
    { $list ->
        [topic] このため、{ $date }から{ $until }まで「{ $name }」の配信を止めています。
        [partner] このため、{ $date }から{ $until }まで{ $name }の広告メールの配信を止めています。
        [company] このため、{ $date }から{ $until }まで当社メールの配信を止めています。
        [partners] このため、{ $date }から{ $until }までパートナーメールの配信を止めています。
       *[everything] このため、{ $date }から{ $until }まですべての広告メールの配信を止めています。
    }
preference-bars-ask = 誤りと思われる場合は、{ $address } にメールでご連絡ください。

## What we hold
preference-held = 当社が保有する記録
preference-held-none = お客さまから「はい」の回答をいただいていないため、広告メールはお送りしていません。
preference-held-is = 当社の記録にあるお客さまの設定です。
preference-held-list =
    { $list ->
        [topic] 「{ $name }」
        [partner] { $name }の広告メール
        [company] 当社メール
        [partners] パートナーメール
       *[everything] 当社メールとパートナーメール
    }
preference-held-on-since = 配信開始日
preference-held-off-since = 停止日
preference-held-chosen = 設定の経路
preference-held-words = 表示された文言
preference-held-language = 言語
preference-held-policy = プライバシーポリシー
preference-held-version = バージョン{ $version }
preference-source =
    { $source ->
        [registration] 会員登録のとき
        [order] ご注文のとき
        [survey] アンケートで
        [contest] 懸賞で
        [page] このページ、またはメールのリンクから
        [api] 当社のほかのサイトまたはサービスで
        [import] お客さまの選択を証明する記録のあるリストから
       *[staff] { $sender }の担当者が入力
    }

## The last messages
preference-recent = 最近のメール
preference-recent-none = まだありません。
preference-outcome =
    { $outcome ->
        [sent] 送信済み
        [withheld] 送信せず
        [waiting] 送信待ち
        [returned] 配信不能
       *[in_doubt] 送信された可能性あり
    }
preference-was-on =
    { $list ->
        [topic] 「{ $name }」は配信中でした。
        [partner] { $name }の広告メールは配信中でした。
        [company] 当社メールは配信中でした。
        [partners] パートナーメールは配信中でした。
       *[everything] 当社メールとパートナーメールは配信中でした。
    }
preference-was-stopped =
    { $list ->
        [topic] 「{ $name }」は停止されていました。
        [partner] { $name }の広告メールは停止されていました。
        [company] 当社メールは停止されていました。
        [partners] パートナーメールは停止されていました。
       *[everything] 当社メールとパートナーメールは停止されていました。
    }
preference-never-given =
    { $list ->
        [topic] 「{ $name }」について、「はい」の回答をいただいていません。
        [partner] { $name }の広告メールについて、「はい」の回答をいただいていません。
        [company] 当社メールについて、「はい」の回答をいただいていません。
        [partners] パートナーメールについて、「はい」の回答をいただいていません。
       *[everything] 当社メールについてもパートナーメールについても、「はい」の回答をいただいていません。
    }
preference-why =
    { $why ->
        [no_consent_needed] 広告ではなく、お客さまが依頼された内容、または当社がお知らせしなければならない内容でした。
        [paused] お客さまが配信を休止されていました。
        [complaint] 以前のメールが希望されていなかったと、ご利用のメール事業者から連絡がありました。
        [child] このメールアドレスは、お子さまのものとして報告されました。
        [staff] { $sender }の担当者が、このメールアドレスへの配信を停止しました。
        [undeliverable] このメールアドレスへの以前のメールが戻ってきました。
        [domain] この事業者のメールアドレスには送信していません。
        [erased] お客さまのデータは消去されました。
        [policy_declined] プライバシーポリシーの変更に同意されませんでした。
        [policy_window] プライバシーポリシーが変更され、異議を申し立てられる期間がまだ終わっていません。
        [limit] 7日間のメール数の上限に達しました。
        [campaign_over] お客さまの順番になる前に、この配信を終了しました。
        [refused_there] ご利用のメール事業者に受け付けられませんでした。
        [connection_broke] 送信中に接続が切れました。再送はしません。
       *[could_not_check] お客さまの設定を確認できなかったため、送信しませんでした。
    }
