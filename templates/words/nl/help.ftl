### The page that says how to stop mail.

help-title = Mail stoppen
help-lead = U kunt reclamemail op elk moment stoppen. U hebt geen account en geen wachtwoord nodig.
help-link = Gebruik de link in een bericht van ons
help-link-how =
    De link om mail te stoppen staat onder aan elk reclamebericht. Hij opent een pagina met één knop. Links in oude berichten
    werken ook.
help-program = Of gebruik uw mailprogramma
help-program-how =
    Veel mailprogramma’s tonen ‘Afmelden’ naast de naam van de afzender. Dat stopt de mail van dezelfde soort.
help-kinds = Twee soorten reclamemail
help-kinds-apart =
    U kiest elk van beide apart. Berichten over uw bestellingen en uw account, en juridische mededelingen, zijn geen reclame en
    blijven komen.
help-reach = Hoe u ons bereikt
help-reach-how = Een mens leest wat u schrijft naar { $address }. U kunt ook een brief sturen naar het adres hieronder.
