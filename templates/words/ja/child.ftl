### Reporting that an address belongs to a child.

child-title = お子さまのメールアドレス
child-heading = お子さまのメールアドレスですか？
child-lead = { $address } をお使いの方が{ $age }歳未満の場合は、お知らせください。
child-lead-typed = お使いの方が{ $age }歳未満の場合は、そのメールアドレスをお知らせください。
child-stops = このメールアドレスへの当社メールとパートナーメールを、すべてただちに停止します。
child-erases = メールアドレスと、その方について当社が保有するほかの情報をすべて消去します。
child-keeps = 当社の配信リストに再び入らないように、メールアドレスから作成したコードだけを保管します。
child-for-good = この操作は取り消せません。
child-erase-by-link = すべての情報も消去するには、当社からのメールの末尾にあるリンクを開き、そこで「{ $name }」を選んでください。
child-erase-by-mail = または、メールでご連絡ください。担当者が対応します。
child-address = メールアドレス
child-address-bad = メールアドレスの形式ではありません。次のような形式で入力してください：name@example.org
child-later = この1時間に、お使いのネットワークから多くのアドレスが報告されました。このアドレスは1時間後に報告してください。
child-report = 報告する
child-report-and-erase = 報告してすべて消去する
child-done-title = ありがとうございます。完了しました
child-done-erased = { $address } への当社メールとパートナーメールをすべて停止し、その方について当社が保有していた情報を消去しました。
child-done-before = 以前に報告されていたため、変更はありません。
child-done-typed = ご入力のメールアドレスが当社の配信リストにあった場合、今後は当社メールもパートナーメールも送信されません。
