### Words in mail.

mail-footer-company = Dit is bedrijfsmail: reclame van { $sender }. Lijst: { $list }.
mail-footer-partner = Dit is partnermail: reclame die { $sender } voor een partner stuurt. Lijst: { $list }.
mail-footer-unsubscribe = Afmelden voor { $list }
mail-footer-choices = Al uw keuzes

mail-list-company = Nieuws van { $sender }
mail-list-partner = Partnermail van { $sender }
mail-list-company-nameless = Bedrijfsnieuws
mail-list-partner-nameless = Partnermail
