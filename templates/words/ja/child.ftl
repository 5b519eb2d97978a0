### Reporting that an address belongs to a child.

child-title = お子さまのメールアドレス
child-heading = お子さまのメールアドレスですか？
child-lead = { $address } をお使いの方が{ $age }歳未満の場合は、お知らせください。
child-lead-typed = お使いの方が{ $age }歳未満の場合は、そのメールアドレスをお知らせください。
child-stops = このメールアドレスへの当社メールとパートナーメールを、すべてただちに停止します。
child-writes = 当社がこのアドレスを保有している場合は、そのアドレスにメールをお送りします。そのメールから、すべてを消去したり、誤った報告を取り下げたりできます。
child-erases = メールアドレスと、その方について当社が保有するほかの情報をすべて消去します。
child-keeps = 当社の配信リストに再び入らないように、メールアドレスから作成したコードだけを保管します。
child-for-good = この操作は取り消せません。
child-erase-by-link = すべての情報も消去するには、当社からのメールの末尾にあるリンクを開き、そこで「{ $name }」を選んでください。
child-erase-by-mail = または、メールでご連絡ください。担当者が対応します。
child-address = メールアドレス
child-address-bad = メールアドレスの形式ではありません。次のような形式で入力してください：name@example.org
child-later = 現在、報告されるアドレスが多すぎるため、このアドレスは受け付けませんでした。後ほどもう一度報告するか、メールでご連絡ください。
child-report = 報告する
child-done-title = ありがとうございます。完了しました
child-done-stopped = { $address } への当社メールとパートナーメールをすべて停止しました。消去されたものはありません。
child-done-erased = { $address } への当社メールとパートナーメールをすべて停止し、その方について当社が保有していた情報を消去しました。
child-done-before = 以前に報告されていたため、変更はありません。
child-done-typed = 今後、ご入力のメールアドレスには当社メールもパートナーメールも送信しません。現在送信中のメールは届くことがあります。

child-letter-title = すべての情報も消去する
child-letter-about = その方について当社が保有する情報は、{ $address } に届くリンクからのみ消去できます。同じメールに、誤った報告を取り下げるリンクもあります。
child-letter-button = そのメールを送る
child-letter-sent = リンクの入ったメールを { $address } にお送りしています。

child-mail-subject = このアドレスはお子さまのものと報告されました
child-mail-lead = このアドレスが{ $age }歳未満のお子さまのものであるという報告が { $sender } にありました。そのため、このアドレスへの当社メールとパートナーメールをすべて停止しました。消去されたものはありません。
child-mail-not = これは子どものアドレスではありません
child-mail-erase = このアドレスの情報をすべて消去する
child-mail-days = どちらのリンクも3日間有効です。報告が正しく、消去の必要もない場合は、何もする必要はありません。

child-erase-title = お子さまの情報をすべて消去する
child-not-title = 子どものアドレスではありません
child-not-lead = ボタンを押すと、{ $age }歳以上であると申告したことになります。報告は取り下げられ、以前の選択が再び有効になります。
child-not-button = はい、報告を取り下げる
child-lifted-title = 報告は取り下げられました
child-lifted = 以前の選択が再び有効になりました。
child-stays = このアドレスがお子さまのものであるという別の報告があります。そちらは有効なままです。
child-expired = 有効期間は3日間でした。何も変更されていません。新しいリンクを請求できます。
