### Reporting that an address belongs to a child.

child-title = L’adresse d’un enfant
child-heading = Cette adresse est-elle celle d’un enfant ?
child-lead = Dites-nous si la personne à l’adresse { $address } a moins de { $age } ans.
child-lead-typed = Indiquez-nous l’adresse si la personne a moins de { $age } ans.
child-stops = Nous arrêtons aussitôt tous les e-mails de l’entreprise et tous les e-mails des partenaires vers cette adresse.
child-erases = Nous effaçons l’adresse et tout ce que nous avons d’autre sur la personne.
child-keeps = Nous ne gardons qu’un code tiré de l’adresse, pour qu’elle ne revienne pas dans nos listes.
child-for-good = Cela ne peut pas être annulé.
child-erase-by-link =
    Pour que tout le reste soit aussi effacé, ouvrez le lien à la fin d’un de nos messages et choisissez-y « { $name } ».
child-erase-by-mail = Ou écrivez-nous, et une personne s’en occupe.
child-address = Adresse e-mail
child-address-bad = Ceci n’est pas une adresse e-mail. Une adresse ressemble à ceci : nom@example.org
child-later = De nombreuses adresses ont été signalées depuis votre réseau au cours de la dernière heure. Veuillez signaler celle-ci dans une heure.
child-report = Signaler
child-report-and-erase = Signaler et tout effacer
child-done-title = Merci, c’est fait
child-done-erased = Nous avons arrêté tous les e-mails de l’entreprise et tous les e-mails des partenaires vers { $address }, et effacé ce que nous avions sur la personne.
child-done-before = Cela avait déjà été signalé : rien n’a changé.
child-done-typed = Plus aucun e-mail de l’entreprise ni des partenaires n’est envoyé à l’adresse que vous avez indiquée, si elle était dans nos listes.
