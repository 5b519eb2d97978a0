### Words that every page or several of them have.

## Dates
common-date =
    { $day } { $month ->
        [1] januari
        [2] februari
        [3] mars
        [4] april
        [5] maj
        [6] juni
        [7] juli
        [8] augusti
        [9] september
        [10] oktober
        [11] november
       *[12] december
    } { $year }
common-moment = { $date } kl. { $time } UTC

## What stands around every page
common-skip = Hoppa till innehållet
common-tagline = Dina mejlval
common-help-title = Hjälp och kontakt
common-how-to-stop = Så stoppar du mejl
common-write-to = Skriv till { $address }
common-sender-title = Vem som skickar de här mejlen
common-for = För { $address }

## Sentences that several pages share
common-write-to-stop = Skriv vad som helst till { $address }. Vi stoppar mejlen till adressen som du skriver från.
common-company-mail = Företagsmejl
common-partner-mail = Partnermejl
common-company-mail-is = Reklammejl om { $sender }.
common-partner-mail-is = Reklammejl som vi skickar åt andra företag. De får inte din adress.
common-still-comes = Meddelanden om dina beställningar och ditt konto samt juridiska meddelanden kommer fortfarande.
common-what-you-can-do = Vad du kan göra
common-or-write = Eller skriv till oss

## A link that does not work
common-refused-title = Länken fungerar inte
common-refused-lead = Den kan ha blivit avkortad på väg till dig. Ingenting har ändrats.
common-refused-newest = Använd länken i det senaste meddelandet från oss
common-refused-newest-how =
    Den står i slutet av meddelandet. Om du kopierar den, ta med hela: vissa e-postprogram delar upp en lång länk på två
    rader.

## Our own failure
common-error-title = Tyvärr gick något fel
common-error-lead = Felet ligger hos oss, inte i det du gjorde.
common-error-again = Försök igen
common-error-again-how = Öppna länken i ditt meddelande igen. Den fortsätter att fungera.
common-error-acting =
    Vi kan inte säga om ditt val sparades. Gå tillbaka och tryck på knappen igen: det gör ingen skada att trycka två gånger.
common-error-number = Om du skriver till oss om felet, ange det här numret: { $incident }
common-busy-title = Försök igen om en minut
common-busy-lead = Vi kan inte svara just nu. Felet ligger hos oss.
common-busy-again-how = Vänta en minut och öppna sedan länken i ditt meddelande igen. Den fortsätter att fungera.

common-elsewhere-title = Det här formuläret kom från en annan webbplats
common-elsewhere-lead = Därför har ingenting gjorts. Öppna vår sida och tryck på knappen där.
common-elsewhere-open = Öppna vår sida
common-stale = Den här sidan hade varit öppen för länge, eller så var formuläret inte fullständigt. Ingenting har gjorts än: tryck på knappen igen.
