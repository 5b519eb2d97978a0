### The receipt of a person's consents, as a letter.

receipt-subject = Ditt kvitto: mejl från { $sender }
receipt-intro = Det här är vad { $sender } har sparat om ditt samtycke till mejl den { $date }. Behåll det om du vill.
receipt-what =
    { $list ->
        [topic] ”{ $name }”
        [partner] Mejl från { $name }
        [company] Företagsmejl
       *[partners] Partnermejl
    }
receipt-state =
    { $state ->
        [given] Du sade ja den { $date }
        [granted] Påslaget som standard sedan den { $date }: { $basis }
        [withdrawn] Du sade nej den { $date }
        [refused] Du sade nej den { $date }
       *[open] Du har inte sagt något
    }
receipt-where = Var
receipt-words = Texten som visades för dig
receipt-policy = Version av vår integritetspolicy
receipt-partners = Vi skickar partnermejl själva. Partner får ingenting om dig.
receipt-change = Du kan ändra eller stoppa vad som helst av detta när som helst:
receipt-link = Dina mejlval
receipt-file = Den bifogade filen innehåller samma sak, med allt tidigare, i en form som program kan läsa.
receipt-number = Kvittots nummer: { $number }

## Asking for one on the preference page
receipt-ask-title = Ett kvitto
receipt-ask-about = Det visar vad du har sagt ja och nej till, när och till vilken text. Vi skickar det till din egen adress.
receipt-ask = Skicka mig ett kvitto
receipt-sent-title = Titta i din inkorg
receipt-sent = Om vi får skriva till din adress är ett kvitto på väg. Vi skickar inte fler än några få per timme.
