### Words in mail.

mail-footer-company = Ceci est un e-mail de l’entreprise : publicité de { $sender }. Liste : { $list }.
mail-footer-partner = Ceci est un e-mail de partenaire : publicité que { $sender } envoie pour un partenaire. Liste : { $list }.
mail-footer-unsubscribe = Se désabonner de la liste « { $list } »
mail-footer-choices = Tous vos choix

mail-list-company = Actualités de { $sender }
mail-list-partner = E-mails des partenaires de { $sender }
mail-list-company-nameless = Actualités de l’entreprise
mail-list-partner-nameless = E-mails des partenaires
