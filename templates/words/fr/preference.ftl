### The page behind the link in a message, and the preference page.

preference-ask-title = Arrêter ces e-mails
preference-ask =
    { $list ->
        [topic] Arrêter « { $name } »
        [partner] Arrêter les e-mails de { $name }
        [company] Arrêter les e-mails de l’entreprise
        [partners] Arrêter les e-mails des partenaires
       *[everything] Arrêter les e-mails de l’entreprise et ceux des partenaires
    }
preference-ask-about =
    { $list ->
        [topic] Ce sont des e-mails de l’entreprise : des e-mails promotionnels sur { $sender }.
        [partner] Ce sont des e-mails de partenaire. Nous les envoyons pour { $name }, qui ne reçoit pas votre adresse.
        [company] Les e-mails de l’entreprise sont des e-mails promotionnels sur { $sender }.
        [partners] Les e-mails des partenaires sont des e-mails promotionnels que nous envoyons pour d’autres entreprises. Elles ne reçoivent pas votre adresse.
       *[everything] Les e-mails de l’entreprise sont des e-mails promotionnels sur { $sender }. Les e-mails des partenaires sont des e-mails promotionnels que nous envoyons pour d’autres entreprises.
    }
preference-ask-since = Ils sont arrêtés depuis le { $date }. Vous n’avez rien à faire.
preference-ask-off = Nous ne les envoyons pas. Vous n’avez rien à faire.
preference-stop-this = Arrêter ces e-mails
preference-stop-more = Vous pouvez en arrêter d’autres
preference-stop-more-at-once = Ou arrêtez-en davantage en une fois
preference-stop-company = Arrêter tous les e-mails de l’entreprise
preference-stop-partner = Arrêter tous les e-mails des partenaires
preference-stop-everything = Tout arrêter
preference-everything-is = Tout, c’est-à-dire tous les e-mails de l’entreprise et tous les e-mails des partenaires.
preference-see-all = Voir tous vos choix d’e-mails
preference-gpc-before =
    Votre navigateur demande aux sites de ne pas partager ni vendre de données. Quand vous appuyez ici sur un bouton, nous
    désactivons aussi les e-mails des partenaires.

preference-is-stopped =
    { $list ->
        [topic] « { $name } » est arrêté
        [partner] Les e-mails de { $name } sont arrêtés
        [company] Les e-mails de l’entreprise sont arrêtés
        [partners] Les e-mails des partenaires sont arrêtés
       *[everything] Les e-mails de l’entreprise et ceux des partenaires sont arrêtés
    }
preference-stopped-since = Arrêtés depuis le { $date }.
preference-stopped-before = Arrêtés depuis le { $date }. C’était déjà le cas : rien n’a changé.
preference-partner-too = Tous les e-mails des partenaires sont arrêtés aussi, car votre navigateur demande aux sites de ne pas partager ni vendre de données.
preference-partner-by-signal = Tous les e-mails des partenaires sont arrêtés, car votre navigateur demande aux sites de ne pas partager ni vendre de données.
preference-partner-stays-off = Les e-mails des partenaires restent désactivés, car votre navigateur demande aux sites de ne pas partager ni vendre de données.
preference-on-its-way =
    Un message était déjà en route quand vous avez appuyé sur le bouton : « { $subject } ». Il peut encore arriver.
preference-may-come = Ce qui peut encore arriver
preference-may-come-company = Les e-mails de l’entreprise encore activés.
preference-may-come-partner = Les e-mails des partenaires encore activés.
preference-may-come-account = Les messages sur vos commandes et votre compte.
preference-may-come-notices = Les avis légaux.
preference-undo-title = Ce n’est pas ce que vous vouliez ?
preference-undo-about = « Annuler » remet vos choix comme ils étaient.
preference-undo = Annuler
preference-saved-title = Vos choix sont enregistrés
preference-saved-nothing-title = Rien n’a changé
preference-saved-nothing = Vos choix étaient déjà enregistrés ainsi.
preference-saved-stopped = Arrêtés depuis le { $date } :
preference-back = Retour à vos choix d’e-mails
preference-undone-title = Vos choix précédents sont rétablis
preference-undone-nothing = Rien d’autre n’a changé.
preference-undone-on = Ces e-mails sont de nouveau activés :
preference-undone-again = Vous pouvez les arrêter de nouveau à tout moment.
preference-list =
    { $list ->
        [topic] « { $name } »
        [partner] E-mails de { $name }
        [company] Tous les e-mails de l’entreprise
        [partners] Tous les e-mails des partenaires
       *[everything] Tous les e-mails de l’entreprise et tous les e-mails des partenaires
    }

preference-pauses =
    { $list ->
        [company] Les e-mails de l’entreprise sont en pause jusqu’au { $date }. Ensuite, ils reviennent d’eux-mêmes.
        [partners] Les e-mails des partenaires sont en pause jusqu’au { $date }. Ensuite, ils reviennent d’eux-mêmes.
       *[everything] Les e-mails de l’entreprise et ceux des partenaires sont en pause jusqu’au { $date }. Ensuite, ils reviennent d’eux-mêmes.
    }
preference-saved-cap =
    { $count ->
        [one] Vous recevez au plus { $count } message promotionnel en 7 jours.
       *[other] Vous recevez au plus { $count } messages promotionnels en 7 jours.
    }
preference-saved-language = Les pages et les e-mails sont maintenant dans cette langue.
preference-more-title = Recevoir plus d’e-mails demande une étape de plus
preference-more-is =
    Vous avez demandé plus d’e-mails qu’avant. Cela ne peut être confirmé que depuis votre propre boîte e-mail, pour que
    personne d’autre ne puisse activer des e-mails pour vous :
preference-more-cap = Plus de messages promotionnels en 7 jours
preference-more-end-pause =
    { $list ->
        [company] La fin de la pause des e-mails de l’entreprise
        [partners] La fin de la pause des e-mails des partenaires
       *[everything] La fin de la pause de tous les e-mails promotionnels
    }
preference-more-often =
    Nous avons envoyé plusieurs messages à { $address } en une heure ; aucun n’a donc été envoyé pour cette demande.
    Veuillez la refaire dans une heure.
preference-more-write = Écrivez à { $address } et demandez un lien de confirmation.
preference-undone-pause =
    { $list ->
        [company] La pause des e-mails de l’entreprise n’est pas plus longue qu’avant.
        [partners] La pause des e-mails des partenaires n’est pas plus longue qu’avant.
       *[everything] La pause des e-mails de l’entreprise et de ceux des partenaires n’est pas plus longue qu’avant.
    }
preference-undone-cap = Le nombre de messages en 7 jours est le même qu’avant.
preference-undone-language = La langue est la même qu’avant.

preference-title = Vos choix d’e-mails
preference-stop-everything-is =
    Une seule pression arrête tous les e-mails de l’entreprise et tous les e-mails des partenaires. Les messages sur vos
    commandes et votre compte, ainsi que les avis légaux, continuent d’arriver.
preference-want-company = Voulez-vous les e-mails de l’entreprise ?
preference-want-partner = Voulez-vous les e-mails des partenaires ?
preference-yes = Oui
preference-no = Non
preference-topics = Sujets
preference-topics-stop = Si vous choisissez Non ci-dessus, tous les sujets s’arrêtent.
preference-partners = Partenaires
preference-partners-stop = Si vous choisissez Non ci-dessus, les e-mails de tous les partenaires s’arrêtent.
preference-turn-on =
    Ce qui est désactivé peut être réactivé par un lien de confirmation envoyé à votre propre boîte e-mail, pour que personne
    d’autre ne puisse activer des e-mails pour vous.
preference-paused-until = En pause jusqu’au { $date }
preference-end-pause = Mettre fin à cette pause maintenant. Pour cela, nous envoyons un lien à votre boîte e-mail.
preference-pause = Faire une pause
preference-pause-is =
    Les e-mails promotionnels s’interrompent quelque temps et reviennent d’eux-mêmes. Vos choix ci-dessus restent les mêmes.
preference-pause-long = Combien de temps ?
preference-pause-none = Pas de pause
preference-pause-keep = Comme maintenant
preference-pause-days =
    { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    }
preference-pause-what = Que faut-il mettre en pause ?
preference-all-mail = Tous les e-mails promotionnels
preference-much = Combien, et dans quelle langue
preference-cap = Au plus combien de messages promotionnels en 7 jours ?
preference-cap-none = Pas de limite personnelle
preference-cap-some =
    { $count ->
        [one] Au plus { $count }
       *[other] Au plus { $count }
    }
preference-language = Langue des pages et des e-mails
preference-save = Enregistrer mes choix

preference-bars = E-mails que nous retenons
preference-bar =
    { $why ->
        [bounce] Des messages à cette adresse sont revenus parce qu’ils n’ont pas pu être remis.
        [complaint] Votre fournisseur de messagerie nous a dit qu’un message n’était pas souhaité.
        [child] Cette adresse a été signalée comme celle d’un enfant.
        [domain] Nous n’envoyons rien aux adresses de ce fournisseur.
        [erased] Vos données ont été effacées.
       *[staff] Une personne de { $sender } a arrêté les e-mails vers cette adresse.
    }
preference-bar-since =
    { $list ->
        [topic] Cela retient « { $name } » depuis le { $date }.
        [partner] Cela retient les e-mails de { $name } depuis le { $date }.
        [company] Cela retient les e-mails de l’entreprise depuis le { $date }.
        [partners] Cela retient les e-mails des partenaires depuis le { $date }.
       *[everything] Cela retient tous les e-mails promotionnels depuis le { $date }.
    }
preference-bar-until =
    { $list ->
        [topic] Cela retient « { $name } » du { $date } au { $until }.
        [partner] Cela retient les e-mails de { $name } du { $date } au { $until }.
        [company] Cela retient les e-mails de l’entreprise du { $date } au { $until }.
        [partners] Cela retient les e-mails des partenaires du { $date } au { $until }.
       *[everything] Cela retient tous les e-mails promotionnels du { $date } au { $until }.
    }
preference-bars-ask = Si vous pensez que c’est une erreur, écrivez à { $address }.

preference-held = Ce que nous avons enregistré
preference-held-none = Nous n’avons aucun oui de votre part ; nous n’envoyons donc pas d’e-mails promotionnels.
preference-held-is = Voici vos choix tels que nous les avons enregistrés.
preference-held-list =
    { $list ->
        [topic] « { $name } »
        [partner] E-mails de { $name }
        [company] E-mails de l’entreprise
        [partners] E-mails des partenaires
       *[everything] E-mails de l’entreprise et e-mails des partenaires
    }
preference-held-on-since = Activé depuis
preference-held-off-since = Désactivé depuis
preference-held-chosen = Choisi
preference-held-words = Texte montré
preference-held-language = Langue
preference-held-policy = Politique de confidentialité
preference-held-version = Version { $version }
preference-source =
    { $source ->
        [registration] À l’inscription
        [order] Avec une commande
        [survey] Dans une enquête
        [contest] Lors d’un concours
        [page] Sur cette page, ou par un lien dans un message
        [api] Sur un autre de nos sites ou services
        [import] D’une liste avec preuve de votre choix
       *[staff] Saisi par une personne de { $sender }
    }

preference-recent = Vos derniers messages
preference-recent-none = Il n’y en a pas encore.
preference-outcome =
    { $outcome ->
        [sent] Envoyé
        [withheld] Non envoyé
        [waiting] En attente
        [returned] Non remis
       *[in_doubt] Peut-être envoyé
    }
preference-was-on =
    { $list ->
        [topic] « { $name } » était activé.
        [partner] Les e-mails de { $name } étaient activés.
        [company] Les e-mails de l’entreprise étaient activés.
        [partners] Les e-mails des partenaires étaient activés.
       *[everything] Les e-mails de l’entreprise et ceux des partenaires étaient activés.
    }
preference-was-stopped =
    { $list ->
        [topic] « { $name } » était arrêté.
        [partner] Les e-mails de { $name } étaient arrêtés.
        [company] Les e-mails de l’entreprise étaient arrêtés.
        [partners] Les e-mails des partenaires étaient arrêtés.
       *[everything] Les e-mails de l’entreprise et ceux des partenaires étaient arrêtés.
    }
preference-never-given =
    { $list ->
        [topic] Nous n’avons pas de oui de votre part pour « { $name } ».
        [partner] Nous n’avons pas de oui de votre part pour les e-mails de { $name }.
        [company] Nous n’avons pas de oui de votre part pour les e-mails de l’entreprise.
        [partners] Nous n’avons pas de oui de votre part pour les e-mails des partenaires.
       *[everything] Nous n’avons pas de oui de votre part pour les e-mails de l’entreprise ni pour ceux des partenaires.
    }
preference-why =
    { $why ->
        [no_consent_needed] Ce n’était pas de la publicité : vous l’aviez demandé, ou nous devons vous le dire.
        [paused] Vous aviez demandé une pause.
        [complaint] Votre fournisseur de messagerie nous a dit qu’un message précédent n’était pas souhaité.
        [child] Cette adresse a été signalée comme celle d’un enfant.
        [staff] Une personne de { $sender } a arrêté les e-mails vers cette adresse.
        [undeliverable] Des messages précédents à cette adresse sont revenus.
        [domain] Nous n’envoyons rien aux adresses de ce fournisseur.
        [erased] Vos données ont été effacées.
        [policy_declined] Vous avez refusé un changement de notre politique de confidentialité.
        [policy_window] Notre politique de confidentialité a changé, et le délai pour s’y opposer n’est pas écoulé.
        [limit] La limite de messages en 7 jours était atteinte.
        [campaign_over] Nous avons mis fin à cet envoi avant votre tour.
        [refused_there] Votre fournisseur de messagerie ne l’a pas accepté.
        [connection_broke] La connexion s’est rompue pendant l’envoi. Nous ne l’envoyons pas de nouveau.
       *[could_not_check] Nous n’avons pas pu vérifier vos choix ; nous ne l’avons donc pas envoyé.
    }
