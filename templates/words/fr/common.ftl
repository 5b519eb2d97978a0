### Words that every page or several of them have.

common-date =
    { $day } { $month ->
        [1] janvier
        [2] février
        [3] mars
        [4] avril
        [5] mai
        [6] juin
        [7] juillet
        [8] août
        [9] septembre
        [10] octobre
        [11] novembre
       *[12] décembre
    } { $year }
common-moment = { $date }, { $time } UTC

common-skip = Aller au contenu
common-tagline = Vos choix d’e-mails
common-help-title = Aide et contact
common-how-to-stop = Comment arrêter les e-mails
common-write-to = Écrivez à { $address }
common-sender-title = Qui envoie ces e-mails
common-for = Pour { $address }

common-write-to-stop = Envoyez un message, quel qu’en soit le texte, à { $address }. Nous arrêtons les e-mails vers l’adresse d’où vous écrivez.
common-company-mail = E-mails de l’entreprise
common-partner-mail = E-mails des partenaires
common-company-mail-is = E-mails promotionnels sur { $sender }.
common-partner-mail-is = E-mails promotionnels que nous envoyons pour d’autres entreprises. Elles ne reçoivent pas votre adresse.
common-still-comes = Les messages sur vos commandes et votre compte, ainsi que les avis légaux, continuent d’arriver.
common-what-you-can-do = Ce que vous pouvez faire
common-or-write = Ou écrivez-nous

common-refused-title = Ce lien ne fonctionne pas
common-refused-lead = Il a peut-être été coupé en chemin. Rien n’a été modifié.
common-refused-newest = Utilisez le lien de notre message le plus récent
common-refused-newest-how =
    Il se trouve à la fin du message. Si vous le copiez, prenez-le en entier : certains logiciels de messagerie coupent un
    long lien en deux lignes.

common-error-title = Désolé, un problème est survenu
common-error-lead = L’erreur vient de nous, pas de ce que vous avez fait.
common-error-again = Réessayez
common-error-again-how = Ouvrez de nouveau le lien de votre message. Il fonctionne toujours.
common-error-acting =
    Nous ne pouvons pas dire si votre choix a été enregistré. Revenez en arrière et appuyez de nouveau sur le bouton : appuyer
    deux fois ne pose aucun problème.
common-error-number = Si vous nous écrivez à propos de cette erreur, indiquez ce numéro : { $incident }
common-busy-title = Réessayez dans une minute
common-busy-lead = Nous ne pouvons pas répondre pour l’instant. L’erreur vient de nous.
common-busy-again-how = Attendez une minute, puis ouvrez de nouveau le lien de votre message. Il fonctionne toujours.

common-elsewhere-title = Ce formulaire venait d’un autre site
common-elsewhere-lead = Rien n’a donc été fait. Ouvrez notre page et appuyez-y sur le bouton.
common-elsewhere-open = Ouvrir notre page
common-stale = Cette page était ouverte depuis trop longtemps, ou le formulaire n’était pas complet. Rien n’a encore été fait : veuillez appuyer de nouveau sur le bouton.
