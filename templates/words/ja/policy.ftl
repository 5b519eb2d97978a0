### A new version of the privacy policy: its notice by mail, and its page.

## The notice
policy-mail-subject = プライバシーポリシーの変更点
policy-mail-lead = プライバシーポリシーのバージョン{ $version }を公開しました。変更点は次のとおりです：
policy-mail-choose = お読みのうえ、「はい」か「いいえ」でご回答ください：
policy-mail-write = メールで「いいえ」と回答することもできます。宛先：{ $address }
policy-mail-why = これは法律上の通知です。メールの設定にかかわらず、当社がメールアドレスを保有するすべての方にお送りしています。

## What it brings
policy-new-uses =
    { $uses ->
        [company] 当社メール（{ $sender }に関する広告メール）のために、お客さまのデータを新たな用途で使うことになります。
        [partner] パートナーメール（当社がほかの企業に代わって送る広告メール）のために、お客さまのデータを新たな用途で使うことになります。
        [both] 当社メールとパートナーメールのために、お客さまのデータを新たな用途で使うことになります。
       *[none] 広告メールのためにお客さまのデータを新たな用途で使うことはありません。
    }
policy-in-force-from = { $date }に発効します。
policy-in-force-since = { $date }から有効です。
policy-followed = その後、より新しいバージョンを公開しています。このバージョンにも引き続きご回答いただけます。

## What follows from each answer
policy-nothing-new-days =
    { $days ->
        [0] 何もされない場合は、お知らせしたことだけを記録します。「はい」とはみなしません。その場合、新しい内容がお客さまへのメールに適用されます。
       *[other] 何もされない場合は、お知らせしたことだけを記録します。「はい」とはみなしません。新しい内容は、早くても通知の{ $days }日後から、お客さまへのメールに適用されます。
    }
policy-nothing-new-from = 何もされない場合は、お知らせしたことだけを記録します。「はい」とはみなしません。新しい内容は、{ $date }からお客さまへのメールに適用されます。
policy-nothing-same = 何もされない場合は、お知らせしたことだけを記録します。「はい」とはみなしません。メールはこれまでの設定どおりに届きます。
policy-if-no = 「いいえ」の場合は、お客さまへの当社メールとパートナーメールを、すべてただちに停止します。
policy-if-yes = 「はい」の場合は、その旨を記録します。選んでいないメールの配信が始まることはありません。

## The page
policy-title = プライバシーポリシー バージョン{ $version }
policy-heading = プライバシーポリシーの変更点
policy-changes = 変更点
policy-answer = お客さまの回答
policy-no = 「いいえ」と回答する
policy-yes = 「はい」と回答する
policy-whole = ポリシーの全文（バージョン{ $version }）
policy-you-said-no = { $date }に「いいえ」と回答されました。当社メールもパートナーメールもお送りしていません。
policy-you-said-no-other = 別のバージョンに「いいえ」と回答されました。当社メールもパートナーメールもお送りしていません。
policy-you-said-yes = { $date }に「はい」と回答されました。
policy-again = もう一度メールを受け取るには、改めてご登録ください。リンクをメールでお送りし、それをお使いになった時点で有効になります。
policy-sign-up = もう一度登録する

## What was recorded
policy-declined = バージョン{ $version }に「いいえ」と回答しました
policy-declined-lead = { $date }に記録しました。今後、当社メールもパートナーメールもお送りしません。
policy-declined-before = { $date }にそう回答されているため、変更はありません。当社メールもパートナーメールもお送りしていません。
policy-accepted = バージョン{ $version }に「はい」と回答しました
policy-accepted-lead = { $date }に記録しました。メールはこれまでの設定どおりに届きます。
policy-accepted-before = { $date }にそう回答されているため、変更はありません。
policy-still-no = 以前の「いいえ」が引き続き有効です
policy-still-no-lead = 以前に「いいえ」と回答されています。このボタンは、このメールを持っている人なら誰でも押せます。そのため、ここで「はい」と回答しても、メールの配信は再開されません。
policy-undo-about = 「元に戻す」を押すと、回答が取り消され、回答しなかったのと同じ状態になります。
policy-undone = 回答を取り消しました
policy-undone-lead = 回答しなかったのと同じ状態です。いつでもご回答いただけます。
policy-back = ポリシーに戻る

## On the preference page
policy-standing-title = プライバシーポリシー
policy-standing-read = プライバシーポリシーのバージョン{ $version }を読む
policy-standing-said-no = { $date }に、バージョン{ $version }に「いいえ」と回答されました。当社メールもパートナーメールもお送りしていません。
policy-standing-said-yes = { $date }に、バージョン{ $version }に「はい」と回答されました。
policy-standing-told = { $date }に、バージョン{ $version }についてお知らせしました。まだ回答されていません。これを「はい」とはみなしません。
policy-standing-not-told = バージョン{ $version }について、メールでお知らせできていません。
