### Words in mail.

mail-footer-company = Dies ist eine Firmen-Mail: Werbung von { $sender }. Liste: { $list }.
mail-footer-partner = Dies ist eine Partner-Mail: Werbung, die { $sender } für einen Partner sendet. Liste: { $list }.
mail-footer-unsubscribe = { $list } abbestellen
mail-footer-choices = Alle Ihre Einstellungen

mail-list-company = Neuigkeiten von { $sender }
mail-list-partner = Partner-Mails von { $sender }
mail-list-company-nameless = Firmen-Neuigkeiten
mail-list-partner-nameless = Partner-Mails
