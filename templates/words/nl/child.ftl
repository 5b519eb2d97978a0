### Reporting that an address belongs to a child.

child-title = Het adres van een kind
child-heading = Is dit adres van een kind?
child-lead = Laat het ons weten als de persoon met het adres { $address } jonger is dan { $age } jaar.
child-lead-typed = Geef ons het adres als de persoon jonger is dan { $age } jaar.
child-stops = We stoppen meteen alle bedrijfsmail en alle partnermail naar dit adres.
child-writes = Als we het adres hebben, schrijven we ernaartoe: met dat bericht kan alles worden gewist, of de melding worden ingetrokken als ze niet klopt.
child-erases = We wissen het adres en al het andere dat we over de persoon hebben.
child-keeps = We bewaren alleen een code die van het adres is gemaakt, zodat het niet op onze lijsten terugkomt.
child-for-good = Dit kan niet ongedaan worden gemaakt.
child-erase-by-link =
    Om ook al het andere te laten wissen, opent u de link onder aan een bericht van ons en kiest u daar ‘{ $name }’.
child-erase-by-mail = Of schrijf ons, dan zorgt iemand ervoor.
child-address = E-mailadres
child-address-bad = Dit is geen e-mailadres. Een adres ziet er zo uit: naam@example.org
child-later = Er worden op dit moment te veel adressen gemeld, daarom hebben we dit adres niet aangenomen. Meld het later opnieuw, of schrijf ons.
child-report = Melden
child-done-title = Dank u, het is gedaan
child-done-stopped = We hebben alle bedrijfsmail en alle partnermail naar { $address } gestopt. Er is niets gewist.
child-done-erased = We hebben alle bedrijfsmail en alle partnermail naar { $address } gestopt en gewist wat we over de persoon hadden.
child-done-before = Het was al gemeld, er is dus niets veranderd.
child-done-typed = Vanaf nu gaat er geen bedrijfsmail en geen partnermail meer naar het opgegeven adres. Een bericht dat op dit moment onderweg is, kan nog aankomen.

child-letter-title = Ook alles wissen
child-letter-about = Alleen een link die naar { $address } gaat, wist wat we over de persoon hebben. In hetzelfde bericht staat een link die de melding intrekt als ze niet klopt.
child-letter-button = Stuur dat bericht
child-letter-sent = Een bericht met de links is onderweg naar { $address }.

child-mail-subject = Dit adres is gemeld als dat van een kind
child-mail-lead = Iemand heeft { $sender } verteld dat dit adres van een kind is dat jonger is dan { $age }. Daarom hebben we alle bedrijfsmail en alle partnermail ernaartoe gestopt. Er is niets gewist.
child-mail-not = Dit is niet het adres van een kind
child-mail-erase = Alles over dit adres wissen
child-mail-days = Beide links werken drie dagen. Als de melding klopt en er niets gewist hoeft te worden, hoeft u niets te doen.

child-erase-title = Alles over een kind wissen
child-not-title = Niet het adres van een kind
child-not-lead = Als u op de knop drukt, zegt u dat u { $age } of ouder bent. Dan wordt de melding ingetrokken en geldt weer wat eerder was gekozen.
child-not-button = Ja, trek de melding in
child-lifted-title = De melding is ingetrokken
child-lifted = Wat eerder was gekozen, geldt weer.
child-stays = Er is nog een andere melding dat dit adres van een kind is. Die blijft staan.
child-expired = Hij werkte drie dagen. Er is niets veranderd. U kunt een nieuwe vragen.
