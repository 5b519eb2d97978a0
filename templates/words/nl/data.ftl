### What people do with their own data, on pages and in the letters that complete it.

data-title = Uw gegevens
data-about =
    Voor elk hiervan sturen we een link naar uw adres. Hij werkt een half uur, en er verandert niets voordat u hem hebt
    gebruikt.
data-see = Bekijken en verbeteren wat we over u weten
data-download = Een kopie van uw gegevens krijgen
data-erase = Mijn gegevens wissen
data-move-title = Uw adres wijzigen
data-move = Uw nieuwe e-mailadres
data-move-button = De link sturen

data-asked-title = Kijk in uw mailbox
data-asked = We hebben een bericht gestuurd naar { $address }. Er is nog niets veranderd: open de link in dat bericht binnen 30 minuten.
data-asked-more = We hebben een bericht gestuurd naar { $address }. Dit alles wacht tot u de link in dat bericht binnen 30 minuten hebt geopend en het hebt bevestigd.
data-asked-often-title = Zoek onze laatste berichten
data-asked-often =
    We hebben binnen een uur meerdere berichten gestuurd naar { $address }. Gebruik de link in het nieuwste, of kom over een
    uur terug.

data-see-title = Wat we over u weten
data-see-lead = Verander wat niet klopt, en laat leeg wat we niet mogen weten.
data-see-address = Adres
data-see-button = Opslaan
data-field-name = Naam
data-field-zip = Postcode
data-field-age = Leeftijdsgroep
data-field-income = Inkomensgroep
data-field-language = Taal, zoals en of pt-BR
data-field-zone = Tijdzone, zoals Europe/Berlin
data-wrong = Dit is niet opgeslagen. Wijzig dit:
data-mend =
    { $field ->
        [name] Naam: één regel van hooguit 200 tekens.
        [zip] Postcode: hooguit 12 letters van A tot Z, cijfers, spaties en streepjes.
        [age] Leeftijdsgroep: jaren, zoals 30-39 of 65+.
        [income] Inkomensgroep: één regel van hooguit 40 tekens.
        [language] Taal: een korte code, zoals en of pt-BR.
       *[zone] Tijdzone: een naam, zoals Europe/Berlin.
    }
data-leave-title = Uw adres wijzigen
data-leave-lead =
    Als u op de knop drukt, sturen we een link naar het nieuwe adres. Uw adres verandert wanneer die link wordt gebruikt. Tot
    die tijd blijft alles zoals het is.
data-leave-button = Ja, schrijf naar het nieuwe adres
data-arrive-title = Is dit uw adres?
data-arrive-lead =
    Als u op de knop drukt, geldt alles wat u hebt gekozen voor dit adres, en schrijven we niet meer naar het vorige.
data-arrive-button = Ja, gebruik dit adres
data-new-address = Nieuw adres: { $address }
data-opt-in-title = Meer mail
data-opt-in-lead = Met een druk op de knop zegt u:
data-opt-in-after = U kunt het op elk moment weer stoppen, met één klik in elk bericht.
data-opt-in-button = Ja, dat wil ik
data-opt-in-wording =
    { $list ->
        [topic] Ja, stuur mij ‘{ $name }’ van { $sender } per e-mail.
        [partner] Ja, stuur mij mail van { $name } per e-mail. { $sender } stuurt haar en geeft mijn adres niet door.
        [company] Ja, stuur mij reclame over { $sender } per e-mail.
        [partners] Ja, stuur mij reclame van andere bedrijven per e-mail. { $sender } stuurt haar en geeft mijn adres niet door.
       *[everything] Ja, stuur mij alle reclame van { $sender } per e-mail.
    }
data-opt-in-cap =
    { $count ->
        [one] Ja, stuur mij tot { $count } reclamebericht in 7 dagen.
       *[other] Ja, stuur mij tot { $count } reclameberichten in 7 dagen.
    }
data-opt-in-no-cap = Ja, hef mijn eigen grens van reclameberichten in 7 dagen op.
data-opt-in-end-pause =
    { $list ->
        [company] Ja, beëindig de pauze van bedrijfsmail nu.
        [partners] Ja, beëindig de pauze van partnermail nu.
       *[everything] Ja, beëindig de pauze van alle reclamemail nu.
    }
data-download-title = Een kopie van uw gegevens
data-download-lead = U kunt haar hier lezen, of meenemen als bestand voor een machine (JSON).
data-download-show = Hier tonen
data-download-file = Het bestand downloaden
data-erase-title = Uw gegevens wissen
data-erase-lead =
    Als u op de knop drukt, wissen we uw adres, uw naam en alles wat u ons hebt verteld. Het kan niet ongedaan worden gemaakt.
data-erase-keep =
    We bewaren een code die niet in uw adres kan worden terugveranderd. Daarmee zorgen we dat niemand bij { $sender } u weer
    mailt.
data-erase-button = Alles wissen

data-corrected-title = Opgeslagen
data-corrected = We weten nu wat u ons net hebt verteld, en verder niets.
data-half-title = Half gedaan
data-half = We hebben een link gestuurd naar het nieuwe adres. Open hem binnen 30 minuten.
data-moved-title = Uw adres is gewijzigd
data-moved = Alles wat u hebt gekozen, geldt ervoor. We schrijven niet meer naar het vorige.
data-opted-in-title = Mail staat aan
data-opted-in =
    { $list ->
        [topic] We sturen u vanaf nu ‘{ $name }’.
        [partner] We sturen u vanaf nu mail van { $name }.
        [company] We sturen u vanaf nu bedrijfsmail.
        [partners] We sturen u vanaf nu partnermail.
       *[everything] We sturen u vanaf nu bedrijfsmail en partnermail.
    }
data-noted-off = We hebben uw ja genoteerd. Deze mail blijft toch uit:
data-cap-gone = U hebt geen eigen grens meer.
data-pause-ended =
    { $list ->
        [company] De pauze van bedrijfsmail is voorbij.
        [partners] De pauze van partnermail is voorbij.
       *[everything] De pauze van bedrijfsmail en partnermail is voorbij.
    }
data-erased-title = Uw gegevens zijn gewist
data-erased = We kennen uw adres niet meer en weten verder niets meer over u. We schrijven u niet meer.
data-erased-copies = Wat de database bewaart om zichzelf te kunnen herstellen, zoals het logboek en de back-ups, wordt tijdens het gewone gebruik overschreven. Niemand zoekt daar iets op.
data-before-title = Dit is al gedaan
data-before = Het is gedaan op { $date }. Er is nu niets veranderd.
data-expired-title = Deze link is verlopen
data-expired = Hij werkte 30 minuten. Er is niets veranderd. U kunt een nieuwe vragen.
data-expired-new = Vraag een nieuwe link

data-copy-title = Uw gegevens
data-copy-person = Over u
data-copy-known = Bekend sinds
data-copy-source = Herkomst
data-copy-file-more = Het bestand bevat alles, met de registraties volgens ISO/IEC TS 27560.

data-link-title = Een link naar uw keuzes krijgen
data-link-lead = Typ uw adres, dan sturen we u een link. Om mail te stoppen kunt u ook schrijven naar { $address }.
data-link-field = Uw e-mailadres
data-link-button = Stuur mij de link
data-link-sent-title = Kijk in uw mailbox
data-link-sent = Als we naar { $address } schrijven, is een bericht met een link daarheen onderweg.

data-letter-minutes = De link werkt { $minutes } minuten, en alleen hiervoor.
data-letter-not-you = Als u hier niet om vroeg, doe dan niets. Er is niets veranderd.
data-letter-new-address = Nieuw adres: { $address }
data-letter-see-subject = Uw link naar wat we over u weten
data-letter-see = Met deze link kunt u bekijken en verbeteren wat { $sender } over u weet.
data-letter-see-link = Bekijken en verbeteren
data-letter-download-subject = Uw link naar een kopie van uw gegevens
data-letter-download = Met deze link krijgt u een kopie van alles wat { $sender } over u weet.
data-letter-download-link = De kopie ophalen
data-letter-erase-subject = Uw gegevens wissen?
data-letter-erase = Iemand, waarschijnlijk u, vroeg { $sender } om alle gegevens van dit adres te wissen.
data-letter-erase-link = Verder
data-letter-opt-in-subject = Bevestig: meer mail
data-letter-opt-in = Iemand, waarschijnlijk u, vroeg { $sender } om meer mail naar dit adres. Ze gaat alleen aan als u het bevestigt.
data-letter-opt-in-link = Bevestigen
data-letter-leave-subject = Uw adres wijzigen?
data-letter-leave = Iemand, waarschijnlijk u, vroeg { $sender } om naar een ander adres dan dit te schrijven.
data-letter-leave-link = Verder
data-letter-arrive-subject = Is dit uw nieuwe adres?
data-letter-arrive = Iemand, waarschijnlijk u, vroeg { $sender } om voortaan naar dit adres te schrijven.
data-letter-arrive-link = Verder
data-letter-preferences-subject = Uw link naar uw keuzes
data-letter-preferences = Met deze link kunt u bekijken en wijzigen welke mail { $sender } u stuurt.
data-letter-preferences-link = Uw keuzes
data-letter-moved-subject = We schrijven niet meer naar dit adres
data-letter-moved = Uw adres bij { $sender } is gewijzigd, zoals vanuit deze mailbox en vanuit de nieuwe is bevestigd.
data-letter-moved-wrong = Als u dit niet was, beantwoord dan dit bericht.
