### A new version of the privacy policy: its notice by mail, and its page.

policy-mail-subject = Ce qui change dans notre politique de confidentialité
policy-mail-lead = Nous avons publié la version { $version } de notre politique de confidentialité. Voici ce qui change :
policy-mail-choose = Lisez-la, et dites oui ou non :
policy-mail-write = Vous pouvez aussi dire non par e-mail : écrivez à { $address }.
policy-mail-why = Ceci est un avis légal. Toute personne dont nous avons l’adresse le reçoit, quels que soient les e-mails qu’elle a choisis.

policy-new-uses =
    { $uses ->
        [company] Elle introduit un nouvel usage de vos données pour les e-mails de l’entreprise, c’est-à-dire les e-mails promotionnels sur { $sender }.
        [partner] Elle introduit un nouvel usage de vos données pour les e-mails des partenaires, c’est-à-dire les e-mails promotionnels que nous envoyons pour d’autres entreprises.
        [both] Elle introduit de nouveaux usages de vos données pour les e-mails de l’entreprise et pour ceux des partenaires.
       *[none] Elle n’introduit aucun nouvel usage de vos données pour les e-mails promotionnels.
    }
policy-in-force-from = Elle entre en vigueur le { $date }.
policy-in-force-since = Elle est en vigueur depuis le { $date }.
policy-followed = Nous avons publié depuis une version plus récente. Vous pouvez encore répondre à celle-ci.

policy-nothing-new-days =
    { $days ->
        [0] Si vous ne faites rien, nous notons seulement que vous avez reçu l’information de notre part. Cela ne compte pas comme un oui. Ce qui est nouveau s’applique alors à vos e-mails.
        [one] Si vous ne faites rien, nous notons seulement que vous avez reçu l’information de notre part. Cela ne compte pas comme un oui. Ce qui est nouveau s’applique à vos e-mails au plus tôt un jour après notre avis.
       *[other] Si vous ne faites rien, nous notons seulement que vous avez reçu l’information de notre part. Cela ne compte pas comme un oui. Ce qui est nouveau s’applique à vos e-mails au plus tôt { $days } jours après notre avis.
    }
policy-nothing-new-from =
    Si vous ne faites rien, nous notons seulement que vous avez reçu l’information de notre part. Cela ne compte pas comme un
    oui. Ce qui est nouveau s’applique à vos e-mails à partir du { $date }.
policy-nothing-same =
    Si vous ne faites rien, nous notons seulement que vous avez reçu l’information de notre part. Cela ne compte pas comme un
    oui. Vos e-mails continuent comme vous les avez choisis.
policy-if-no = Si vous dites non, nous arrêtons aussitôt de vous envoyer tous les e-mails de l’entreprise et tous les e-mails des partenaires.
policy-if-yes = Si vous dites oui, nous le notons. Cela n’active aucun e-mail que vous n’avez pas choisi.

policy-title = Politique de confidentialité, version { $version }
policy-heading = Ce qui change dans notre politique de confidentialité
policy-changes = Ce qui change
policy-answer = Votre réponse
policy-no = Dire non
policy-yes = Dire oui
policy-whole = La politique entière, version { $version }
policy-you-said-no = Vous avez dit non le { $date }. Nous ne vous envoyons ni e-mails de l’entreprise ni e-mails des partenaires.
policy-you-said-no-other =
    Vous avez dit non à une autre version. Nous ne vous envoyons ni e-mails de l’entreprise ni e-mails des partenaires.
policy-you-said-yes = Vous avez dit oui le { $date }.
policy-again = Si vous voulez de nouveau des e-mails, inscrivez-vous de nouveau. Nous vous envoyons un lien, et cela compte une fois que vous l’avez utilisé.
policy-sign-up = S’inscrire de nouveau

policy-declined = Vous avez dit non à la version { $version }
policy-declined-lead = Noté le { $date }. Désormais, nous ne vous envoyons ni e-mails de l’entreprise ni e-mails des partenaires.
policy-declined-before = Vous l’aviez déjà dit le { $date } : rien n’a changé. Nous ne vous envoyons ni e-mails de l’entreprise ni e-mails des partenaires.
policy-accepted = Vous avez dit oui à la version { $version }
policy-accepted-lead = Noté le { $date }. Vos e-mails continuent comme vous les avez choisis.
policy-accepted-before = Vous l’aviez déjà dit le { $date } : rien n’a changé.
policy-still-no = Votre non précédent reste valable
policy-still-no-lead =
    Vous aviez dit non. Toute personne qui a ce message pourrait appuyer sur le bouton ; un oui donné ici ne réactive donc pas
    vos e-mails.
policy-undo-about = « Annuler » retire votre réponse, comme si vous ne l’aviez pas donnée.
policy-undone = Votre réponse est retirée
policy-undone-lead = C’est comme si vous n’aviez pas répondu. Vous pouvez répondre à tout moment.
policy-back = Retour à la politique

policy-standing-title = Notre politique de confidentialité
policy-standing-read = Lire la version { $version } de notre politique de confidentialité
policy-standing-said-no = Vous avez dit non à la version { $version } le { $date }. Nous ne vous envoyons ni e-mails de l’entreprise ni e-mails des partenaires.
policy-standing-said-yes = Vous avez dit oui à la version { $version } le { $date }.
policy-standing-told = Nous vous avons fait part de la version { $version } le { $date }. Vous n’avez pas répondu, et cela ne compte pas comme un oui.
policy-standing-not-told = Nous n’avons pas pu vous faire part de la version { $version } par e-mail.
