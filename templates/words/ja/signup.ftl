### Signing up: the public form, the letter that asks for a confirmation, and the page behind its link.

## The form
signup-title = { $sender }からのメールに登録する
signup-lead = ご希望のメールを選んでください。まず、お客さまのメールアドレスに確認のメールをお送りします。そのメールのリンクを使うまで、配信は始まりません。
signup-about-you = お客さまについて
signup-address = メールアドレス
signup-name = お名前（任意）
signup-wants = ご希望のメール
signup-wants-partner = パートナーからのメール
signup-wants-partner-is = 当社メールとは別のものです。{ $sender }がほかの企業に代わって送信します。それらの企業にお客さまのメールアドレスは渡りません。
signup-partner-off = お使いのブラウザーは、データを共有または販売しないようサイトに求めています。そのため、パートナーメールは停止したままです。

# The exact words beside a box.
signup-box =
    { $list ->
        [company] 当社メール（{ $sender }に関する広告メール）をすべて送ってください。
        [topic] 「{ $name }」（{ $sender }に関する広告メール）を送ってください。
        [partners] パートナーからのメールを送ってください。メールは{ $sender }が送信し、私のメールアドレスはパートナーに渡りません。
       *[partner] { $name }からのメールを送ってください。メールは{ $sender }が送信し、私のメールアドレスは{ $name }に渡りません。
    }
signup-can-stop = 各メールのリンクから、ワンクリックでいつでも停止できます。

signup-age = 年齢をお答えください
signup-age-over = { $age }歳以上
signup-age-under = { $age }歳未満
signup-age-why = お子さまにはメールをお送りしていません。回答は保存されません。
signup-send = 登録する

## What is wrong with the form
signup-faults = もう一度ご確認ください
signup-fault-address-missing = メールアドレスが入力されていません。入力してください。
signup-fault-address = メールアドレスの形式ではありません。ada@example.org のように、名前、@、ドメインが必要です。
signup-fault-name = お名前が長すぎるか、改行が入っています。短くするか、空欄にしてください。
signup-fault-wants = 何も選ばれていません。ご希望のメールにチェックを入れてください。
signup-fault-gone = 選ばれたメールの中に、現在は提供していないものがあります。もう一度選んでください。
signup-fault-age = 年齢をお答えください。

## After the form
signup-sent-title = メールをご確認ください
signup-sent = { $address } に送信できる場合は、リンクを記載したメールをお送りしています。そのリンクを使うまで、配信は始まりません。
signup-sent-hours = リンクは{ $hours }時間有効です。
signup-sent-none-title = 1時間たってもメールが届かない場合
signup-sent-none-spam = 迷惑メールフォルダーを確認し、上のメールアドレスに誤りがないかお確かめください。
signup-sent-none-stopped = 今後の送信を一切断られたメールアドレスや、届かなかったメールアドレスには送信しません。ご自身のアドレスである場合は、そのアドレスから { $contact } にメールをお送りください。
signup-young-title = ご登録いただけません
signup-young = ご登録は{ $age }歳以上の方に限ります。入力された内容は一切保存していません。
signup-later-title = しばらくしてから、もう一度お試しください
signup-later = この1時間に、お使いのネットワークから多くの登録がありました。入力された内容に問題はありません。

## The letter that asks
signup-letter-subject = ご確認ください：{ $sender }からのメール
signup-letter-asked = このメールアドレスで、{ $sender }の次のメールへの登録の申し込みがありました：
signup-letter-open = お客さまご自身による場合は、次のページを開き、ボタンを押してください。リンクは{ $hours }時間有効です。
signup-letter-link = 確認する、または断る
signup-letter-not = お心当たりがない場合は、何もする必要はありません。この申し込みによるメールは届かず、入力された内容は{ $days }日後に削除されます。

## The page behind the link
signup-confirm-title = この内容でよろしいですか？
signup-confirm-yes = はい、送ってください
signup-child = このアドレスがお子さまのものであるという報告がありました。「はい」と答えると、それが誤りであり、{ $age }歳以上であると申告したことにもなります。
signup-confirm-no = 希望されない場合は、このページを閉じてください。この申し込みによるメールは届かず、入力された内容は{ $days }日後に削除されます。
signup-done-title = 登録が完了しました
signup-done-none-title = このメールは停止したままです
signup-done-on = 今後、次のメールをお送りします：
signup-done-off = 次のメールは別の方法で停止されているため、停止したままです。ご希望の場合は、{ $contact } にメールでご連絡ください：
signup-done-partner-off = お使いのブラウザーがデータを共有または販売しないようサイトに求めているため、パートナーメールは停止したままです。
signup-done-receipt = 同意の控えを、お客さまのメールアドレスにお送りしています。
signup-done-change = 変更または停止する
signup-over-title = このリンクの有効期限が切れました
signup-over = 有効期間は{ $hours }時間でした。何も変更されていません。いつでももう一度登録できます。
signup-again = もう一度登録する

## The form for other pages
signup-embed-title = このフォームをご自身のページに設置する
signup-embed = このHTMLをコピーしてください。スクリプトもCookieも必要なく、設置先のページの見た目に合わせて表示されます。
signup-embed-again = トピックやパートナーを追加したときは、もう一度コピーしてください。同意の内容は、当社がご本人に改めて表示します。
signup-embed-code = コピー用のHTML
