### Words in mail.

## The end of each promotional message
mail-footer-company = To jest wiadomość firmowa: reklama firmy { $sender }. Lista: { $list }.
mail-footer-partner = To jest wiadomość partnerska: reklama, którą firma { $sender } wysyła w imieniu partnera. Lista: { $list }.
mail-footer-unsubscribe = Wypisz się z listy: { $list }
mail-footer-choices = Wszystkie Twoje ustawienia

## What the two streams are called as lists
mail-list-company = Nowości od firmy { $sender }
mail-list-partner = Wiadomości partnerskie od firmy { $sender }
mail-list-company-nameless = Nowości firmowe
mail-list-partner-nameless = Wiadomości partnerskie
