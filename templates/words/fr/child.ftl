### Reporting that an address belongs to a child.

child-title = L’adresse d’un enfant
child-heading = Cette adresse est-elle celle d’un enfant ?
child-lead = Dites-nous si la personne à l’adresse { $address } a moins de { $age } ans.
child-lead-typed = Indiquez-nous l’adresse si la personne a moins de { $age } ans.
child-stops = Nous arrêtons aussitôt tous les e-mails de l’entreprise et tous les e-mails des partenaires vers cette adresse.
child-writes = Si nous avons l’adresse, nous lui écrivons : avec ce message, tout peut être effacé, ou le signalement retiré s’il est faux.
child-erases = Nous effaçons l’adresse et tout ce que nous avons d’autre sur la personne.
child-keeps = Nous ne gardons qu’un code tiré de l’adresse, pour qu’elle ne revienne pas dans nos listes.
child-for-good = Cela ne peut pas être annulé.
child-erase-by-link =
    Pour que tout le reste soit aussi effacé, ouvrez le lien à la fin d’un de nos messages et choisissez-y « { $name } ».
child-erase-by-mail = Ou écrivez-nous, et une personne s’en occupe.
child-address = Adresse e-mail
child-address-bad = Ceci n’est pas une adresse e-mail. Une adresse ressemble à ceci : nom@example.org
child-later = Trop d’adresses sont signalées en ce moment, nous n’avons donc pas pris celle-ci. Veuillez la signaler de nouveau plus tard, ou écrivez-nous.
child-report = Signaler
child-done-title = Merci, c’est fait
child-done-stopped = Nous avons arrêté tous les e-mails de l’entreprise et tous les e-mails des partenaires vers { $address }. Rien n’a été effacé.
child-done-erased = Nous avons arrêté tous les e-mails de l’entreprise et tous les e-mails des partenaires vers { $address }, et effacé ce que nous avions sur la personne.
child-done-before = Cela avait déjà été signalé : rien n’a changé.
child-done-typed = Désormais, aucun e-mail de l’entreprise ni des partenaires n’est envoyé à l’adresse que vous avez indiquée. Un message déjà en route à cet instant peut encore arriver.

child-letter-title = Tout effacer aussi
child-letter-about = Seul un lien envoyé à { $address } efface ce que nous avons sur la personne. Le même message contient un lien qui retire le signalement s’il est faux.
child-letter-button = Envoyer ce message
child-letter-sent = Un message avec les liens est en route vers { $address }.

child-mail-subject = Cette adresse a été signalée comme celle d’un enfant
child-mail-lead = Quelqu’un a dit à { $sender } que cette adresse est celle d’un enfant de moins de { $age } ans. Nous avons donc arrêté tous les e-mails de l’entreprise et tous les e-mails des partenaires vers elle. Rien n’a été effacé.
child-mail-not = Ce n’est pas l’adresse d’un enfant
child-mail-erase = Tout effacer sur cette adresse
child-mail-days = Les deux liens fonctionnent pendant trois jours. Si le signalement est juste et que rien ne doit être effacé, vous n’avez rien à faire.

child-erase-title = Tout effacer sur un enfant
child-not-title = Pas l’adresse d’un enfant
child-not-lead = En appuyant sur le bouton, vous dites que vous avez { $age } ans ou plus. Le signalement est alors retiré, et ce qui était choisi avant vaut de nouveau.
child-not-button = Oui, retirer le signalement
child-lifted-title = Le signalement est retiré
child-lifted = Ce qui était choisi avant vaut de nouveau.
child-stays = Il existe un autre signalement disant que cette adresse est celle d’un enfant. Celui-là reste.
child-expired = Il fonctionnait pendant trois jours. Rien n’a été changé. Vous pouvez en demander un nouveau.
