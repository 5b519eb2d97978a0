### The page behind the link in a message, and the preference page.

preference-ask-title = Deze mail stoppen
preference-ask =
    { $list ->
        [topic] ‘{ $name }’ stoppen
        [partner] Mail van { $name } stoppen
        [company] Bedrijfsmail stoppen
        [partners] Partnermail stoppen
       *[everything] Bedrijfsmail en partnermail stoppen
    }
preference-ask-about =
    { $list ->
        [topic] Dit is bedrijfsmail: reclame over { $sender }.
        [partner] Dit is partnermail. We sturen haar voor { $name }, die uw adres niet krijgt.
        [company] Bedrijfsmail is reclame over { $sender }.
        [partners] Partnermail is reclame die we voor andere bedrijven sturen. Zij krijgen uw adres niet.
       *[everything] Bedrijfsmail is reclame over { $sender }. Partnermail is reclame die we voor andere bedrijven sturen.
    }
preference-ask-since = Gestopt sinds { $date }. U hoeft niets te doen.
preference-ask-off = We sturen deze mail niet. U hoeft niets te doen.
preference-stop-this = Deze mail stoppen
preference-stop-more = U kunt meer stoppen
preference-stop-more-at-once = Of stop meer in één keer
preference-stop-company = Alle bedrijfsmail stoppen
preference-stop-partner = Alle partnermail stoppen
preference-stop-everything = Alles stoppen
preference-everything-is = Alles betekent alle bedrijfsmail en alle partnermail.
preference-see-all = Al uw mailkeuzes bekijken
preference-gpc-before =
    Uw browser vraagt sites om geen gegevens te delen of te verkopen. Als u hier op een knop drukt, zetten we ook partnermail
    uit.

preference-is-stopped =
    { $list ->
        [topic] ‘{ $name }’ is gestopt
        [partner] Mail van { $name } is gestopt
        [company] Bedrijfsmail is gestopt
        [partners] Partnermail is gestopt
       *[everything] Bedrijfsmail en partnermail zijn gestopt
    }
preference-stopped-since = Gestopt sinds { $date }.
preference-stopped-before = Gestopt sinds { $date }. Dat was al zo, er is dus niets veranderd.
preference-partner-too = Alle partnermail is ook gestopt, omdat uw browser sites vraagt om geen gegevens te delen of te verkopen.
preference-partner-by-signal = Alle partnermail is gestopt, omdat uw browser sites vraagt om geen gegevens te delen of te verkopen.
preference-partner-stays-off = Partnermail blijft uit, omdat uw browser sites vraagt om geen gegevens te delen of te verkopen.
preference-on-its-way =
    Eén bericht was al onderweg toen u op de knop drukte: ‘{ $subject }’. Het kan nog aankomen.
preference-may-come = Wat nog kan komen
preference-may-come-company = Bedrijfsmail die nog aan staat.
preference-may-come-partner = Partnermail die nog aan staat.
preference-may-come-account = Berichten over uw bestellingen en uw account.
preference-may-come-notices = Juridische mededelingen.
preference-undo-title = Niet wat u wilde?
preference-undo-about = Ongedaan maken zet uw keuzes terug zoals ze waren.
preference-undo = Ongedaan maken
preference-saved-title = Uw keuzes zijn opgeslagen
preference-saved-nothing-title = Er is niets veranderd
preference-saved-nothing = Uw keuzes waren al zo opgeslagen.
preference-saved-stopped = Gestopt sinds { $date }:
preference-back = Terug naar uw mailkeuzes
preference-undone-title = Uw eerdere keuzes zijn terug
preference-undone-nothing = Verder is er niets veranderd.
preference-undone-on = Deze mail staat weer aan:
preference-undone-again = U kunt haar op elk moment weer stoppen.
preference-list =
    { $list ->
        [topic] ‘{ $name }’
        [partner] Mail van { $name }
        [company] Alle bedrijfsmail
        [partners] Alle partnermail
       *[everything] Alle bedrijfsmail en alle partnermail
    }

preference-pauses =
    { $list ->
        [company] Bedrijfsmail pauzeert tot { $date }. Daarna komt ze vanzelf weer.
        [partners] Partnermail pauzeert tot { $date }. Daarna komt ze vanzelf weer.
       *[everything] Bedrijfsmail en partnermail pauzeren tot { $date }. Daarna komen ze vanzelf weer.
    }
preference-saved-cap =
    { $count ->
        [one] U krijgt hooguit { $count } reclamebericht in 7 dagen.
       *[other] U krijgt hooguit { $count } reclameberichten in 7 dagen.
    }
preference-saved-language = Pagina’s en mail komen nu in deze taal.
preference-more-title = Meer mail vraagt nog één stap
preference-more-is =
    U vroeg om meer mail dan eerst. Dat kan alleen vanuit uw eigen mailbox worden bevestigd, zodat niemand anders mail voor u
    kan aanzetten:
preference-more-cap = Meer reclameberichten in 7 dagen
preference-more-end-pause =
    { $list ->
        [company] Het einde van de pauze van bedrijfsmail
        [partners] Het einde van de pauze van partnermail
       *[everything] Het einde van de pauze van alle reclamemail
    }
preference-more-often =
    We hebben binnen een uur meerdere berichten gestuurd naar { $address } en hiervoor daarom geen bericht meer. Kies het
    over een uur opnieuw.
preference-more-write = Schrijf naar { $address } en vraag om een bevestigingslink.
preference-undone-pause =
    { $list ->
        [company] Bedrijfsmail pauzeert niet langer dan eerst.
        [partners] Partnermail pauzeert niet langer dan eerst.
       *[everything] Bedrijfsmail en partnermail pauzeren niet langer dan eerst.
    }
preference-undone-cap = Het aantal berichten in 7 dagen is weer als eerst.
preference-undone-language = De taal is weer als eerst.

preference-title = Uw mailkeuzes
preference-stop-everything-is =
    Eén druk stopt alle bedrijfsmail en alle partnermail. Berichten over uw bestellingen en uw account, en juridische
    mededelingen, blijven komen.
preference-want-company = Wilt u bedrijfsmail?
preference-want-partner = Wilt u partnermail?
preference-yes = Ja
preference-no = Nee
preference-topics = Onderwerpen
preference-topics-stop = Als u hierboven Nee kiest, stoppen alle onderwerpen.
preference-partners = Partners
preference-partners-stop = Als u hierboven Nee kiest, stoppen alle partners.
preference-turn-on =
    Wat uit staat, kan weer aan met een bevestigingslink die naar uw eigen mailbox gaat, zodat niemand anders mail voor u kan
    aanzetten.
preference-paused-until = Gepauzeerd tot { $date }
preference-end-pause = Deze pauze nu beëindigen. Daarvoor sturen we een link naar uw mailbox.
preference-pause = Een pauze nemen
preference-pause-is =
    Reclamemail blijft een tijd weg en komt vanzelf weer. Uw keuzes hierboven blijven zoals ze zijn.
preference-pause-long = Hoe lang?
preference-pause-none = Geen pauze
preference-pause-keep = Zoals nu
preference-pause-days =
    { $days ->
        [one] { $days } dag
       *[other] { $days } dagen
    }
preference-pause-what = Wat moet er pauzeren?
preference-all-mail = Alle reclamemail
preference-much = Hoeveel, en in welke taal
preference-cap = Hooguit hoeveel reclameberichten in 7 dagen?
preference-cap-none = Geen eigen grens
preference-cap-some =
    { $count ->
        [one] Hooguit { $count }
       *[other] Hooguit { $count }
    }
preference-language = Taal van pagina’s en mail
preference-save = Keuzes opslaan

preference-bars = Mail die we tegenhouden
preference-bar =
    { $why ->
        [bounce] Berichten naar dit adres kwamen als onbestelbaar terug.
        [complaint] Uw mailprovider liet ons weten dat een bericht ongewenst was.
        [child] Dit adres is gemeld als dat van een kind.
        [domain] We sturen niet naar adressen van deze provider.
        [erased] Uw gegevens zijn gewist.
       *[staff] Iemand bij { $sender } heeft de mail naar dit adres gestopt.
    }
preference-bar-since =
    { $list ->
        [topic] Dit houdt ‘{ $name }’ tegen sinds { $date }.
        [partner] Dit houdt mail van { $name } tegen sinds { $date }.
        [company] Dit houdt bedrijfsmail tegen sinds { $date }.
        [partners] Dit houdt partnermail tegen sinds { $date }.
       *[everything] Dit houdt alle reclamemail tegen sinds { $date }.
    }
preference-bar-until =
    { $list ->
        [topic] Dit houdt ‘{ $name }’ tegen van { $date } tot { $until }.
        [partner] Dit houdt mail van { $name } tegen van { $date } tot { $until }.
        [company] Dit houdt bedrijfsmail tegen van { $date } tot { $until }.
        [partners] Dit houdt partnermail tegen van { $date } tot { $until }.
       *[everything] Dit houdt alle reclamemail tegen van { $date } tot { $until }.
    }
preference-bars-ask = Als u denkt dat dit niet klopt, schrijf dan naar { $address }.

preference-held = Wat we hebben vastgelegd
preference-held-none = We hebben geen ja van u, dus we sturen geen reclamemail.
preference-held-is = Dit zijn uw keuzes zoals wij ze hebben vastgelegd.
preference-held-list =
    { $list ->
        [topic] ‘{ $name }’
        [partner] Mail van { $name }
        [company] Bedrijfsmail
        [partners] Partnermail
       *[everything] Bedrijfsmail en partnermail
    }
preference-held-on-since = Aan sinds
preference-held-off-since = Uit sinds
preference-held-chosen = Gekozen
preference-held-words = Getoonde tekst
preference-held-language = Taal
preference-held-policy = Privacybeleid
preference-held-version = Versie { $version }
preference-source =
    { $source ->
        [registration] Bij het registreren
        [order] Bij een bestelling
        [survey] In een enquête
        [contest] Bij een prijsvraag
        [page] Op deze pagina, of via een link in een bericht
        [api] Op een andere site of dienst van ons
        [import] Uit een lijst met bewijs van uw keuze
       *[staff] Ingevoerd door iemand bij { $sender }
    }

preference-recent = Uw laatste berichten
preference-recent-none = Er zijn er nog geen.
preference-outcome =
    { $outcome ->
        [sent] Verstuurd
        [withheld] Niet verstuurd
        [waiting] Wacht
        [returned] Niet bezorgd
       *[in_doubt] Misschien verstuurd
    }
preference-was-on =
    { $list ->
        [topic] ‘{ $name }’ stond aan.
        [partner] Mail van { $name } stond aan.
        [company] Bedrijfsmail stond aan.
        [partners] Partnermail stond aan.
       *[everything] Bedrijfsmail en partnermail stonden aan.
    }
preference-was-stopped =
    { $list ->
        [topic] ‘{ $name }’ was gestopt.
        [partner] Mail van { $name } was gestopt.
        [company] Bedrijfsmail was gestopt.
        [partners] Partnermail was gestopt.
       *[everything] Bedrijfsmail en partnermail waren gestopt.
    }
preference-never-given =
    { $list ->
        [topic] We hebben geen ja van u voor ‘{ $name }’.
        [partner] We hebben geen ja van u voor mail van { $name }.
        [company] We hebben geen ja van u voor bedrijfsmail.
        [partners] We hebben geen ja van u voor partnermail.
       *[everything] We hebben geen ja van u voor bedrijfsmail of partnermail.
    }
preference-why =
    { $why ->
        [no_consent_needed] Het was geen reclame: iets waar u om vroeg, of iets wat we u moeten melden.
        [paused] U had om een pauze gevraagd.
        [complaint] Uw mailprovider liet ons weten dat een eerder bericht ongewenst was.
        [child] Dit adres is gemeld als dat van een kind.
        [staff] Iemand bij { $sender } heeft de mail naar dit adres gestopt.
        [undeliverable] Eerdere berichten naar dit adres kwamen terug.
        [domain] We sturen niet naar adressen van deze provider.
        [erased] Uw gegevens zijn gewist.
        [policy_declined] U wees een wijziging van ons privacybeleid af.
        [policy_window] Ons privacybeleid is veranderd, en de tijd om bezwaar te maken is nog niet om.
        [limit] De grens aan berichten in 7 dagen was bereikt.
        [campaign_over] We beëindigden deze mailing voordat u aan de beurt was.
        [refused_there] Uw mailprovider nam het niet aan.
        [connection_broke] De verbinding brak af tijdens het versturen. We sturen het niet opnieuw.
       *[could_not_check] We konden uw keuzes niet controleren en hebben het daarom niet verstuurd.
    }
