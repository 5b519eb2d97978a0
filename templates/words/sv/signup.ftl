### Signing up: the public form, the letter that asks for a confirmation, and the page behind its link.

## The form
signup-title = Anmäl dig till mejl från { $sender }
signup-lead = Välj vad du vill ha. Först skriver vi till din adress, och bara länken i det meddelandet slår på mejl.
signup-about-you = Om dig
signup-address = Din e-postadress
signup-name = Ditt namn (du kan utelämna det)
signup-wants = Vad vill du ha?
signup-wants-partner = Mejl från partner
signup-wants-partner-is =
    Detta är skilt från företagsmejl. { $sender } skickar dem åt andra företag. De företagen får inte din adress.
signup-partner-off = Din webbläsare ber webbplatser att inte dela eller sälja uppgifter. Därför förblir partnermejl avslagna.

# The exact words beside a box. They are kept as the proof of a consent.
signup-box =
    { $list ->
        [company] Skicka mig alla företagsmejl: reklammejl om { $sender }.
        [topic] Skicka mig ”{ $name }”: reklammejl om { $sender }.
        [partners] Skicka mig mejl från partner. { $sender } skickar dem, och partnerna får inte min adress.
       *[partner] Skicka mig mejl från { $name }. { $sender } skickar dem, och { $name } får inte min adress.
    }
signup-can-stop = Jag kan stoppa det när som helst, med ett klick i varje meddelande.

signup-age = Hur gammal är du?
signup-age-over = { $age } år eller äldre
signup-age-under = Yngre än { $age } år
signup-age-why = Vi skickar inte mejl till barn. Ditt svar sparas inte.
signup-send = Anmäl dig

## What is wrong with the form
signup-faults = Titta på detta igen
signup-fault-address-missing = Din e-postadress saknas. Skriv den.
signup-fault-address = Det här är ingen e-postadress. Den behöver ett namn, ett @ och en domän, till exempel ada@example.org.
signup-fault-name = Namnet är för långt eller innehåller en radbrytning. Gör det kortare eller utelämna det.
signup-fault-wants = Ingenting är valt. Kryssa i vad du vill ha.
signup-fault-gone = Vi erbjuder inte längre ett av dina val. Välj igen.
signup-fault-age = Ange hur gammal du är.

## After the form
signup-sent-title = Titta i din inkorg
signup-sent = Om vi får skriva till { $address } är ett meddelande med en länk på väg. Mejl kommer först när du har använt länken.
signup-sent-hours =
    { $hours ->
        [one] Länken fungerar i { $hours } timme.
       *[other] Länken fungerar i { $hours } timmar.
    }
signup-sent-none-title = Inget meddelande efter en timme?
signup-sent-none-spam = Titta i din skräppost och kontrollera att adressen ovan är rätt skriven.
signup-sent-none-stopped =
    Vi skriver inte till en adress som har bett oss att aldrig skriva igen eller som inte fungerade. Om den är din, skriv
    till { $contact } från den.
signup-young-title = Vi kan inte anmäla dig
signup-young = Man måste vara { $age } år eller äldre. Vi har inte sparat något av det du skrev.
signup-later-title = Försök igen senare
signup-later = Många har anmält sig från ditt nätverk under den senaste timmen. Det är inget fel på det du skrev.

## The letter that asks
signup-letter-subject = Bekräfta: mejl från { $sender }
signup-letter-asked = Den här adressen angavs till { $sender } för att anmäla sig till:
signup-letter-open =
    { $hours ->
        [one] Om det var du, öppna den här sidan och tryck på knappen där. Länken fungerar i { $hours } timme.
       *[other] Om det var du, öppna den här sidan och tryck på knappen där. Länken fungerar i { $hours } timmar.
    }
signup-letter-link = Bekräfta eller säg nej
signup-letter-not =
    { $days ->
        [one] Om det inte var du behöver du inte göra något. Du får inga mejl av detta, och det som skrevs raderas efter { $days } dag.
       *[other] Om det inte var du behöver du inte göra något. Du får inga mejl av detta, och det som skrevs raderas efter { $days } dagar.
    }

## The page behind the link
signup-confirm-title = Är det här vad du vill?
signup-confirm-yes = Ja, skicka mig detta
signup-child = Någon har sagt till oss att den här adressen tillhör ett barn. Med ditt ja säger du också att det är fel och att du är { $age } år eller äldre.
signup-confirm-no =
    { $days ->
        [one] Om inte, stäng den här sidan. Du får inga mejl av detta, och det som skrevs raderas efter { $days } dag.
       *[other] Om inte, stäng den här sidan. Du får inga mejl av detta, och det som skrevs raderas efter { $days } dagar.
    }
signup-done-title = Du är anmäld
signup-done-none-title = De här mejlen förblir avslagna
signup-done-on = Från och med nu får du:
signup-done-off = Detta har stoppats på annat sätt och förblir avslaget. Om du vill ha det, skriv till { $contact }:
signup-done-partner-off = Partnermejl förblir avslagna, eftersom din webbläsare ber webbplatser att inte dela eller sälja uppgifter.
signup-done-receipt = Ett kvitto är på väg till din adress.
signup-done-change = Ändra eller stoppa något av detta
signup-over-title = Länken har slutat gälla
signup-over =
    { $hours ->
        [one] Den fungerade i { $hours } timme. Ingenting har ändrats. Du kan anmäla dig på nytt när som helst.
       *[other] Den fungerade i { $hours } timmar. Ingenting har ändrats. Du kan anmäla dig på nytt när som helst.
    }
signup-again = Anmäl dig på nytt

## The form for other pages
signup-embed-title = Det här formuläret på din egen sida
signup-embed = Kopiera den här HTML-koden. Den behöver inget skript och ingen kaka, och den får din sidas utseende.
signup-embed-again = Kopiera den igen när du lägger till ett ämne eller en partner. Det som folk samtycker till visar vi för dem en gång till.
signup-embed-code = HTML att kopiera
