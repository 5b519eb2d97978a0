### Signing up: the public form, the letter that asks for a confirmation, and the page behind its link.

signup-title = Aanmelden voor mail van { $sender }
signup-lead = Kies wat u wilt. Eerst schrijven we naar uw adres, en alleen de link in dat bericht zet mail aan.
signup-about-you = Over u
signup-address = Uw e-mailadres
signup-name = Uw naam (mag leeg blijven)
signup-wants = Wat wilt u?
signup-wants-partner = Mail van partners
signup-wants-partner-is =
    Dit staat los van bedrijfsmail. { $sender } stuurt haar voor andere bedrijven. Zij krijgen uw adres niet.
signup-partner-off = Uw browser vraagt sites om geen gegevens te delen of te verkopen. Daarom blijft partnermail uit.

signup-box =
    { $list ->
        [company] Stuur mij alle bedrijfsmail: reclame over { $sender }.
        [topic] Stuur mij ‘{ $name }’: reclame over { $sender }.
        [partners] Stuur mij mail van partners. { $sender } stuurt haar, en zij krijgen mijn adres niet.
       *[partner] Stuur mij mail van { $name }. { $sender } stuurt haar, en { $name } krijgt mijn adres niet.
    }
signup-can-stop = Ik kan het op elk moment stoppen, met één klik in elk bericht.

signup-age = Hoe oud bent u?
signup-age-over = { $age } of ouder
signup-age-under = Jonger dan { $age }
signup-age-why = We sturen geen mail aan kinderen. Uw antwoord wordt niet bewaard.
signup-send = Aanmelden

signup-faults = Kijk hier nog eens naar
signup-fault-address-missing = Uw e-mailadres ontbreekt. Typ het in.
signup-fault-address = Dit is geen e-mailadres. Er is een naam, een @ en een domein nodig, zoals ada@example.org.
signup-fault-name = De naam is te lang of bevat een regeleinde. Maak hem korter of laat hem weg.
signup-fault-wants = Er is niets gekozen. Kruis aan wat u wilt.
signup-fault-gone = Een van uw keuzes bieden we niet meer aan. Kies opnieuw.
signup-fault-age = Zeg hoe oud u bent.

signup-sent-title = Kijk in uw mailbox
signup-sent = Als we naar { $address } mogen schrijven, is een bericht met een link onderweg. Mail komt pas nadat u de link hebt gebruikt.
signup-sent-hours = De link werkt { $hours } uur.
signup-sent-none-title = Na een uur nog geen bericht?
signup-sent-none-spam = Kijk in uw spammap, en controleer of het adres hierboven geen fout bevat.
signup-sent-none-stopped =
    We schrijven niet naar een adres dat ons vroeg om nooit meer te schrijven, of dat niet werkte. Als het uw adres is, schrijf
    dan vanaf dat adres naar { $contact }.
signup-young-title = We kunnen u niet aanmelden
signup-young = Men moet { $age } of ouder zijn. We hebben niets bewaard van wat u typte.
signup-later-title = Probeer het later opnieuw
signup-later = Veel mensen hebben zich het afgelopen uur vanaf uw netwerk aangemeld. Er is niets mis met wat u typte.

signup-letter-subject = Bevestig: mail van { $sender }
signup-letter-asked = Dit adres is aan { $sender } opgegeven om het volgende te krijgen:
signup-letter-open = Als u dat was, open dan deze pagina en druk daar op de knop. De link werkt { $hours } uur.
signup-letter-link = Bevestigen of weigeren
signup-letter-not =
    Als u het niet was, doe dan niets. U krijgt hierdoor geen mail, en wat is ingevuld wordt na { $days } dagen gewist.

signup-confirm-title = Is dit wat u wilt?
signup-confirm-yes = Ja, stuur mij dit
signup-child = Iemand heeft ons verteld dat dit adres van een kind is. Met uw ja zegt u ook dat dat niet klopt en dat u { $age } of ouder bent.
signup-confirm-no = Zo niet, sluit dan deze pagina. U krijgt hierdoor geen mail, en wat is ingevuld wordt na { $days } dagen gewist.
signup-done-title = U bent aangemeld
signup-done-none-title = Deze mail blijft uit
signup-done-on = Vanaf nu krijgt u:
signup-done-off = Dit is op een andere manier gestopt en blijft uit. Als u het wilt, schrijf dan naar { $contact }:
signup-done-partner-off = Partnermail blijft uit, omdat uw browser sites vraagt om geen gegevens te delen of te verkopen.
signup-done-receipt = Een bewijs is onderweg naar uw adres.
signup-done-change = Wijzigen of stoppen
signup-over-title = Deze link is verlopen
signup-over = Hij werkte { $hours } uur. Er is niets veranderd. U kunt zich op elk moment opnieuw aanmelden.
signup-again = Opnieuw aanmelden

signup-embed-title = Dit formulier op uw eigen pagina
signup-embed = Kopieer deze HTML. Er is geen script en geen cookie nodig, en het neemt het uiterlijk van uw pagina over.
signup-embed-again = Kopieer het opnieuw als u een onderwerp of een partner toevoegt. Waar mensen mee instemmen, tonen wij hun nog een keer.
signup-embed-code = HTML om te kopiëren
