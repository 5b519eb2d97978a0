### The page that says how to stop mail.

help-title = Comment arrêter les e-mails
help-lead = Vous pouvez arrêter les e-mails promotionnels à tout moment. Il ne faut ni compte ni mot de passe.
help-link = Utilisez le lien d’un de nos messages
help-link-how =
    Le lien pour arrêter les e-mails se trouve à la fin de chaque message promotionnel. Il ouvre une page avec un seul
    bouton. Les liens d’anciens messages fonctionnent aussi.
help-program = Ou utilisez votre logiciel de messagerie
help-program-how =
    Beaucoup de logiciels de messagerie affichent « Se désabonner » à côté du nom de l’expéditeur. Cela arrête les e-mails du
    même type.
help-kinds = Deux types d’e-mails promotionnels
help-kinds-apart =
    Vous choisissez chacun séparément. Les messages sur vos commandes et votre compte, ainsi que les avis légaux, ne sont pas
    des e-mails promotionnels et continuent d’arriver.
help-reach = Comment nous joindre
help-reach-how = Une personne lit ce que vous écrivez à { $address }. Vous pouvez aussi envoyer une lettre à l’adresse ci-dessous.
