### Words that every page or several of them have.

common-date =
    { $day } { $month ->
        [1] januari
        [2] februari
        [3] maart
        [4] april
        [5] mei
        [6] juni
        [7] juli
        [8] augustus
        [9] september
        [10] oktober
        [11] november
       *[12] december
    } { $year }
common-moment = { $date }, { $time } UTC

common-skip = Naar de inhoud
common-tagline = Uw mailkeuzes
common-help-title = Hulp en contact
common-how-to-stop = Mail stoppen
common-write-to = Schrijf naar { $address }
common-sender-title = Wie deze mail stuurt
common-for = Voor { $address }

common-write-to-stop = Stuur een bericht, met welke tekst dan ook, naar { $address }. We stoppen dan de mail naar het adres waarvandaan u schrijft.
common-company-mail = Bedrijfsmail
common-partner-mail = Partnermail
common-company-mail-is = Reclame over { $sender }.
common-partner-mail-is = Reclame die we voor andere bedrijven sturen. Zij krijgen uw adres niet.
common-still-comes = Berichten over uw bestellingen en uw account, en juridische mededelingen, blijven komen.
common-what-you-can-do = Wat u kunt doen
common-or-write = Of schrijf ons

common-refused-title = Deze link werkt niet
common-refused-lead = Misschien is hij onderweg afgebroken. Er is niets veranderd.
common-refused-newest = Gebruik de link in ons nieuwste bericht
common-refused-newest-how =
    Hij staat onder aan het bericht. Als u hem kopieert, neem hem dan helemaal: sommige mailprogramma’s breken een lange link
    in twee regels.

common-error-title = Sorry, er ging iets mis
common-error-lead = De fout ligt bij ons, niet bij wat u deed.
common-error-again = Probeer het opnieuw
common-error-again-how = Open de link in uw bericht nog eens. Hij blijft werken.
common-error-acting =
    We kunnen niet zeggen of uw keuze is opgeslagen. Ga terug en druk nog eens op de knop: twee keer drukken kan geen kwaad.
common-error-number = Als u ons over deze fout schrijft, noem dan dit nummer: { $incident }
common-busy-title = Probeer het over een minuut opnieuw
common-busy-lead = We kunnen nu even niet antwoorden. De fout ligt bij ons.
common-busy-again-how = Wacht een minuut en open de link in uw bericht dan opnieuw. Hij blijft werken.

common-elsewhere-title = Dit formulier kwam van een andere site
common-elsewhere-lead = Daarom is er niets gedaan. Open onze pagina en druk daar op de knop.
common-elsewhere-open = Onze pagina openen
common-stale = Deze pagina stond te lang open, of het formulier was niet volledig. Er is nog niets gedaan: druk nog een keer op de knop.
