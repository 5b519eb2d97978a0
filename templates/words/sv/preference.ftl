### The page behind the link in a message, and the preference page.

## The page that asks
preference-ask-title = Stoppa de här mejlen
preference-ask =
    { $list ->
        [topic] Stoppa ”{ $name }”
        [partner] Stoppa mejl från { $name }
        [company] Stoppa företagsmejl
        [partners] Stoppa partnermejl
       *[everything] Stoppa företagsmejl och partnermejl
    }
preference-ask-about =
    { $list ->
        [topic] Det här är företagsmejl: reklammejl om { $sender }.
        [partner] Det här är partnermejl. Vi skickar dem åt { $name }, som inte får din adress.
        [company] Företagsmejl är reklammejl om { $sender }.
        [partners] Partnermejl är reklammejl som vi skickar åt andra företag. De får inte din adress.
       *[everything]
            Företagsmejl är reklammejl om { $sender }. Partnermejl är reklammejl som vi skickar åt andra företag.
    }
preference-ask-since = Stoppat sedan den { $date }. Du behöver inte göra något.
preference-ask-off = Vi skickar inte detta. Du behöver inte göra något.
preference-stop-this = Stoppa de här mejlen
preference-stop-more = Du kan stoppa mer
preference-stop-more-at-once = Eller stoppa mer på en gång
preference-stop-company = Stoppa alla företagsmejl
preference-stop-partner = Stoppa alla partnermejl
preference-stop-everything = Stoppa allt
preference-everything-is = Allt betyder alla företagsmejl och alla partnermejl.
preference-see-all = Se alla dina mejlval
preference-gpc-before =
    Din webbläsare ber webbplatser att inte dela eller sälja uppgifter. När du trycker på en knapp här slår vi även av partnermejl.

## What was done
preference-is-stopped =
    { $list ->
        [topic] ”{ $name }” är stoppat
        [partner] Mejl från { $name } är stoppade
        [company] Företagsmejl är stoppade
        [partners] Partnermejl är stoppade
       *[everything] Företagsmejl och partnermejl är stoppade
    }
preference-stopped-since = Stoppat sedan den { $date }.
preference-stopped-before = Stoppat sedan den { $date }. Det var redan stoppat, så ingenting har ändrats.
preference-partner-too = Även alla partnermejl är stoppade, eftersom din webbläsare ber webbplatser att inte dela eller sälja uppgifter.
preference-partner-by-signal = Alla partnermejl är stoppade, eftersom din webbläsare ber webbplatser att inte dela eller sälja uppgifter.
preference-partner-stays-off = Partnermejl förblir avslagna, eftersom din webbläsare ber webbplatser att inte dela eller sälja uppgifter.
preference-on-its-way =
    Ett meddelande var redan på väg när du tryckte på knappen: ”{ $subject }”. Det kan fortfarande komma fram.
preference-may-come = Vad som fortfarande kan komma
preference-may-come-company = Företagsmejl som fortfarande är påslagna.
preference-may-come-partner = Partnermejl som fortfarande är påslagna.
preference-may-come-account = Meddelanden om dina beställningar och ditt konto.
preference-may-come-notices = Juridiska meddelanden.
preference-undo-title = Var det inte det du ville?
preference-undo-about = Ångra återställer dina val till hur de var.
preference-undo = Ångra
preference-saved-title = Dina val är sparade
preference-saved-nothing-title = Ingenting har ändrats
preference-saved-nothing = Dina val var redan sparade så här.
preference-saved-stopped = Stoppat sedan den { $date }:
preference-back = Tillbaka till dina mejlval
preference-undone-title = Dina tidigare val är återställda
preference-undone-nothing = Inget annat har ändrats.
preference-undone-on = De här mejlen är påslagna igen:
preference-undone-again = Du kan stoppa dem igen när som helst.
preference-list =
    { $list ->
        [topic] ”{ $name }”
        [partner] Mejl från { $name }
        [company] Alla företagsmejl
        [partners] Alla partnermejl
       *[everything] Alla företagsmejl och alla partnermejl
    }

## What was saved and undone on the preference page
preference-pauses =
    { $list ->
        [company] Företagsmejl är pausade till den { $date }. Sedan kommer de igen av sig själva.
        [partners] Partnermejl är pausade till den { $date }. Sedan kommer de igen av sig själva.
       *[everything] Företagsmejl och partnermejl är pausade till den { $date }. Sedan kommer de igen av sig själva.
    }
preference-saved-cap =
    { $count ->
        [one] Du får högst { $count } reklammejl på 7 dagar.
       *[other] Du får högst { $count } reklammejl på 7 dagar.
    }
preference-saved-language = Sidor och mejl kommer nu på det här språket.
preference-more-title = Fler mejl kräver ett steg till
preference-more-is =
    Du har bett om fler mejl än tidigare. Det kan bara bekräftas från din egen inkorg, så att ingen annan kan starta mejl
    till dig:
preference-more-cap = Fler reklammejl på 7 dagar
preference-more-end-pause =
    { $list ->
        [company] Slutet på pausen för företagsmejl
        [partners] Slutet på pausen för partnermejl
       *[everything] Slutet på pausen för alla reklammejl
    }
preference-more-often =
    Vi har skickat flera meddelanden till { $address } inom en timme och därför inget för det här. Välj det igen om en
    timme.
preference-more-write = Skriv till { $address } och be om en bekräftelselänk.
preference-undone-pause =
    { $list ->
        [company] Företagsmejl är inte pausade längre än tidigare.
        [partners] Partnermejl är inte pausade längre än tidigare.
       *[everything] Företagsmejl och partnermejl är inte pausade längre än tidigare.
    }
preference-undone-cap = Antalet mejl på 7 dagar är som tidigare.
preference-undone-language = Språket är som tidigare.

## The preference page
preference-title = Dina mejlval
preference-stop-everything-is =
    Ett tryck stoppar alla företagsmejl och alla partnermejl. Meddelanden om dina beställningar och ditt konto samt
    juridiska meddelanden kommer fortfarande.
preference-want-company = Vill du ha företagsmejl?
preference-want-partner = Vill du ha partnermejl?
preference-yes = Ja
preference-no = Nej
preference-topics = Ämnen
preference-topics-stop = Om du väljer Nej ovan stoppas alla ämnen.
preference-partners = Partner
preference-partners-stop = Om du väljer Nej ovan stoppas alla partner.
preference-turn-on =
    Det som är avslaget kan slås på igen med en bekräftelselänk som går till din egen inkorg, så att ingen annan kan starta
    mejl till dig.
preference-paused-until = Pausat till den { $date }
preference-end-pause = Avsluta pausen nu. För det skickar vi en länk till din inkorg.
preference-pause = Ta en paus
preference-pause-is =
    Reklammejl uteblir ett tag och kommer igen av sig själva. Dina val ovan förblir som de är.
preference-pause-long = Hur länge?
preference-pause-none = Ingen paus
preference-pause-keep = Som det är nu
preference-pause-days =
    { $days ->
        [one] { $days } dag
       *[other] { $days } dagar
    }
preference-pause-what = Vad ska pausas?
preference-all-mail = Alla reklammejl
preference-much = Hur mycket, och på vilket språk
preference-cap = Hur många reklammejl på 7 dagar, som mest?
preference-cap-none = Ingen egen gräns
preference-cap-some =
    { $count ->
        [one] Högst { $count }
       *[other] Högst { $count }
    }
preference-language = Språk för sidor och mejl
preference-save = Spara val

## What bars mail whatever is chosen
preference-bars = Mejl som vi håller inne
preference-bar =
    { $why ->
        [bounce] Meddelanden till den här adressen kom tillbaka som omöjliga att leverera.
        [complaint] Din e-postleverantör meddelade oss att ett meddelande inte var önskat.
        [child] Den här adressen har anmälts som ett barns adress.
        [domain] Vi skickar inte till adresser hos den här leverantören.
        [erased] Dina uppgifter har raderats.
       *[staff] En person på { $sender } har stoppat mejl till den här adressen.
    }
preference-bar-since =
    { $list ->
        [topic] Därför håller vi inne ”{ $name }” sedan den { $date }.
        [partner] Därför håller vi inne mejl från { $name } sedan den { $date }.
        [company] Därför håller vi inne företagsmejl sedan den { $date }.
        [partners] Därför håller vi inne partnermejl sedan den { $date }.
       *[everything] Därför håller vi inne alla reklammejl sedan den { $date }.
    }
preference-bar-until =
    { $list ->
        [topic] Därför håller vi inne ”{ $name }” från den { $date } till den { $until }.
        [partner] Därför håller vi inne mejl från { $name } från den { $date } till den { $until }.
        [company] Därför håller vi inne företagsmejl från den { $date } till den { $until }.
        [partners] Därför håller vi inne partnermejl från den { $date } till den { $until }.
       *[everything] Därför håller vi inne alla reklammejl från den { $date } till den { $until }.
    }
preference-bars-ask = Om du tror att detta är fel, skriv till { $address }.

## What we hold
preference-held = Vad vi har sparat
preference-held-none = Vi har inget ja från dig, så vi skickar inga reklammejl.
preference-held-is = Det här är dina val så som vi har dem antecknade.
preference-held-list =
    { $list ->
        [topic] ”{ $name }”
        [partner] Mejl från { $name }
        [company] Företagsmejl
        [partners] Partnermejl
       *[everything] Företagsmejl och partnermejl
    }
preference-held-on-since = På sedan
preference-held-off-since = Av sedan
preference-held-chosen = Valt
preference-held-words = Visad text
preference-held-language = Språk
preference-held-policy = Integritetspolicy
preference-held-version = Version { $version }
preference-source =
    { $source ->
        [registration] Vid registrering
        [order] Vid en beställning
        [survey] I en enkät
        [contest] I en tävling
        [page] På den här sidan eller via en länk i ett meddelande
        [api] På någon annan av våra webbplatser eller tjänster
        [import] Från en lista med bevis på ditt val
       *[staff] Infört av en person på { $sender }
    }

## The last messages
preference-recent = Dina senaste meddelanden
preference-recent-none = Det finns inga än.
preference-outcome =
    { $outcome ->
        [sent] Skickat
        [withheld] Inte skickat
        [waiting] Väntar
        [returned] Inte levererat
       *[in_doubt] Kan ha skickats
    }
preference-was-on =
    { $list ->
        [topic] ”{ $name }” var påslaget.
        [partner] Mejl från { $name } var påslagna.
        [company] Företagsmejl var påslagna.
        [partners] Partnermejl var påslagna.
       *[everything] Företagsmejl och partnermejl var påslagna.
    }
preference-was-stopped =
    { $list ->
        [topic] ”{ $name }” var stoppat.
        [partner] Mejl från { $name } var stoppade.
        [company] Företagsmejl var stoppade.
        [partners] Partnermejl var stoppade.
       *[everything] Företagsmejl och partnermejl var stoppade.
    }
preference-never-given =
    { $list ->
        [topic] Vi har inget ja från dig till ”{ $name }”.
        [partner] Vi har inget ja från dig till mejl från { $name }.
        [company] Vi har inget ja från dig till företagsmejl.
        [partners] Vi har inget ja från dig till partnermejl.
       *[everything] Vi har inget ja från dig till företagsmejl eller partnermejl.
    }
preference-why =
    { $why ->
        [no_consent_needed] Det var ingen reklam, utan något du bad om eller något vi måste meddela dig.
        [paused] Du hade bett om en paus.
        [complaint] Din e-postleverantör meddelade oss att ett tidigare meddelande inte var önskat.
        [child] Den här adressen har anmälts som ett barns adress.
        [staff] En person på { $sender } har stoppat mejl till den här adressen.
        [undeliverable] Tidigare meddelanden till den här adressen kom tillbaka.
        [domain] Vi skickar inte till adresser hos den här leverantören.
        [erased] Dina uppgifter har raderats.
        [policy_declined] Du sade nej till en ändring av vår integritetspolicy.
        [policy_window] Vår integritetspolicy har ändrats, och tiden för att invända är inte över.
        [limit] Gränsen för antalet meddelanden på 7 dagar var nådd.
        [campaign_over] Vi avslutade utskicket innan det blev din tur.
        [refused_there] Din e-postleverantör tog inte emot det.
        [connection_broke] Anslutningen bröts medan vi skickade det. Vi skickar det inte igen.
       *[could_not_check] Vi kunde inte kontrollera dina val, så vi skickade det inte.
    }
