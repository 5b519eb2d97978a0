### A new version of the privacy policy: its notice by mail, and its page.

policy-mail-subject = Wat er verandert in ons privacybeleid
policy-mail-lead = We hebben versie { $version } van ons privacybeleid gepubliceerd. Dit verandert er:
policy-mail-choose = Lees het, en zeg ja of nee:
policy-mail-write = U kunt ook per mail nee zeggen: schrijf naar { $address }.
policy-mail-why = Dit is een juridische mededeling. Iedereen van wie we het adres hebben, krijgt haar, welke mail hij of zij ook koos.

policy-new-uses =
    { $uses ->
        [company] Ze brengt een nieuw gebruik van uw gegevens voor bedrijfsmail, dat is reclame over { $sender }.
        [partner] Ze brengt een nieuw gebruik van uw gegevens voor partnermail, dat is reclame die we voor andere bedrijven sturen.
        [both] Ze brengt nieuw gebruik van uw gegevens voor bedrijfsmail en voor partnermail.
       *[none] Ze brengt geen nieuw gebruik van uw gegevens voor reclamemail.
    }
policy-in-force-from = Ze geldt vanaf { $date }.
policy-in-force-since = Ze geldt sinds { $date }.
policy-followed = Sindsdien hebben we een nieuwere versie gepubliceerd. U kunt op deze nog antwoorden.

policy-nothing-new-days =
    { $days ->
        [0] Als u niets doet, leggen we alleen vast dat we het u hebben verteld. Dat telt niet als een ja. Wat nieuw is, geldt dan voor uw mail.
        [one] Als u niets doet, leggen we alleen vast dat we het u hebben verteld. Dat telt niet als een ja. Wat nieuw is, geldt voor uw mail op zijn vroegst één dag na onze mededeling.
       *[other] Als u niets doet, leggen we alleen vast dat we het u hebben verteld. Dat telt niet als een ja. Wat nieuw is, geldt voor uw mail op zijn vroegst { $days } dagen na onze mededeling.
    }
policy-nothing-new-from =
    Als u niets doet, leggen we alleen vast dat we het u hebben verteld. Dat telt niet als een ja. Wat nieuw is, geldt voor uw
    mail vanaf { $date }.
policy-nothing-same =
    Als u niets doet, leggen we alleen vast dat we het u hebben verteld. Dat telt niet als een ja. Uw mail gaat door zoals u
    het koos.
policy-if-no = Als u nee zegt, stoppen we meteen alle bedrijfsmail en alle partnermail naar u.
policy-if-yes = Als u ja zegt, leggen we dat vast. Het zet geen mail aan die u niet hebt gekozen.

policy-title = Privacybeleid, versie { $version }
policy-heading = Wat er verandert in ons privacybeleid
policy-changes = Wat er verandert
policy-answer = Uw antwoord
policy-no = Nee zeggen
policy-yes = Ja zeggen
policy-whole = Het hele beleid, versie { $version }
policy-you-said-no = U zei nee op { $date }. We sturen u geen bedrijfsmail en geen partnermail.
policy-you-said-no-other =
    U zei nee tegen een andere versie. We sturen u geen bedrijfsmail en geen partnermail.
policy-you-said-yes = U zei ja op { $date }.
policy-again = Als u weer mail wilt, meld u dan opnieuw aan. We sturen u een link, en het telt zodra u die hebt gebruikt.
policy-sign-up = Opnieuw aanmelden

policy-declined = U zei nee tegen versie { $version }
policy-declined-lead = Vastgelegd op { $date }. We sturen u vanaf nu geen bedrijfsmail en geen partnermail.
policy-declined-before = Dat zei u al op { $date }, er is dus niets veranderd. We sturen u geen bedrijfsmail en geen partnermail.
policy-accepted = U zei ja tegen versie { $version }
policy-accepted-lead = Vastgelegd op { $date }. Uw mail gaat door zoals u het koos.
policy-accepted-before = Dat zei u al op { $date }, er is dus niets veranderd.
policy-still-no = Uw eerdere nee blijft gelden
policy-still-no-lead =
    U zei eerder nee. Iedereen die dit bericht heeft, zou op de knop kunnen drukken; daarom zet een ja hier uw mail niet weer
    aan.
policy-undo-about = Ongedaan maken neemt uw antwoord terug, alsof u het niet had gegeven.
policy-undone = Uw antwoord is teruggenomen
policy-undone-lead = Het is alsof u niet had geantwoord. U kunt op elk moment antwoorden.
policy-back = Terug naar het beleid

policy-standing-title = Ons privacybeleid
policy-standing-read = Lees versie { $version } van ons privacybeleid
policy-standing-said-no = U zei op { $date } nee tegen versie { $version }. We sturen u geen bedrijfsmail en geen partnermail.
policy-standing-said-yes = U zei op { $date } ja tegen versie { $version }.
policy-standing-told = We vertelden u op { $date } over versie { $version }. U hebt niet geantwoord, en dat telt niet als een ja.
policy-standing-not-told = We hebben u niet per mail over versie { $version } kunnen vertellen.
