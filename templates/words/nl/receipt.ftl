### The receipt of a person's consents, as a letter.

receipt-subject = Uw bewijs: mail van { $sender }
receipt-intro = Dit heeft { $sender } op { $date } vastgelegd over uw toestemming voor mail. Bewaar het als u wilt.
receipt-what =
    { $list ->
        [topic] ‘{ $name }’
        [partner] Mail van { $name }
        [company] Bedrijfsmail
       *[partners] Partnermail
    }
receipt-state =
    { $state ->
        [given] U zei ja op { $date }
        [granted] Standaard aan sinds { $date }: { $basis }
        [withdrawn] U zei nee op { $date }
        [refused] U zei nee op { $date }
       *[open] U hebt niets gezegd
    }
receipt-where = Waar
receipt-words = De tekst die u te zien kreeg
receipt-policy = Versie van ons privacybeleid
receipt-partners = Partnermail sturen we zelf. Partners krijgen niets over u.
receipt-change = U kunt alles op elk moment veranderen of stoppen:
receipt-link = Uw mailkeuzes
receipt-file = Het bijgevoegde bestand bevat hetzelfde, met alles van daarvoor, leesbaar voor programma’s.
receipt-number = Nummer van dit bewijs: { $number }

receipt-ask-title = Een bewijs
receipt-ask-about = Er staat in waar u wanneer en met welke tekst ja of nee op hebt gezegd. We sturen het naar uw eigen adres.
receipt-ask = Stuur mij een bewijs
receipt-sent-title = Kijk in uw mailbox
receipt-sent = Als we naar uw adres mogen schrijven, is een bewijs onderweg. We sturen er niet meer dan enkele per uur.
