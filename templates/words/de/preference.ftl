### The page behind the link in a message, and the preference page.

preference-ask-title = Diese Mails beenden
preference-ask =
    { $list ->
        [topic] „{ $name }“ beenden
        [partner] Mails von { $name } beenden
        [company] Firmen-Mails beenden
        [partners] Partner-Mails beenden
       *[everything] Firmen-Mails und Partner-Mails beenden
    }
preference-ask-about =
    { $list ->
        [topic] Dies sind Firmen-Mails: Werbung rund um { $sender }.
        [partner] Dies sind Partner-Mails. Wir senden sie für { $name }; { $name } bekommt Ihre Adresse nicht.
        [company] Firmen-Mails sind Werbung rund um { $sender }.
        [partners] Partner-Mails sind Werbung, die wir für andere Firmen senden. Diese bekommen Ihre Adresse nicht.
       *[everything] Firmen-Mails sind Werbung rund um { $sender }. Partner-Mails sind Werbung, die wir für andere Firmen senden.
    }
preference-ask-since = Seit dem { $date } beendet. Sie brauchen nichts zu tun.
preference-ask-off = Wir senden sie nicht. Sie brauchen nichts zu tun.
preference-stop-this = Diese Mails beenden
preference-stop-more = Sie können mehr beenden
preference-stop-more-at-once = Oder gleich mehr beenden
preference-stop-company = Alle Firmen-Mails beenden
preference-stop-partner = Alle Partner-Mails beenden
preference-stop-everything = Alles beenden
preference-everything-is = Alles bedeutet alle Firmen-Mails und alle Partner-Mails.
preference-see-all = Alle Ihre Mail-Einstellungen ansehen
preference-gpc-before =
    Ihr Browser bittet Websites, keine Daten weiterzugeben oder zu verkaufen. Wenn Sie hier einen Knopf drücken, schalten wir
    auch die Partner-Mails ab.

preference-is-stopped =
    { $list ->
        [topic] „{ $name }“ ist beendet
        [partner] Mails von { $name } sind beendet
        [company] Firmen-Mails sind beendet
        [partners] Partner-Mails sind beendet
       *[everything] Firmen-Mails und Partner-Mails sind beendet
    }
preference-stopped-since = Beendet seit dem { $date }.
preference-stopped-before = Beendet seit dem { $date }. Das war schon vorher so, es hat sich also nichts geändert.
preference-partner-too = Auch alle Partner-Mails sind beendet, weil Ihr Browser Websites bittet, keine Daten weiterzugeben oder zu verkaufen.
preference-partner-by-signal = Alle Partner-Mails sind beendet, weil Ihr Browser Websites bittet, keine Daten weiterzugeben oder zu verkaufen.
preference-partner-stays-off = Partner-Mails bleiben aus, weil Ihr Browser Websites bittet, keine Daten weiterzugeben oder zu verkaufen.
preference-on-its-way =
    Eine Nachricht war schon unterwegs, als Sie den Knopf gedrückt haben: „{ $subject }“. Sie kann noch ankommen.
preference-may-come = Was noch kommen kann
preference-may-come-company = Firmen-Mails, die noch eingeschaltet sind.
preference-may-come-partner = Partner-Mails, die noch eingeschaltet sind.
preference-may-come-account = Nachrichten zu Ihren Bestellungen und Ihrem Konto.
preference-may-come-notices = Rechtliche Mitteilungen.
preference-undo-title = Nicht das, was Sie wollten?
preference-undo-about = „Rückgängig“ stellt Ihre Einstellungen wieder so her, wie sie waren.
preference-undo = Rückgängig
preference-saved-title = Ihre Einstellungen sind gespeichert
preference-saved-nothing-title = Es hat sich nichts geändert
preference-saved-nothing = Ihre Einstellungen waren schon so gespeichert.
preference-saved-stopped = Beendet seit dem { $date }:
preference-back = Zurück zu Ihren Mail-Einstellungen
preference-undone-title = Ihre früheren Einstellungen gelten wieder
preference-undone-nothing = Sonst hat sich nichts geändert.
preference-undone-on = Diese Mails sind wieder an:
preference-undone-again = Sie können sie jederzeit wieder beenden.
preference-list =
    { $list ->
        [topic] „{ $name }“
        [partner] Mails von { $name }
        [company] Alle Firmen-Mails
        [partners] Alle Partner-Mails
       *[everything] Alle Firmen-Mails und alle Partner-Mails
    }

preference-pauses =
    { $list ->
        [company] Firmen-Mails machen Pause bis zum { $date }. Danach kommen sie von selbst wieder.
        [partners] Partner-Mails machen Pause bis zum { $date }. Danach kommen sie von selbst wieder.
       *[everything] Firmen-Mails und Partner-Mails machen Pause bis zum { $date }. Danach kommen sie von selbst wieder.
    }
preference-saved-cap =
    { $count ->
        [one] Sie bekommen höchstens { $count } Werbe-Mail in 7 Tagen.
       *[other] Sie bekommen höchstens { $count } Werbe-Mails in 7 Tagen.
    }
preference-saved-language = Seiten und Mails kommen jetzt in dieser Sprache.
preference-more-title = Für mehr Mails ist noch ein Schritt nötig
preference-more-is =
    Sie haben um mehr Mails als bisher gebeten. Das lässt sich nur aus Ihrem eigenen Postfach bestätigen, damit niemand sonst
    Mails für Sie einschalten kann:
preference-more-cap = Mehr Werbe-Mails in 7 Tagen
preference-more-end-pause =
    { $list ->
        [company] Das Ende der Pause der Firmen-Mails
        [partners] Das Ende der Pause der Partner-Mails
       *[everything] Das Ende der Pause aller Werbe-Mails
    }
preference-more-often =
    Wir haben innerhalb einer Stunde mehrere Nachrichten an { $address } gesendet, deshalb hierfür keine weitere. Bitte
    wählen Sie es in einer Stunde noch einmal.
preference-more-write = Schreiben Sie an { $address } und bitten Sie um einen Bestätigungslink.
preference-undone-pause =
    { $list ->
        [company] Firmen-Mails machen nicht länger Pause als zuvor.
        [partners] Partner-Mails machen nicht länger Pause als zuvor.
       *[everything] Firmen-Mails und Partner-Mails machen nicht länger Pause als zuvor.
    }
preference-undone-cap = Die Zahl der Mails in 7 Tagen ist wieder wie zuvor.
preference-undone-language = Die Sprache ist wieder wie zuvor.

preference-title = Ihre Mail-Einstellungen
preference-stop-everything-is =
    Ein Knopfdruck beendet alle Firmen-Mails und alle Partner-Mails. Nachrichten zu Ihren Bestellungen und Ihrem Konto sowie
    rechtliche Mitteilungen kommen weiterhin.
preference-want-company = Möchten Sie Firmen-Mails?
preference-want-partner = Möchten Sie Partner-Mails?
preference-yes = Ja
preference-no = Nein
preference-topics = Themen
preference-topics-stop = Wenn Sie oben Nein wählen, enden alle Themen.
preference-partners = Partner
preference-partners-stop = Wenn Sie oben Nein wählen, enden die Mails aller Partner.
preference-turn-on =
    Was aus ist, lässt sich mit einem Bestätigungslink wieder einschalten, der an Ihr eigenes Postfach geht, damit niemand
    sonst Mails für Sie einschalten kann.
preference-paused-until = Pause bis zum { $date }
preference-end-pause = Diese Pause jetzt beenden. Dafür senden wir einen Link an Ihr Postfach.
preference-pause = Eine Pause machen
preference-pause-is =
    Werbe-Mails bleiben eine Zeit lang aus und kommen von selbst wieder. Ihre Wahl oben bleibt, wie sie ist.
preference-pause-long = Wie lange?
preference-pause-none = Keine Pause
preference-pause-keep = Wie jetzt
preference-pause-days =
    { $days ->
        [one] { $days } Tag
       *[other] { $days } Tage
    }
preference-pause-what = Was soll Pause machen?
preference-all-mail = Alle Werbe-Mails
preference-much = Wie viel und in welcher Sprache
preference-cap = Höchstens wie viele Werbe-Mails in 7 Tagen?
preference-cap-none = Keine eigene Grenze
preference-cap-some =
    { $count ->
        [one] Höchstens { $count }
       *[other] Höchstens { $count }
    }
preference-language = Sprache von Seiten und Mails
preference-save = Einstellungen speichern

preference-bars = Mails, die wir zurückhalten
preference-bar =
    { $why ->
        [bounce] Nachrichten an diese Adresse kamen als unzustellbar zurück.
        [complaint] Ihr Mail-Anbieter hat uns mitgeteilt, dass eine Nachricht unerwünscht war.
        [child] Diese Adresse wurde als die eines Kindes gemeldet.
        [domain] Wir senden nicht an Adressen dieses Anbieters.
        [erased] Ihre Daten wurden gelöscht.
       *[staff] Jemand bei { $sender } hat die Mails an diese Adresse beendet.
    }
preference-bar-since =
    { $list ->
        [topic] Das hält „{ $name }“ seit dem { $date } zurück.
        [partner] Das hält Mails von { $name } seit dem { $date } zurück.
        [company] Das hält Firmen-Mails seit dem { $date } zurück.
        [partners] Das hält Partner-Mails seit dem { $date } zurück.
       *[everything] Das hält alle Werbe-Mails seit dem { $date } zurück.
    }
preference-bar-until =
    { $list ->
        [topic] Das hält „{ $name }“ vom { $date } bis zum { $until } zurück.
        [partner] Das hält Mails von { $name } vom { $date } bis zum { $until } zurück.
        [company] Das hält Firmen-Mails vom { $date } bis zum { $until } zurück.
        [partners] Das hält Partner-Mails vom { $date } bis zum { $until } zurück.
       *[everything] Das hält alle Werbe-Mails vom { $date } bis zum { $until } zurück.
    }
preference-bars-ask = Wenn Sie meinen, dass das falsch ist, schreiben Sie an { $address }.

preference-held = Was wir gespeichert haben
preference-held-none = Wir haben kein Ja von Ihnen und senden darum keine Werbe-Mails.
preference-held-is = Das sind Ihre Einstellungen, wie sie bei uns festgehalten sind.
preference-held-list =
    { $list ->
        [topic] „{ $name }“
        [partner] Mails von { $name }
        [company] Firmen-Mails
        [partners] Partner-Mails
       *[everything] Firmen-Mails und Partner-Mails
    }
preference-held-on-since = An seit
preference-held-off-since = Aus seit
preference-held-chosen = Gewählt
preference-held-words = Gezeigter Text
preference-held-language = Sprache
preference-held-policy = Datenschutzerklärung
preference-held-version = Fassung { $version }
preference-source =
    { $source ->
        [registration] Bei der Registrierung
        [order] Bei einer Bestellung
        [survey] In einer Umfrage
        [contest] Bei einem Gewinnspiel
        [page] Auf dieser Seite oder über einen Link in einer Nachricht
        [api] Auf einer anderen unserer Websites oder Dienste
        [import] Aus einer Liste mit Nachweis Ihrer Wahl
       *[staff] Eingetragen von jemandem bei { $sender }
    }

preference-recent = Ihre letzten Nachrichten
preference-recent-none = Noch keine.
preference-outcome =
    { $outcome ->
        [sent] Gesendet
        [withheld] Nicht gesendet
        [waiting] Wartet
        [returned] Nicht zugestellt
       *[in_doubt] Vielleicht gesendet
    }
preference-was-on =
    { $list ->
        [topic] „{ $name }“ war an.
        [partner] Mails von { $name } waren an.
        [company] Firmen-Mails waren an.
        [partners] Partner-Mails waren an.
       *[everything] Firmen-Mails und Partner-Mails waren an.
    }
preference-was-stopped =
    { $list ->
        [topic] „{ $name }“ war beendet.
        [partner] Mails von { $name } waren beendet.
        [company] Firmen-Mails waren beendet.
        [partners] Partner-Mails waren beendet.
       *[everything] Firmen-Mails und Partner-Mails waren beendet.
    }
preference-never-given =
    { $list ->
        [topic] Wir haben von Ihnen kein Ja zu „{ $name }“.
        [partner] Wir haben von Ihnen kein Ja zu Mails von { $name }.
        [company] Wir haben von Ihnen kein Ja zu Firmen-Mails.
        [partners] Wir haben von Ihnen kein Ja zu Partner-Mails.
       *[everything] Wir haben von Ihnen kein Ja zu Firmen-Mails oder Partner-Mails.
    }
preference-why =
    { $why ->
        [no_consent_needed] Es war keine Werbung, sondern etwas, worum Sie gebeten haben oder was wir Ihnen mitteilen müssen.
        [paused] Sie hatten um eine Pause gebeten.
        [complaint] Ihr Mail-Anbieter hat uns mitgeteilt, dass eine frühere Nachricht unerwünscht war.
        [child] Diese Adresse wurde als die eines Kindes gemeldet.
        [staff] Jemand bei { $sender } hat die Mails an diese Adresse beendet.
        [undeliverable] Frühere Nachrichten an diese Adresse kamen zurück.
        [domain] Wir senden nicht an Adressen dieses Anbieters.
        [erased] Ihre Daten wurden gelöscht.
        [policy_declined] Sie haben eine Änderung unserer Datenschutzerklärung abgelehnt.
        [policy_window] Unsere Datenschutzerklärung hat sich geändert, und die Frist für einen Widerspruch läuft noch.
        [limit] Die Grenze an Mails in 7 Tagen war erreicht.
        [campaign_over] Wir haben diese Aussendung beendet, bevor Sie an der Reihe waren.
        [refused_there] Ihr Mail-Anbieter hat sie nicht angenommen.
        [connection_broke] Die Verbindung brach beim Senden ab. Wir senden sie nicht noch einmal.
       *[could_not_check] Wir konnten Ihre Einstellungen nicht prüfen und haben sie darum nicht gesendet.
    }
