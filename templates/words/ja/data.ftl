### What people do with their own data, on pages and in the letters that complete it.

## On the preference page
data-title = お客さまのデータ
data-about = 次のそれぞれについて、お客さまのメールアドレスにリンクをお送りします。リンクは30分間有効で、お使いになるまで何も変更されません。
data-see = 当社が保有する情報を確認・訂正する
data-download = データのコピーを受け取る
data-erase = データを消去する
data-move-title = メールアドレスの変更
data-move = 新しいメールアドレス
data-move-button = リンクを送る

## The answer
data-asked-title = メールをご確認ください
data-asked = { $address } にメールをお送りしました。まだ何も変更されていません。30分以内に、メールにあるリンクを開いてください。
data-asked-more = { $address } にメールをお送りしました。30分以内にメールにあるリンクを開いて確認していただくまで、これらは変更されません。
data-asked-often-title = すでにお送りしたメールをご確認ください
data-asked-often = この1時間に、{ $address } へ複数のメールをお送りしました。最新のメールにあるリンクを使うか、1時間後にもう一度お越しください。

## The page behind a link
data-see-title = 当社が保有するお客さまの情報
data-see-lead = 誤りがあれば訂正し、当社に知らせたくない項目は空欄にしてください。
data-see-address = メールアドレス
data-see-button = 保存する
data-field-name = お名前
data-field-zip = 郵便番号
data-field-age = 年齢層
data-field-income = 収入の区分
data-field-language = 言語（例：en、pt-BR）
data-field-zone = タイムゾーン（例：Europe/Berlin）
data-wrong = 保存されませんでした。次の項目を直してください：
data-mend =
    { $field ->
        [name] お名前：改行せずに200文字以内で入力してください。
        [zip] 郵便番号：半角の英字、数字、空白、ハイフンで、12文字以内で入力してください。
        [age] 年齢層：30-39や65+のように年数で入力してください。
        [income] 収入の区分：改行せずに40文字以内で入力してください。
        [language] 言語：enやpt-BRのような短いコードで入力してください。
       *[zone] タイムゾーン：Europe/Berlinのような名称で入力してください。
    }
data-leave-title = メールアドレスの変更
data-leave-lead = ボタンを押すと、新しいメールアドレスにリンクをお送りします。そのリンクが使われた時点でメールアドレスが変わります。それまでは何も変わりません。
data-leave-button = はい、新しいメールアドレスに送る
data-arrive-title = これはお客さまのメールアドレスですか？
data-arrive-lead = ボタンを押すと、これまでの設定がすべてこのメールアドレスに適用されます。以前のメールアドレスには、今後メールをお送りしません。
data-arrive-button = はい、このメールアドレスを使う
data-new-address = 新しいメールアドレス：{ $address }
data-opt-in-title = メールを増やす
data-opt-in-lead = ボタンを押すと、次の内容に同意したことになります：
data-opt-in-after = 各メールのリンクから、ワンクリックでいつでも停止できます。
data-opt-in-button = はい、希望します
data-opt-in-wording =
    { $list ->
        [topic] はい、{ $sender }の「{ $name }」をメールで送ってください。
        [partner] はい、{ $name }の広告メールを送ってください。メールは{ $sender }が送信し、私のメールアドレスを渡すことはありません。
        [company] はい、{ $sender }に関する広告メールを送ってください。
        [partners] はい、ほかの企業の広告メールを送ってください。メールは{ $sender }が送信し、私のメールアドレスを渡すことはありません。
       *[everything] はい、{ $sender }の広告メールをすべて送ってください。
    }
data-opt-in-cap =
    { $count ->
       *[other] はい、7日間に最大{ $count }通まで広告メールを送ってください。
    }
data-opt-in-no-cap = はい、7日間の広告メールについて自分で設けた上限をなくしてください。
data-opt-in-end-pause =
    { $list ->
        [company] はい、当社メールの休止を今すぐ終了してください。
        [partners] はい、パートナーメールの休止を今すぐ終了してください。
       *[everything] はい、すべての広告メールの休止を今すぐ終了してください。
    }
data-download-title = データのコピー
data-download-lead = ここで読むことも、機械で読み取れるファイル（JSON）として保存することもできます。
data-download-show = ここに表示する
data-download-file = ファイルをダウンロードする
data-erase-title = データの消去
data-erase-lead = ボタンを押すと、お客さまのメールアドレス、お名前、お知らせいただいた情報をすべて消去します。この操作は取り消せません。
data-erase-keep = メールアドレスに復元できないコードを保管します。このコードを使って、{ $sender }の誰からも再びメールが送られないようにします。
data-erase-button = すべて消去する

## What was done
data-corrected-title = 保存しました
data-corrected = 当社が保有する情報は、いまお知らせいただいた内容だけになりました。
data-half-title = あと一歩です
data-half = 新しいメールアドレスにリンクをお送りしました。30分以内に開いてください。
data-moved-title = メールアドレスを変更しました
data-moved = これまでの設定は、すべて新しいメールアドレスに適用されます。以前のメールアドレスには、今後メールをお送りしません。
data-opted-in-title = 配信を始めました
data-opted-in =
    { $list ->
        [topic] 今後、「{ $name }」をお送りします。
        [partner] 今後、{ $name }の広告メールをお送りします。
        [company] 今後、当社メールをお送りします。
        [partners] 今後、パートナーメールをお送りします。
       *[everything] 今後、当社メールとパートナーメールをお送りします。
    }
data-noted-off = お客さまの同意を記録しました。ただし、次のメールは停止したままです：
data-cap-gone = お客さまご自身による上限はなくなりました。
data-pause-ended =
    { $list ->
        [company] 当社メールの休止は終了しました。
        [partners] パートナーメールの休止は終了しました。
       *[everything] 当社メールとパートナーメールの休止は終了しました。
    }
data-erased-title = データを消去しました
data-erased = お客さまのメールアドレスも、そのほかの情報も、当社にはもうありません。今後メールをお送りすることはありません。
data-erased-copies = ログやバックアップなど、データベースが自身の復旧のために残しているものは、運用の中で上書きされます。そこから情報を調べることはありません。
data-before-title = この操作はすでに完了しています
data-before = { $date }に完了しています。今回は何も変更されていません。
data-expired-title = このリンクの有効期限が切れました
data-expired = 有効期間は30分でした。何も変更されていません。新しいリンクを請求できます。
data-expired-new = 新しいリンクを請求する

## The copy
data-copy-title = お客さまのデータ
data-copy-person = お客さまについて
data-copy-known = 保有開始日
data-copy-source = 情報の入手元
data-copy-file-more = ファイルには、ISO/IEC TS 27560に基づく記録を含む、すべての情報が入っています。

## No link at hand
data-link-title = 設定ページへのリンクを受け取る
data-link-lead = メールアドレスを入力すると、リンクをお送りします。メールを停止するには、{ $address } にメールを送ることもできます。
data-link-field = お客さまのメールアドレス
data-link-button = リンクを受け取る
data-link-sent-title = メールをご確認ください
data-link-sent = { $address } が当社の送信先である場合、リンクを記載したメールをそのアドレスにお送りしています。

## Letters
data-letter-minutes = このリンクは{ $minutes }分間有効で、この用件にだけ使えます。
data-letter-not-you = お心当たりがない場合は、何もする必要はありません。何も変更されていません。
data-letter-new-address = 新しいメールアドレス：{ $address }
data-letter-see-subject = 当社が保有する情報を確認するためのリンク
data-letter-see = このリンクから、{ $sender }が保有するお客さまの情報を確認し、訂正できます。
data-letter-see-link = 確認・訂正する
data-letter-download-subject = データのコピーを受け取るためのリンク
data-letter-download = このリンクから、{ $sender }が保有するお客さまのすべての情報のコピーを受け取れます。
data-letter-download-link = コピーを受け取る
data-letter-erase-subject = データを消去しますか？
data-letter-erase = このメールアドレスに関するデータをすべて消去するよう、どなたか（おそらくお客さまご自身）から{ $sender }に依頼がありました。
data-letter-erase-link = 続ける
data-letter-opt-in-subject = ご確認ください：メールを増やすご希望
data-letter-opt-in = このメールアドレスへの配信を増やすよう、どなたか（おそらくお客さまご自身）から{ $sender }に依頼がありました。確認していただいた場合にだけ、配信を始めます。
data-letter-opt-in-link = 確認する
data-letter-leave-subject = メールアドレスを変更しますか？
data-letter-leave = このメールアドレスではなく別のアドレスに送るよう、どなたか（おそらくお客さまご自身）から{ $sender }に依頼がありました。
data-letter-leave-link = 続ける
data-letter-arrive-subject = これはお客さまの新しいメールアドレスですか？
data-letter-arrive = 今後はこのメールアドレスに送るよう、どなたか（おそらくお客さまご自身）から{ $sender }に依頼がありました。
data-letter-arrive-link = 続ける
data-letter-preferences-subject = 設定ページへのリンク
data-letter-preferences = このリンクから、{ $sender }がお送りするメールの設定を確認し、変更できます。
data-letter-preferences-link = メールの設定
data-letter-moved-subject = 今後このメールアドレスには送信しません
data-letter-moved = このメールアドレスと新しいメールアドレスの両方で確認されたため、{ $sender }に登録されているお客さまのメールアドレスを変更しました。
data-letter-moved-wrong = お客さまご自身による変更でない場合は、このメールにご返信ください。
