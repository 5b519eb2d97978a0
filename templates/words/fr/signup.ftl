### Signing up: the public form, the letter that asks for a confirmation, and the page behind its link.

signup-title = S’inscrire aux e-mails de { $sender }
signup-lead = Choisissez ce que vous voulez. Nous écrivons d’abord à votre adresse, et seul le lien de ce message active les e-mails.
signup-about-you = À votre sujet
signup-address = Votre adresse e-mail
signup-name = Votre nom (facultatif)
signup-wants = Que voulez-vous ?
signup-wants-partner = E-mails de partenaires
signup-wants-partner-is =
    Ils sont séparés des e-mails de l’entreprise. { $sender } les envoie pour d’autres entreprises. Elles ne reçoivent pas
    votre adresse.
signup-partner-off = Votre navigateur demande aux sites de ne pas partager ni vendre de données. Les e-mails des partenaires restent donc désactivés.

signup-box =
    { $list ->
        [company] Envoyez-moi tous les e-mails de l’entreprise : des e-mails promotionnels sur { $sender }.
        [topic] Envoyez-moi « { $name } » : des e-mails promotionnels sur { $sender }.
        [partners] Envoyez-moi des e-mails de partenaires. { $sender } les envoie, et les partenaires ne reçoivent pas mon adresse.
       *[partner] Envoyez-moi des e-mails de { $name }. { $sender } les envoie, et { $name } ne reçoit pas mon adresse.
    }
signup-can-stop = Je peux les arrêter à tout moment, d’un clic dans chaque message.

signup-age = Quel âge avez-vous ?
signup-age-over = { $age } ans ou plus
signup-age-under = Moins de { $age } ans
signup-age-why = Nous n’envoyons pas d’e-mails aux enfants. Votre réponse n’est pas conservée.
signup-send = S’inscrire

signup-faults = Veuillez revoir ceci
signup-fault-address-missing = Votre adresse e-mail manque. Veuillez la saisir.
signup-fault-address = Ceci n’est pas une adresse e-mail. Il faut un nom, un @ et un domaine, par exemple ada@example.org.
signup-fault-name = Le nom est trop long ou contient un saut de ligne. Veuillez le raccourcir ou le laisser vide.
signup-fault-wants = Rien n’est choisi. Veuillez cocher ce que vous voulez.
signup-fault-gone = Nous ne proposons plus l’un de vos choix. Veuillez choisir de nouveau.
signup-fault-age = Veuillez indiquer votre âge.

signup-sent-title = Regardez dans votre boîte e-mail
signup-sent = Si nous pouvons écrire à { $address }, un message avec un lien est en route. Les e-mails n’arrivent qu’une fois que vous avez utilisé le lien.
signup-sent-hours = Le lien fonctionne { $hours } heures.
signup-sent-none-title = Pas de message après une heure ?
signup-sent-none-spam = Regardez dans votre dossier de courrier indésirable, et vérifiez que l’adresse ci-dessus ne contient pas d’erreur.
signup-sent-none-stopped =
    Nous n’écrivons pas à une adresse qui nous a demandé de ne plus jamais écrire, ou qui n’a pas fonctionné. Si c’est la
    vôtre, écrivez depuis cette adresse à { $contact }.
signup-young-title = Nous ne pouvons pas vous inscrire
signup-young = Il faut avoir { $age } ans ou plus. Nous n’avons rien gardé de ce que vous avez saisi.
signup-later-title = Veuillez réessayer plus tard
signup-later = Beaucoup de personnes se sont inscrites depuis votre réseau au cours de la dernière heure. Ce que vous avez saisi ne pose aucun problème.

signup-letter-subject = À confirmer : e-mails de { $sender }
signup-letter-asked = Cette adresse a été donnée à { $sender } pour une inscription à :
signup-letter-open = Si c’était vous, ouvrez cette page et appuyez-y sur le bouton. Le lien fonctionne { $hours } heures.
signup-letter-link = Confirmer ou dire non
signup-letter-not =
    Si ce n’était pas vous, ne faites rien. Vous ne recevez aucun e-mail de ce fait, et ce qui a été saisi est supprimé après
    { $days } jours.

signup-confirm-title = Est-ce ce que vous voulez ?
signup-confirm-yes = Oui, envoyez-moi ceci
signup-child = Quelqu’un nous a dit que cette adresse est celle d’un enfant. Par votre oui, vous dites aussi que c’est faux et que vous avez { $age } ans ou plus.
signup-confirm-no = Sinon, fermez cette page. Vous ne recevez aucun e-mail de ce fait, et ce qui a été saisi est supprimé après { $days } jours.
signup-done-title = Votre inscription est faite
signup-done-none-title = Ces e-mails restent désactivés
signup-done-on = Vous recevez désormais :
signup-done-off = Ceci a été arrêté d’une autre façon et reste désactivé. Si vous le voulez, écrivez à { $contact } :
signup-done-partner-off = Les e-mails des partenaires restent désactivés, car votre navigateur demande aux sites de ne pas partager ni vendre de données.
signup-done-receipt = Un reçu est en route vers votre adresse.
signup-done-change = Modifier ou arrêter ces e-mails
signup-over-title = Ce lien a expiré
signup-over = Il a fonctionné { $hours } heures. Rien n’a été modifié. Vous pouvez vous inscrire de nouveau à tout moment.
signup-again = S’inscrire de nouveau

signup-embed-title = Ce formulaire sur votre propre page
signup-embed = Copiez ce HTML. Il ne demande ni script ni cookie, et prend l’aspect de votre page.
signup-embed-again = Copiez-le de nouveau quand vous ajoutez un sujet ou un partenaire. Nous montrons encore une fois aux personnes ce à quoi elles consentent.
signup-embed-code = HTML à copier
