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
common-skip = 本文へ移動
common-tagline = メールの設定
common-help-title = ヘルプとお問い合わせ
common-how-to-stop = メールの停止方法
common-write-to = { $address } へメールを送る
common-sender-title = このメールの送信者
common-for = { $address } の設定

## Sentences that several pages share
common-write-to-stop = { $address } 宛てにメールをお送りください。内容は問いません。送信元のメールアドレスへの配信を停止します。
common-company-mail = 当社メール
common-partner-mail = パートナーメール
common-company-mail-is = { $sender }に関する広告メールです。
common-partner-mail-is = 当社がほかの企業に代わって送る広告メールです。それらの企業にお客さまのメールアドレスは渡りません。
common-still-comes = ご注文やアカウントに関するメールと、法律上の通知は、引き続き届きます。
common-what-you-can-do = できること
common-or-write = または、メールでご連絡ください

## A link that does not work
common-refused-title = このリンクは使えません
common-refused-lead = お手元に届くまでの間に、リンクの一部が切れた可能性があります。何も変更されていません。
common-refused-newest = 当社からの最新のメールにあるリンクをお使いください
common-refused-newest-how = リンクはメールの末尾にあります。コピーする場合は、全体をコピーしてください。メールソフトによっては、長いリンクが2行に分かれることがあります。

## Our own failure
common-error-title = 申し訳ありません。問題が発生しました
common-error-lead = 原因は当社側にあり、お客さまの操作によるものではありません。
common-error-again = もう一度お試しください
common-error-again-how = メールのリンクをもう一度開いてください。リンクは引き続き使えます。
common-error-acting = 設定が保存されたかどうかを確認できません。前の画面に戻り、ボタンをもう一度押してください。2回押しても問題ありません。
common-error-number = この問題についてお問い合わせの際は、次の番号をお知らせください：{ $incident }
common-busy-title = 1分ほどしてから、もう一度お試しください
common-busy-lead = ただいま応答できません。原因は当社側にあります。
common-busy-again-how = 1分ほど待ってから、メールのリンクをもう一度開いてください。リンクは引き続き使えます。

common-elsewhere-title = このフォームは別のサイトから送信されました
common-elsewhere-lead = そのため、何も行われていません。当社のページを開き、そこでボタンを押してください。
common-elsewhere-open = 当社のページを開く
common-stale = このページを開いてから時間が経ちすぎたか、フォームに不足がありました。まだ何も行われていません。もう一度ボタンを押してください。
