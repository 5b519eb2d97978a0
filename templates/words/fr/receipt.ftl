### The receipt of a person's consents, as a letter.

receipt-subject = Votre reçu : e-mails de { $sender }
receipt-intro = Voici ce que { $sender } a enregistré, en date du { $date }, sur votre consentement à recevoir des e-mails. Conservez-le si vous le souhaitez.
receipt-what =
    { $list ->
        [topic] « { $name } »
        [partner] E-mails de { $name }
        [company] E-mails de l’entreprise
       *[partners] E-mails des partenaires
    }
receipt-state =
    { $state ->
        [given] Vous avez dit oui le { $date }
        [granted] Activé par défaut depuis le { $date } : { $basis }
        [withdrawn] Vous avez dit non le { $date }
        [refused] Vous avez dit non le { $date }
       *[open] Vous n’avez rien dit
    }
receipt-where = Où
receipt-words = Le texte qui vous a été montré
receipt-policy = Version de notre politique de confidentialité
receipt-partners = Nous envoyons nous-mêmes les e-mails des partenaires. Les partenaires ne reçoivent rien sur vous.
receipt-change = Vous pouvez tout modifier ou arrêter à tout moment :
receipt-link = Vos choix d’e-mails
receipt-file = Le fichier joint contient la même chose, avec tout l’historique, dans un format lisible par des programmes.
receipt-number = Numéro de ce reçu : { $number }

receipt-ask-title = Un reçu
receipt-ask-about = Il indique à quoi vous avez dit oui ou non, quand et avec quel texte. Nous l’envoyons à votre propre adresse.
receipt-ask = M’envoyer un reçu
receipt-sent-title = Regardez dans votre boîte e-mail
receipt-sent = Si nous pouvons écrire à votre adresse, un reçu est en route. Nous n’en envoyons que quelques-uns par heure.
