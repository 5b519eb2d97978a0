### The receipt of a person's consents, as a letter.

receipt-subject = 同意の控え：{ $sender }からのメール
receipt-intro = メールへのお客さまの同意について、{ $date }の時点で{ $sender }が保有する記録です。必要に応じて保管してください。
receipt-what =
    { $list ->
        [topic] 「{ $name }」
        [partner] { $name }の広告メール
        [company] 当社メール
       *[partners] パートナーメール
    }
receipt-state =
    { $state ->
        [given] { $date }に「はい」と回答
        [granted] { $date }から既定で配信：{ $basis }
        [withdrawn] { $date }に「いいえ」と回答
        [refused] { $date }に「いいえ」と回答
       *[open] 回答なし
    }
receipt-where = 回答の場所
receipt-words = 表示された文言
receipt-policy = プライバシーポリシーのバージョン
receipt-partners = パートナーメールは当社が送信します。お客さまの情報がパートナーに渡ることはありません。
receipt-change = いずれも、いつでも変更または停止できます：
receipt-link = メールの設定
receipt-file = 添付ファイルには、これまでの記録を含む同じ内容が、プログラムで読み取れる形式で入っています。
receipt-number = 控えの番号：{ $number }

## Asking for one on the preference page
receipt-ask-title = 同意の控え
receipt-ask-about = 何に「はい」または「いいえ」と回答したか、その日時、表示された文言を記載した控えです。お客さまご自身のメールアドレスにお送りします。
receipt-ask = 控えを受け取る
receipt-sent-title = メールをご確認ください
receipt-sent = お客さまのメールアドレスに送信できる場合は、控えをお送りしています。1時間にお送りできる数には限りがあります。
