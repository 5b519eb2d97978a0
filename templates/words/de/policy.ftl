### A new version of the privacy policy: its notice by mail, and its page.

policy-mail-subject = Was sich in unserer Datenschutzerklärung ändert
policy-mail-lead = Wir haben Fassung { $version } unserer Datenschutzerklärung veröffentlicht. Das ändert sich:
policy-mail-choose = Lesen Sie sie und sagen Sie Ja oder Nein:
policy-mail-write = Sie können auch per Mail Nein sagen: Schreiben Sie an { $address }.
policy-mail-why = Dies ist eine rechtliche Mitteilung. Alle, deren Adresse wir haben, bekommen sie, unabhängig davon, welche Mails sie gewählt haben.

policy-new-uses =
    { $uses ->
        [company] Diese Fassung bringt eine neue Nutzung Ihrer Daten für Firmen-Mails, also Werbung rund um { $sender }.
        [partner] Diese Fassung bringt eine neue Nutzung Ihrer Daten für Partner-Mails, also Werbung, die wir für andere Firmen senden.
        [both] Diese Fassung bringt neue Nutzungen Ihrer Daten für Firmen-Mails und für Partner-Mails.
       *[none] Diese Fassung bringt keine neue Nutzung Ihrer Daten für Werbe-Mails.
    }
policy-in-force-from = Diese Fassung gilt ab dem { $date }.
policy-in-force-since = Diese Fassung gilt seit dem { $date }.
policy-followed = Seitdem haben wir eine neuere Fassung veröffentlicht. Auf diese können Sie noch antworten.

policy-nothing-new-days =
    { $days ->
        [0] Wenn Sie nichts tun, halten wir nur fest, dass wir Sie informiert haben. Das zählt nicht als Ja. Was neu ist, gilt dann für Ihre Mails.
        [one] Wenn Sie nichts tun, halten wir nur fest, dass wir Sie informiert haben. Das zählt nicht als Ja. Was neu ist, gilt für Ihre Mails frühestens einen Tag nach unserer Mitteilung.
       *[other] Wenn Sie nichts tun, halten wir nur fest, dass wir Sie informiert haben. Das zählt nicht als Ja. Was neu ist, gilt für Ihre Mails frühestens { $days } Tage nach unserer Mitteilung.
    }
policy-nothing-new-from =
    Wenn Sie nichts tun, halten wir nur fest, dass wir Sie informiert haben. Das zählt nicht als Ja. Was neu ist, gilt für
    Ihre Mails ab dem { $date }.
policy-nothing-same =
    Wenn Sie nichts tun, halten wir nur fest, dass wir Sie informiert haben. Das zählt nicht als Ja. Ihre Mails kommen
    weiterhin so, wie Sie es gewählt haben.
policy-if-no = Wenn Sie Nein sagen, beenden wir sofort alle Firmen-Mails und alle Partner-Mails an Sie.
policy-if-yes = Wenn Sie Ja sagen, halten wir das fest. Es schaltet keine Mails ein, die Sie nicht gewählt haben.

policy-title = Datenschutzerklärung, Fassung { $version }
policy-heading = Was sich in unserer Datenschutzerklärung ändert
policy-changes = Was sich ändert
policy-answer = Ihre Antwort
policy-no = Nein sagen
policy-yes = Ja sagen
policy-whole = Die ganze Erklärung, Fassung { $version }
policy-you-said-no = Sie haben am { $date } Nein gesagt. Wir senden Ihnen keine Firmen-Mails und keine Partner-Mails.
policy-you-said-no-other =
    Sie haben zu einer anderen Fassung Nein gesagt. Wir senden Ihnen keine Firmen-Mails und keine Partner-Mails.
policy-you-said-yes = Sie haben am { $date } Ja gesagt.
policy-again = Wenn Sie wieder Mails möchten, melden Sie sich neu an. Wir senden Ihnen einen Link, und es gilt, sobald Sie ihn benutzt haben.
policy-sign-up = Neu anmelden

policy-declined = Sie haben zu Fassung { $version } Nein gesagt
policy-declined-lead = Festgehalten am { $date }. Wir senden Ihnen ab jetzt keine Firmen-Mails und keine Partner-Mails.
policy-declined-before = Das haben Sie schon am { $date } gesagt, es hat sich also nichts geändert. Wir senden Ihnen keine Firmen-Mails und keine Partner-Mails.
policy-accepted = Sie haben zu Fassung { $version } Ja gesagt
policy-accepted-lead = Festgehalten am { $date }. Ihre Mails kommen weiterhin so, wie Sie es gewählt haben.
policy-accepted-before = Das haben Sie schon am { $date } gesagt, es hat sich also nichts geändert.
policy-still-no = Ihr früheres Nein gilt weiter
policy-still-no-lead =
    Sie haben früher Nein gesagt. Alle, die diese Nachricht haben, könnten den Knopf drücken; darum schaltet ein Ja hier Ihre
    Mails nicht wieder ein.
policy-undo-about = „Rückgängig“ nimmt Ihre Antwort zurück, als hätten Sie sie nicht gegeben.
policy-undone = Ihre Antwort ist zurückgenommen
policy-undone-lead = Es ist, als hätten Sie nicht geantwortet. Sie können jederzeit antworten.
policy-back = Zurück zur Erklärung

policy-standing-title = Unsere Datenschutzerklärung
policy-standing-read = Fassung { $version } unserer Datenschutzerklärung lesen
policy-standing-said-no = Sie haben am { $date } zu Fassung { $version } Nein gesagt. Wir senden Ihnen keine Firmen-Mails und keine Partner-Mails.
policy-standing-said-yes = Sie haben am { $date } zu Fassung { $version } Ja gesagt.
policy-standing-told = Wir haben Sie am { $date } über Fassung { $version } informiert. Sie haben nicht geantwortet, und das zählt nicht als Ja.
policy-standing-not-told = Wir konnten Sie nicht per Mail über Fassung { $version } informieren.
