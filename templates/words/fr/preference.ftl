### The page behind the link in a message, and the preference page.

preference-ask-title = Arrêter ce courrier
preference-ask =
    { $list ->
        [topic] Arrêter « { $name } »
        [partner] Arrêter le courrier de { $name }
        [company] Arrêter le courrier de l’entreprise
        [partners] Arrêter le courrier des partenaires
       *[everything] Arrêter le courrier de l’entreprise et des partenaires
    }
preference-ask-about =
    { $list ->
        [topic] Ceci est du courrier de l’entreprise : courrier promotionnel sur { $sender }.
        [partner] Ceci est du courrier de partenaire. Nous l’envoyons pour { $name }, qui ne reçoit pas votre adresse.
        [company] Le courrier de l’entreprise est du courrier promotionnel sur { $sender }.
        [partners] Le courrier des partenaires est du courrier promotionnel que nous envoyons pour d’autres entreprises. Elles ne reçoivent pas votre adresse.
       *[everything] Le courrier de l’entreprise est du courrier promotionnel sur { $sender }. Le courrier des partenaires est du courrier promotionnel que nous envoyons pour d’autres entreprises.
    }
preference-ask-since = Il est arrêté depuis le { $date }. Vous n’avez rien à faire.
preference-ask-off = Nous ne l’envoyons pas. Vous n’avez rien à faire.
preference-stop-this = Arrêter ce courrier
preference-stop-more = Vous pouvez arrêter davantage
preference-stop-more-at-once = Ou arrêtez davantage en une fois
preference-stop-company = Arrêter tout le courrier de l’entreprise
preference-stop-partner = Arrêter tout le courrier des partenaires
preference-stop-everything = Tout arrêter
preference-everything-is = Tout signifie tout le courrier de l’entreprise et tout le courrier des partenaires.
preference-see-all = Voir tous vos choix de courrier
preference-gpc-before =
    Votre navigateur demande aux sites de ne pas partager ni vendre de données. Quand vous appuyez ici sur un bouton, nous
    désactivons aussi le courrier des partenaires.

preference-is-stopped =
    { $list ->
        [topic] « { $name } » est arrêté
        [partner] Le courrier de { $name } est arrêté
        [company] Le courrier de l’entreprise est arrêté
        [partners] Le courrier des partenaires est arrêté
       *[everything] Le courrier de l’entreprise et celui des partenaires sont arrêtés
    }
preference-stopped-since = Arrêté depuis le { $date }.
preference-stopped-before = Arrêté depuis le { $date }. C’était déjà le cas : rien n’a changé.
preference-partner-too = Tout le courrier des partenaires est arrêté aussi, car votre navigateur demande aux sites de ne pas partager ni vendre de données.
preference-partner-by-signal = Tout le courrier des partenaires est arrêté, car votre navigateur demande aux sites de ne pas partager ni vendre de données.
preference-partner-stays-off = Le courrier des partenaires reste désactivé, car votre navigateur demande aux sites de ne pas partager ni vendre de données.
preference-on-its-way =
    Un message était déjà en route quand vous avez appuyé sur le bouton : « { $subject } ». Il peut encore arriver.
preference-may-come = Ce qui peut encore arriver
preference-may-come-company = Le courrier de l’entreprise encore activé.
preference-may-come-partner = Le courrier des partenaires encore activé.
preference-may-come-account = Les messages sur vos commandes et votre compte.
preference-may-come-notices = Les avis légaux.
preference-undo-title = Ce n’est pas ce que vous vouliez ?
preference-undo-about = Annuler remet vos choix comme ils étaient.
preference-undo = Annuler
preference-saved-title = Vos choix sont enregistrés
preference-saved-nothing-title = Rien n’a changé
preference-saved-nothing = Vos choix étaient déjà enregistrés ainsi.
preference-saved-stopped = Arrêté depuis le { $date } :
preference-back = Retour à vos choix de courrier
preference-undone-title = Vos choix précédents sont rétablis
preference-undone-nothing = Rien d’autre n’a changé.
preference-undone-on = Ce courrier est de nouveau activé :
preference-undone-again = Vous pouvez l’arrêter de nouveau à tout moment.
preference-list =
    { $list ->
        [topic] « { $name } »
        [partner] Courrier de { $name }
        [company] Tout le courrier de l’entreprise
        [partners] Tout le courrier des partenaires
       *[everything] Tout le courrier de l’entreprise et des partenaires
    }

preference-pauses =
    { $list ->
        [company] Le courrier de l’entreprise fait une pause jusqu’au { $date }. Ensuite, il revient de lui-même.
        [partners] Le courrier des partenaires fait une pause jusqu’au { $date }. Ensuite, il revient de lui-même.
       *[everything] Le courrier de l’entreprise et celui des partenaires font une pause jusqu’au { $date }. Ensuite, ils reviennent d’eux-mêmes.
    }
preference-saved-cap =
    { $count ->
        [one] Vous recevez au plus { $count } message promotionnel en 7 jours.
       *[other] Vous recevez au plus { $count } messages promotionnels en 7 jours.
    }
preference-saved-language = Les pages et le courrier sont maintenant dans cette langue.
preference-more-title = Recevoir plus de courrier demande une étape de plus
preference-more-is =
    Vous avez demandé plus de courrier qu’avant. Cela ne peut être confirmé que depuis votre propre boîte, pour que personne
    d’autre ne puisse activer du courrier pour vous :
preference-more-cap = Plus de messages promotionnels en 7 jours
preference-more-write = Écrivez à { $address } et demandez un lien de confirmation.
preference-undone-pause =
    { $list ->
        [company] La pause du courrier de l’entreprise n’est pas plus longue qu’avant.
        [partners] La pause du courrier des partenaires n’est pas plus longue qu’avant.
       *[everything] La pause du courrier de l’entreprise et des partenaires n’est pas plus longue qu’avant.
    }
preference-undone-cap = Le nombre de messages en 7 jours est le même qu’avant.
preference-undone-language = La langue est la même qu’avant.

preference-title = Vos choix de courrier
preference-stop-everything-is =
    Une seule pression arrête tout le courrier de l’entreprise et des partenaires. Les messages sur vos commandes et votre
    compte, ainsi que les avis légaux, continuent d’arriver.
preference-want-company = Voulez-vous le courrier de l’entreprise ?
preference-want-partner = Voulez-vous le courrier des partenaires ?
preference-yes = Oui
preference-no = Non
preference-topics = Sujets
preference-topics-stop = Si vous choisissez Non ci-dessus, tous les sujets s’arrêtent.
preference-partners = Partenaires
preference-partners-stop = Si vous choisissez Non ci-dessus, tous les partenaires s’arrêtent.
preference-turn-on =
    Ce qui est désactivé peut être réactivé par un lien de confirmation envoyé à votre propre boîte, pour que personne d’autre
    ne puisse activer du courrier pour vous.
preference-paused-until = En pause jusqu’au { $date }
preference-pause = Faire une pause
preference-pause-is =
    Le courrier promotionnel s’absente un moment et revient de lui-même. Vos choix ci-dessus restent les mêmes.
preference-pause-long = Combien de temps ?
preference-pause-none = Pas de pause
preference-pause-keep = Comme maintenant
preference-pause-days =
    { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    }
preference-pause-what = Qu’est-ce qui doit faire une pause ?
preference-all-mail = Tout le courrier promotionnel
preference-much = Combien, et dans quelle langue
preference-cap = Au plus combien de messages promotionnels en 7 jours ?
preference-cap-none = Pas de limite à moi
preference-cap-some =
    { $count ->
        [one] Au plus { $count }
       *[other] Au plus { $count }
    }
preference-language = Langue des pages et du courrier
preference-save = Enregistrer mes choix

preference-bars = Courrier que nous retenons
preference-bar =
    { $why ->
        [bounce] Des messages à cette adresse sont revenus sans pouvoir être remis.
        [complaint] Votre fournisseur de messagerie nous a dit qu’un message n’était pas souhaité.
        [child] Cette adresse a été signalée comme celle d’un enfant.
        [domain] Nous n’envoyons rien aux adresses de ce fournisseur.
        [erased] Vos données ont été effacées.
       *[staff] Une personne de { $sender } a arrêté le courrier vers cette adresse.
    }
preference-bar-since =
    { $list ->
        [topic] Cela retient « { $name } » depuis le { $date }.
        [partner] Cela retient le courrier de { $name } depuis le { $date }.
        [company] Cela retient le courrier de l’entreprise depuis le { $date }.
        [partners] Cela retient le courrier des partenaires depuis le { $date }.
       *[everything] Cela retient tout le courrier promotionnel depuis le { $date }.
    }
preference-bar-until =
    { $list ->
        [topic] Cela retient « { $name } » du { $date } au { $until }.
        [partner] Cela retient le courrier de { $name } du { $date } au { $until }.
        [company] Cela retient le courrier de l’entreprise du { $date } au { $until }.
        [partners] Cela retient le courrier des partenaires du { $date } au { $until }.
       *[everything] Cela retient tout le courrier promotionnel du { $date } au { $until }.
    }
preference-bars-ask = Si vous pensez que c’est une erreur, écrivez à { $address }.

preference-held = Ce que nous avons enregistré
preference-held-none = Nous n’avons aucun oui de votre part ; nous n’envoyons donc pas de courrier promotionnel.
preference-held-is = Voici vos choix tels que nous les avons enregistrés.
preference-held-list =
    { $list ->
        [topic] « { $name } »
        [partner] Courrier de { $name }
        [company] Courrier de l’entreprise
        [partners] Courrier des partenaires
       *[everything] Courrier de l’entreprise et des partenaires
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
        [page] Sur cette page, ou par le lien d’un message
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
        [topic] « { $name } » était activé.
        [partner] Le courrier de { $name } était activé.
        [company] Le courrier de l’entreprise était activé.
        [partners] Le courrier des partenaires était activé.
       *[everything] Le courrier de l’entreprise et celui des partenaires étaient activés.
    }
preference-was-stopped =
    { $list ->
        [topic] « { $name } » était arrêté.
        [partner] Le courrier de { $name } était arrêté.
        [company] Le courrier de l’entreprise était arrêté.
        [partners] Le courrier des partenaires était arrêté.
       *[everything] Le courrier de l’entreprise et celui des partenaires étaient arrêtés.
    }
preference-never-given =
    { $list ->
        [topic] Nous n’avons pas de oui de votre part pour « { $name } ».
        [partner] Nous n’avons pas de oui de votre part pour le courrier de { $name }.
        [company] Nous n’avons pas de oui de votre part pour le courrier de l’entreprise.
        [partners] Nous n’avons pas de oui de votre part pour le courrier des partenaires.
       *[everything] Nous n’avons pas de oui de votre part pour le courrier de l’entreprise ni pour celui des partenaires.
    }
preference-why =
    { $why ->
        [no_consent_needed] Ce n’était pas de la publicité : vous l’aviez demandé, ou nous devions vous le dire.
        [paused] Vous aviez demandé une pause.
        [complaint] Votre fournisseur de messagerie nous a dit qu’un message précédent n’était pas souhaité.
        [child] Cette adresse a été signalée comme celle d’un enfant.
        [staff] Une personne de { $sender } a arrêté le courrier vers cette adresse.
        [undeliverable] Des messages précédents à cette adresse sont revenus.
        [domain] Nous n’envoyons rien aux adresses de ce fournisseur.
        [erased] Vos données ont été effacées.
        [policy_declined] Vous avez refusé un changement de notre politique de confidentialité.
        [policy_window] Notre politique de confidentialité a changé, et le délai pour s’y opposer n’est pas écoulé.
        [limit] La limite de messages en 7 jours était atteinte.
        [campaign_over] Nous avons mis fin à cet envoi avant votre tour.
        [refused_there] Votre fournisseur de messagerie ne l’a pas accepté.
        [connection_broke] La connexion s’est rompue pendant l’envoi. Nous ne l’envoyons pas de nouveau.
       *[could_not_check] Nous n’avons pas pu vérifier vos choix ; nous ne l’avons donc pas envoyé.
    }
