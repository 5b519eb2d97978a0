### Words in mail.

mail-footer-company = Questa è posta dell’azienda: pubblicità di { $sender }. Elenco: { $list }.
mail-footer-partner = Questa è posta di un partner: pubblicità che { $sender } invia per un partner. Elenco: { $list }.
mail-footer-unsubscribe = Annulla l’iscrizione a { $list }
mail-footer-choices = Tutte le Sue scelte

mail-list-company = Novità da { $sender }
mail-list-partner = Posta dei partner di { $sender }
mail-list-company-nameless = Novità dell’azienda
mail-list-partner-nameless = Posta dei partner
