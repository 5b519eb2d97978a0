### The page that says how to stop mail.

help-title = Comment arrêter le courrier
help-lead = Vous pouvez arrêter le courrier promotionnel à tout moment. Il ne faut ni compte ni mot de passe.
help-link = Utilisez le lien d’un de nos messages
help-link-how =
    Le lien pour arrêter le courrier se trouve à la fin de chaque message promotionnel. Il ouvre une page avec un seul
    bouton. Les liens d’anciens messages fonctionnent aussi.
help-program = Ou utilisez votre logiciel de messagerie
help-program-how =
    Beaucoup de logiciels affichent « Se désabonner » à côté du nom de l’expéditeur. Cela arrête le courrier du même type.
help-kinds = Deux types de courrier promotionnel
help-kinds-apart =
    Vous choisissez chacun séparément. Les messages sur vos commandes et votre compte, ainsi que les avis légaux, ne sont pas
    du courrier promotionnel et continuent d’arriver.
help-reach = Comment nous joindre
help-reach-how = Une personne lit ce que vous écrivez à { $address }. Vous pouvez aussi envoyer une lettre à l’adresse ci-dessous.
