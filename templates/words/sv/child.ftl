### Reporting that an address belongs to a child.

child-title = Ett barns adress
child-heading = Tillhör den här adressen ett barn?
child-lead = Berätta för oss om personen på { $address } är yngre än { $age } år.
child-lead-typed = Berätta för oss vilken adress det gäller om personen är yngre än { $age } år.
child-stops = Vi stoppar genast alla företagsmejl och alla partnermejl till adressen.
child-erases = Vi raderar adressen och allt annat som vi har sparat om personen.
child-keeps = Vi behåller bara en kod som är gjord av adressen, så att den inte kommer tillbaka till våra listor.
child-for-good = Detta kan inte ångras.
child-erase-by-link =
    För att få även allt annat raderat öppnar du länken i slutet av ett meddelande från oss och väljer ”{ $name }” där.
child-erase-by-mail = Eller skriv till oss, så ser en person till att det blir gjort.
child-address = E-postadress
child-address-bad = Det här är ingen e-postadress. En adress ser ut så här: name@example.org
child-later = Många adresser har rapporterats från ditt nätverk under den senaste timmen. Rapportera den här om en timme.
child-report = Anmäl
child-report-and-erase = Anmäl och radera allt
child-done-title = Tack, det är klart
child-done-erased = Vi har stoppat alla företagsmejl och alla partnermejl till { $address } och raderat det vi hade sparat om personen.
child-done-before = Adressen har anmälts tidigare, så ingenting har ändrats.
child-done-typed = Inga fler företagsmejl och inga fler partnermejl skickas till adressen som du angav, om den fanns på våra listor.
