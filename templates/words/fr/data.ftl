### What people do with their own data, on pages and in the letters that complete it.

data-title = Vos données
data-about =
    Pour chacune de ces actions, nous envoyons un lien à votre adresse. Il fonctionne une demi-heure, et rien ne change avant
    que vous l’ayez utilisé.
data-see = Voir et corriger ce que nous savons de vous
data-download = Obtenir une copie de vos données
data-erase = Effacer mes données
data-move-title = Changer d’adresse
data-move = Votre nouvelle adresse e-mail
data-move-button = Envoyer le lien

data-asked-title = Regardez dans votre boîte e-mail
data-asked = Nous avons envoyé un message à { $address }. Rien n’a encore changé : ouvrez le lien de ce message dans les 30 minutes.
data-asked-more = Nous avons envoyé un message à { $address }. Tout cela attend que vous ayez ouvert le lien de ce message, dans les 30 minutes, et que vous l’ayez confirmé.
data-asked-often-title = Cherchez nos derniers messages
data-asked-often =
    Nous avons envoyé plusieurs messages à { $address } en une heure. Utilisez le lien du plus récent, ou revenez dans une
    heure.

data-see-title = Ce que nous savons de vous
data-see-lead = Modifiez ce qui est faux, et laissez vide ce que nous ne devons pas savoir.
data-see-address = Adresse
data-see-button = Enregistrer
data-field-name = Nom
data-field-zip = Code postal
data-field-age = Tranche d’âge
data-field-income = Tranche de revenus
data-field-language = Langue, par exemple en ou pt-BR
data-field-zone = Fuseau horaire, par exemple Europe/Berlin
data-wrong = Ceci n’a pas été enregistré. Veuillez modifier :
data-mend =
    { $field ->
        [name] Nom : une seule ligne de 200 caractères au plus.
        [zip] Code postal : au plus 12 lettres de A à Z, chiffres, espaces et traits d’union.
        [age] Tranche d’âge : des années, par exemple 30-39 ou 65+.
        [income] Tranche de revenus : une seule ligne de 40 caractères au plus.
        [language] Langue : un code court, par exemple en ou pt-BR.
       *[zone] Fuseau horaire : un nom, par exemple Europe/Berlin.
    }
data-leave-title = Changer d’adresse
data-leave-lead =
    Quand vous appuyez sur le bouton, nous envoyons un lien à la nouvelle adresse. Votre adresse change quand ce lien est
    utilisé. D’ici là, rien ne change.
data-leave-button = Oui, écrire à la nouvelle adresse
data-arrive-title = Est-ce votre adresse ?
data-arrive-lead =
    Quand vous appuyez sur le bouton, tout ce que vous avez choisi vaut pour cette adresse, et nous n’écrivons plus à la
    précédente.
data-arrive-button = Oui, utiliser cette adresse
data-new-address = Nouvelle adresse : { $address }
data-opt-in-title = Plus d’e-mails
data-opt-in-lead = En appuyant sur le bouton, vous dites :
data-opt-in-after = Vous pouvez les arrêter de nouveau à tout moment, d’un clic dans chaque message.
data-opt-in-button = Oui, je le souhaite
data-opt-in-wording =
    { $list ->
        [topic] Oui, envoyez-moi « { $name } » de { $sender } par e-mail.
        [partner] Oui, envoyez-moi des e-mails de { $name }. { $sender } les envoie et ne transmet pas mon adresse.
        [company] Oui, envoyez-moi des e-mails promotionnels sur { $sender }.
        [partners] Oui, envoyez-moi des e-mails promotionnels pour d’autres entreprises. { $sender } les envoie et ne transmet pas mon adresse.
       *[everything] Oui, envoyez-moi tous les e-mails promotionnels de { $sender }.
    }
data-opt-in-cap =
    { $count ->
        [one] Oui, envoyez-moi jusqu’à { $count } message promotionnel en 7 jours.
       *[other] Oui, envoyez-moi jusqu’à { $count } messages promotionnels en 7 jours.
    }
data-opt-in-no-cap = Oui, supprimez ma limite personnelle de messages promotionnels en 7 jours.
data-opt-in-end-pause =
    { $list ->
        [company] Oui, mettez fin maintenant à la pause des e-mails de l’entreprise.
        [partners] Oui, mettez fin maintenant à la pause des e-mails des partenaires.
       *[everything] Oui, mettez fin maintenant à la pause de tous les e-mails promotionnels.
    }
data-download-title = Une copie de vos données
data-download-lead = Vous pouvez la lire ici, ou l’emporter dans un fichier lisible par une machine (JSON).
data-download-show = L’afficher ici
data-download-file = Télécharger le fichier
data-erase-title = Effacer vos données
data-erase-lead =
    Quand vous appuyez sur le bouton, nous effaçons votre adresse, votre nom et tout ce que vous nous avez dit. Cela ne peut
    pas être annulé.
data-erase-keep =
    Nous gardons un code qui ne permet pas de retrouver votre adresse. Avec lui, nous veillons à ce que personne chez
    { $sender } ne vous envoie de nouveau des e-mails.
data-erase-button = Tout effacer

data-corrected-title = Enregistré
data-corrected = Nous savons maintenant ce que vous venez de nous dire, et rien d’autre.
data-half-title = Encore une étape
data-half = Nous avons envoyé un lien à la nouvelle adresse. Ouvrez-le dans les 30 minutes.
data-moved-title = Votre adresse est changée
data-moved = Tout ce que vous avez choisi vaut pour elle. Nous n’écrivons plus à la précédente.
data-opted-in-title = Les e-mails sont activés
data-opted-in =
    { $list ->
        [topic] À partir de maintenant, nous vous envoyons « { $name } ».
        [partner] À partir de maintenant, nous vous envoyons des e-mails de { $name }.
        [company] À partir de maintenant, nous vous envoyons les e-mails de l’entreprise.
        [partners] À partir de maintenant, nous vous envoyons les e-mails des partenaires.
       *[everything] À partir de maintenant, nous vous envoyons les e-mails de l’entreprise et ceux des partenaires.
    }
data-noted-off = Nous avons noté votre oui. Ces e-mails restent tout de même désactivés :
data-cap-gone = Vous n’avez plus de limite personnelle.
data-pause-ended =
    { $list ->
        [company] La pause des e-mails de l’entreprise est terminée.
        [partners] La pause des e-mails des partenaires est terminée.
       *[everything] La pause des e-mails de l’entreprise et de ceux des partenaires est terminée.
    }
data-erased-title = Vos données sont effacées
data-erased = Nous ne connaissons plus ni votre adresse ni rien d’autre sur vous. Nous ne vous écrirons plus.
data-erased-copies = Ce que la base de données conserve pour sa propre réparation, comme son journal et les sauvegardes, est écrasé au fil de son fonctionnement. Personne n’y consulte quoi que ce soit.
data-before-title = C’est déjà fait
data-before = Cela a été fait le { $date }. Rien n’a été modifié maintenant.
data-expired-title = Ce lien a expiré
data-expired = Il a fonctionné 30 minutes. Rien n’a été modifié. Vous pouvez en demander un nouveau.
data-expired-new = Demander un nouveau lien

data-copy-title = Vos données
data-copy-person = À votre sujet
data-copy-known = Connu depuis
data-copy-source = Origine
data-copy-file-more = Le fichier contient tout, avec les enregistrements selon ISO/IEC TS 27560.

data-link-title = Obtenir un lien vers vos choix
data-link-lead = Indiquez votre adresse, et nous vous envoyons un lien. Pour arrêter les e-mails, vous pouvez aussi écrire à { $address }.
data-link-field = Votre adresse e-mail
data-link-button = M’envoyer le lien
data-link-sent-title = Regardez dans votre boîte e-mail
data-link-sent = Si nous écrivons à { $address }, un message avec un lien est en route vers cette adresse.

data-letter-minutes = Le lien fonctionne { $minutes } minutes, et seulement pour cela.
data-letter-not-you = Si vous n’avez pas demandé cela, ne faites rien. Rien n’a été modifié.
data-letter-new-address = Nouvelle adresse : { $address }
data-letter-see-subject = Votre lien vers ce que nous savons de vous
data-letter-see = Avec ce lien, vous pouvez voir et corriger ce que { $sender } sait de vous.
data-letter-see-link = Voir et corriger
data-letter-download-subject = Votre lien vers une copie de vos données
data-letter-download = Avec ce lien, vous obtenez une copie de tout ce que { $sender } sait de vous.
data-letter-download-link = Obtenir la copie
data-letter-erase-subject = Effacer vos données ?
data-letter-erase = Quelqu’un, sans doute vous, a demandé à { $sender } d’effacer toutes les données de cette adresse.
data-letter-erase-link = Continuer
data-letter-opt-in-subject = À confirmer : plus d’e-mails
data-letter-opt-in = Quelqu’un, sans doute vous, a demandé à { $sender } plus d’e-mails pour cette adresse. Ils ne sont activés que si vous le confirmez.
data-letter-opt-in-link = Confirmer
data-letter-leave-subject = Changer d’adresse ?
data-letter-leave = Quelqu’un, sans doute vous, a demandé à { $sender } d’écrire à une autre adresse que celle-ci.
data-letter-leave-link = Continuer
data-letter-arrive-subject = Est-ce votre nouvelle adresse ?
data-letter-arrive = Quelqu’un, sans doute vous, a demandé à { $sender } d’écrire désormais à cette adresse.
data-letter-arrive-link = Continuer
data-letter-preferences-subject = Votre lien vers vos choix
data-letter-preferences = Avec ce lien, vous pouvez voir et modifier les e-mails que { $sender } vous envoie.
data-letter-preferences-link = Vos choix
data-letter-moved-subject = Nous n’écrivons plus à cette adresse
data-letter-moved = Votre adresse chez { $sender } a été changée, comme cela a été confirmé depuis cette boîte e-mail et depuis la nouvelle.
data-letter-moved-wrong = Si ce n’était pas vous, veuillez répondre à ce message.
