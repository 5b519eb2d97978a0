### Reporting that an address belongs to a child.

child-title = Het adres van een kind
child-heading = Is dit adres van een kind?
child-lead = Laat het ons weten als de persoon met het adres { $address } jonger is dan { $age } jaar.
child-lead-typed = Geef ons het adres als de persoon jonger is dan { $age } jaar.
child-stops = We stoppen meteen alle bedrijfsmail en alle partnermail naar dit adres.
child-erases = We wissen het adres en al het andere dat we over de persoon hebben.
child-keeps = We bewaren alleen een code die van het adres is gemaakt, zodat het niet op onze lijsten terugkomt.
child-for-good = Dit kan niet ongedaan worden gemaakt.
child-erase-by-link =
    Om ook al het andere te laten wissen, opent u de link onder aan een bericht van ons en kiest u daar ‘{ $name }’.
child-erase-by-mail = Of schrijf ons, dan zorgt iemand ervoor.
child-address = E-mailadres
child-address-bad = Dit is geen e-mailadres. Een adres ziet er zo uit: naam@example.org
child-later = Het afgelopen uur zijn er vanaf uw netwerk veel adressen gemeld. Meld dit adres over een uur.
child-report = Melden
child-report-and-erase = Melden en alles wissen
child-done-title = Dank u, het is gedaan
child-done-erased = We hebben alle bedrijfsmail en alle partnermail naar { $address } gestopt en gewist wat we over de persoon hadden.
child-done-before = Het was al gemeld, er is dus niets veranderd.
child-done-typed = Er gaat geen bedrijfsmail en geen partnermail meer naar het opgegeven adres, als het op onze lijsten stond.
