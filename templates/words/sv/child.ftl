### Reporting that an address belongs to a child.

child-title = Ett barns adress
child-heading = Tillhör den här adressen ett barn?
child-lead = Berätta för oss om personen på { $address } är yngre än { $age } år.
child-lead-typed = Berätta för oss vilken adress det gäller om personen är yngre än { $age } år.
child-stops = Vi stoppar genast alla företagsmejl och alla partnermejl till adressen.
child-writes = Om vi har adressen skriver vi till den: med det meddelandet kan allt raderas, eller anmälan tas tillbaka om den är fel.
child-erases = Vi raderar adressen och allt annat som vi har sparat om personen.
child-keeps = Vi behåller bara en kod som är gjord av adressen, så att den inte kommer tillbaka till våra listor.
child-for-good = Detta kan inte ångras.
child-erase-by-link =
    För att få även allt annat raderat öppnar du länken i slutet av ett meddelande från oss och väljer ”{ $name }” där.
child-erase-by-mail = Eller skriv till oss, så ser en person till att det blir gjort.
child-address = E-postadress
child-address-bad = Det här är ingen e-postadress. En adress ser ut så här: name@example.org
child-later = Just nu rapporteras för många adresser, så vi har inte tagit emot den här. Rapportera den igen senare, eller skriv till oss.
child-report = Anmäl
child-done-title = Tack, det är klart
child-done-stopped = Vi har stoppat alla företagsmejl och alla partnermejl till { $address }. Ingenting har raderats.
child-done-erased = Vi har stoppat alla företagsmejl och alla partnermejl till { $address } och raderat det vi hade sparat om personen.
child-done-before = Adressen har anmälts tidigare, så ingenting har ändrats.
child-done-typed = Från och med nu skickas inga företagsmejl och inga partnermejl till adressen som du angav. Ett meddelande som är på väg just nu kan ändå komma fram.

child-letter-title = Radera allt också
child-letter-about = Bara en länk som går till { $address } raderar det vi har sparat om personen. I samma meddelande finns en länk som tar tillbaka anmälan om den är fel.
child-letter-button = Skicka det meddelandet
child-letter-sent = Ett meddelande med länkarna är på väg till { $address }.

child-mail-subject = Den här adressen har anmälts som ett barns
child-mail-lead = Någon har sagt till { $sender } att den här adressen tillhör ett barn som är yngre än { $age } år. Därför har vi stoppat alla företagsmejl och alla partnermejl till den. Ingenting har raderats.
child-mail-not = Det här är inte ett barns adress
child-mail-erase = Radera allt om den här adressen
child-mail-days = Båda länkarna fungerar i tre dagar. Om anmälan stämmer och ingenting ska raderas behöver du inte göra något.

child-erase-title = Radera allt om ett barn
child-not-title = Inte ett barns adress
child-not-lead = När du trycker på knappen säger du att du är { $age } år eller äldre. Då tas anmälan tillbaka, och det som valdes tidigare gäller igen.
child-not-button = Ja, ta tillbaka anmälan
child-lifted-title = Anmälan är tillbakatagen
child-lifted = Det som valdes tidigare gäller igen.
child-stays = Det finns en annan anmälan om att den här adressen tillhör ett barn. Den står kvar.
child-expired = Den fungerade i tre dagar. Ingenting har ändrats. Du kan be om en ny.
