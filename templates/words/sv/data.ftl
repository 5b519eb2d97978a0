### What people do with their own data, on pages and in the letters that complete it.

## On the preference page
data-title = Dina uppgifter
data-about =
    För vart och ett av dessa val skickar vi en länk till din adress. Den fungerar i en halvtimme, och ingenting ändras förrän du har använt den.
data-see = Se och rätta det vi vet om dig
data-download = Få en kopia av dina uppgifter
data-erase = Radera mina uppgifter
data-move-title = Byt adress
data-move = Din nya e-postadress
data-move-button = Skicka länken

## The answer
data-asked-title = Titta i din inkorg
data-asked = Vi har skickat ett meddelande till { $address }. Ingenting har ändrats än: öppna länken i meddelandet inom 30 minuter.
data-asked-more = Vi har skickat ett meddelande till { $address }. Allt detta väntar tills du har öppnat länken i meddelandet inom 30 minuter och bekräftat det.
data-asked-often-title = Leta efter våra senaste meddelanden
data-asked-often =
    Vi har skickat flera meddelanden till { $address } inom en timme. Använd länken i det senaste, eller kom tillbaka om en timme.

## The page behind a link
data-see-title = Det vi vet om dig
data-see-lead = Ändra det som är fel och lämna det tomt som vi inte ska veta.
data-see-address = Adress
data-see-button = Spara
data-field-name = Namn
data-field-zip = Postnummer
data-field-age = Åldersgrupp
data-field-income = Inkomstgrupp
data-field-language = Språk, till exempel en eller pt-BR
data-field-zone = Tidszon, till exempel Europe/Berlin
data-wrong = Detta sparades inte. Ändra:
data-mend =
    { $field ->
        [name] Namn: en rad med högst 200 tecken.
        [zip] Postnummer: högst 12 bokstäver från A till Z, siffror, mellanslag och bindestreck.
        [age] Åldersgrupp: år, till exempel 30-39 eller 65+.
        [income] Inkomstgrupp: en rad med högst 40 tecken.
        [language] Språk: en kort kod, till exempel en eller pt-BR.
       *[zone] Tidszon: ett namn, till exempel Europe/Berlin.
    }
data-leave-title = Byt adress
data-leave-lead =
    När du trycker på knappen skickar vi en länk till den nya adressen. Din adress ändras när den länken används. Till dess
    förblir allt som det är.
data-leave-button = Ja, skriv till den nya adressen
data-arrive-title = Är det här din adress?
data-arrive-lead =
    När du trycker på knappen gäller allt du har valt för den här adressen, och vi skriver inte längre till den tidigare.
data-arrive-button = Ja, använd den här adressen
data-new-address = Ny adress: { $address }
data-opt-in-title = Fler mejl
data-opt-in-lead = När du trycker på knappen säger du:
data-opt-in-after = Du kan stoppa det igen när som helst, med ett klick i varje meddelande.
data-opt-in-button = Ja, det vill jag
data-opt-in-wording =
    { $list ->
        [topic] Ja, skicka mig ”{ $name }” från { $sender } via e-post.
        [partner] Ja, skicka mig mejl från { $name }. { $sender } skickar dem och lämnar inte ut min adress.
        [company] Ja, skicka mig reklam om { $sender } via e-post.
        [partners]
            Ja, skicka mig reklam för andra företag via e-post. { $sender } skickar den och lämnar inte ut min adress.
       *[everything] Ja, skicka mig all reklam från { $sender } via e-post.
    }
data-opt-in-cap =
    { $count ->
        [one] Ja, skicka mig upp till { $count } reklammejl på 7 dagar.
       *[other] Ja, skicka mig upp till { $count } reklammejl på 7 dagar.
    }
data-opt-in-no-cap = Ja, ta bort min egen gräns för reklammejl på 7 dagar.
data-opt-in-end-pause =
    { $list ->
        [company] Ja, avsluta pausen för företagsmejl nu.
        [partners] Ja, avsluta pausen för partnermejl nu.
       *[everything] Ja, avsluta pausen för alla reklammejl nu.
    }
data-download-title = En kopia av dina uppgifter
data-download-lead = Du kan läsa den här eller ta med den som en maskinläsbar fil (JSON).
data-download-show = Visa den här
data-download-file = Ladda ner filen
data-erase-title = Radera dina uppgifter
data-erase-lead =
    När du trycker på knappen raderar vi din adress, ditt namn och allt som du har berättat för oss. Det kan inte ångras.
data-erase-keep =
    Vi behåller en kod som inte kan omvandlas tillbaka till din adress. Med den ser vi till att ingen på { $sender } mejlar
    dig igen.
data-erase-button = Radera allt

## What was done
data-corrected-title = Sparat
data-corrected = Vi vet nu det som du just har berättat för oss, och inget annat.
data-half-title = Halvvägs klart
data-half = Vi har skickat en länk till den nya adressen. Öppna den inom 30 minuter.
data-moved-title = Din adress är ändrad
data-moved = Allt du har valt gäller för den. Vi skriver inte längre till den tidigare.
data-opted-in-title = Mejlen är påslagna
data-opted-in =
    { $list ->
        [topic] Vi skickar dig ”{ $name }” från och med nu.
        [partner] Vi skickar dig mejl från { $name } från och med nu.
        [company] Vi skickar dig företagsmejl från och med nu.
        [partners] Vi skickar dig partnermejl från och med nu.
       *[everything] Vi skickar dig företagsmejl och partnermejl från och med nu.
    }
data-noted-off = Vi har noterat ditt ja. De här mejlen förblir ändå avslagna:
data-cap-gone = Du har ingen egen gräns längre.
data-pause-ended =
    { $list ->
        [company] Pausen för företagsmejl är slut.
        [partners] Pausen för partnermejl är slut.
       *[everything] Pausen för företagsmejl och partnermejl är slut.
    }
data-erased-title = Dina uppgifter är raderade
data-erased = Vi känner inte längre till din adress eller något annat om dig. Vi skriver inte till dig igen.
data-erased-copies = Det som databasen sparar för sin egen återställning, till exempel loggen och säkerhetskopior, skrivs över under den vanliga driften. Ingen slår upp något där.
data-before-title = Detta är redan gjort
data-before = Det gjordes den { $date }. Ingenting har ändrats nu.
data-expired-title = Länken har slutat gälla
data-expired = Den fungerade i 30 minuter. Ingenting har ändrats. Du kan be om en ny.
data-expired-new = Be om en ny länk

## The copy
data-copy-title = Dina uppgifter
data-copy-person = Om dig
data-copy-known = Känt sedan
data-copy-source = Från
data-copy-file-more = Filen innehåller allt, med uppgifterna enligt ISO/IEC TS 27560.

## No link at hand
data-link-title = Få en länk till dina val
data-link-lead = Skriv din adress, så skickar vi dig en länk. För att stoppa mejl kan du också skriva till { $address }.
data-link-field = Din e-postadress
data-link-button = Skicka länken till mig
data-link-sent-title = Titta i din inkorg
data-link-sent = Om vi skriver till { $address } är ett meddelande med en länk på väg dit.

## Letters
data-letter-minutes =
    { $minutes ->
        [one] Länken fungerar i { $minutes } minut, för just den här saken.
       *[other] Länken fungerar i { $minutes } minuter, för just den här saken.
    }
data-letter-not-you = Om du inte har bett om detta behöver du inte göra något. Ingenting har ändrats.
data-letter-new-address = Ny adress: { $address }
data-letter-see-subject = Din länk till det vi vet om dig
data-letter-see = Med den här länken kan du se och rätta det som { $sender } vet om dig.
data-letter-see-link = Se och rätta
data-letter-download-subject = Din länk till en kopia av dina uppgifter
data-letter-download = Med den här länken får du en kopia av allt som { $sender } vet om dig.
data-letter-download-link = Hämta kopian
data-letter-erase-subject = Radera dina uppgifter?
data-letter-erase = Någon, förmodligen du, har bett { $sender } att radera alla uppgifter för den här adressen.
data-letter-erase-link = Gå vidare
data-letter-opt-in-subject = Bekräfta: fler mejl
data-letter-opt-in = Någon, förmodligen du, har bett { $sender } om fler mejl till den här adressen. De slås på bara om du bekräftar det.
data-letter-opt-in-link = Bekräfta
data-letter-leave-subject = Byta adress?
data-letter-leave = Någon, förmodligen du, har bett { $sender } att skriva till en annan adress än den här.
data-letter-leave-link = Gå vidare
data-letter-arrive-subject = Är det här din nya adress?
data-letter-arrive = Någon, förmodligen du, har bett { $sender } att skriva till den här adressen från och med nu.
data-letter-arrive-link = Gå vidare
data-letter-preferences-subject = Din länk till dina val
data-letter-preferences = Med den här länken kan du se och ändra vilka mejl { $sender } skickar dig.
data-letter-preferences-link = Dina val
data-letter-moved-subject = Vi skriver inte längre till den här adressen
data-letter-moved = Din adress hos { $sender } har ändrats, eftersom det bekräftades från den här inkorgen och från den nya.
data-letter-moved-wrong = Om det inte var du, svara på det här meddelandet.
