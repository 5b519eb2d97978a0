### The receipt of a person's consents, as a letter.

receipt-subject = Votre reçu : courrier de { $sender }
receipt-intro = Voici ce que { $sender } a enregistré de votre consentement au courrier en date du { $date }. Conservez-le si vous le souhaitez.
receipt-what =
    { $list ->
        [topic] « { $name } »
        [partner] Courrier de { $name }
        [company] Courrier de l’entreprise
       *[partners] Courrier des partenaires
    }
receipt-state =
    { $state ->
        [given] Vous avez dit oui le { $date }
        [granted] Activé par défaut depuis le { $date } : { $basis }
        [withdrawn] Vous avez dit non le { $date }
        [refused] Vous avez dit non le { $date }
       *[open] Vous n’avez rien dit
    }
receipt-where = Où
receipt-words = Le texte qui vous a été montré
receipt-policy = Version de notre politique de confidentialité
receipt-partners = Nous envoyons nous-mêmes le courrier des partenaires. Les partenaires n’apprennent rien sur vous.
receipt-change = Vous pouvez tout modifier ou arrêter à tout moment :
receipt-link = Vos choix de courrier
receipt-number = Numéro de ce reçu : { $number }

receipt-ask-title = Un reçu
receipt-ask-about = Il indique à quoi vous avez dit oui ou non, quand et avec quel texte. Nous l’envoyons à votre propre adresse.
receipt-ask = M’envoyer un reçu
receipt-sent-title = Regardez dans votre boîte
receipt-sent = Si nous pouvons écrire à votre adresse, un reçu est en route. Nous n’en envoyons que quelques-uns par heure.
