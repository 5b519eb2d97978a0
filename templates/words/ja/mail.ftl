### Words in mail.

## The end of each promotional message
mail-footer-company = これは当社メール（{ $sender }の広告）です。リスト：{ $list }
mail-footer-partner = これはパートナーメール（{ $sender }がパートナーに代わって送る広告）です。リスト：{ $list }
mail-footer-unsubscribe = 「{ $list }」の配信を停止する
mail-footer-choices = すべての設定

## What the two streams are called as lists
mail-list-company = { $sender }からのお知らせ
mail-list-partner = { $sender }からのパートナーメール
mail-list-company-nameless = 当社からのお知らせ
mail-list-partner-nameless = パートナーメール
