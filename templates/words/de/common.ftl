### Words that every page or several of them have.

common-date =
    { $day }. { $month ->
        [1] Januar
        [2] Februar
        [3] März
        [4] April
        [5] Mai
        [6] Juni
        [7] Juli
        [8] August
        [9] September
        [10] Oktober
        [11] November
       *[12] Dezember
    } { $year }
common-moment = { $date }, { $time } UTC

common-skip = Zum Inhalt springen
common-tagline = Ihre Mail-Einstellungen
common-help-title = Hilfe und Kontakt
common-how-to-stop = So beenden Sie Mails
common-write-to = Schreiben Sie an { $address }
common-sender-title = Wer diese Mails sendet
common-for = Für { $address }

common-write-to-stop = Senden Sie eine beliebige Nachricht an { $address }. Wir beenden dann die Mails an die Adresse, von der Sie schreiben.
common-company-mail = Firmen-Mails
common-partner-mail = Partner-Mails
common-company-mail-is = Werbung rund um { $sender }.
common-partner-mail-is = Werbung, die wir für andere Firmen senden. Diese bekommen Ihre Adresse nicht.
common-still-comes = Nachrichten zu Ihren Bestellungen und Ihrem Konto sowie rechtliche Mitteilungen kommen weiterhin.
common-what-you-can-do = Was Sie tun können
common-or-write = Oder schreiben Sie uns

common-refused-title = Dieser Link funktioniert nicht
common-refused-lead = Vielleicht wurde er unterwegs abgeschnitten. Es hat sich nichts geändert.
common-refused-newest = Nutzen Sie den Link aus unserer neuesten Nachricht
common-refused-newest-how =
    Er steht am Ende der Nachricht. Wenn Sie ihn kopieren, nehmen Sie ihn ganz: Manche Mail-Programme brechen einen langen
    Link auf zwei Zeilen um.

common-error-title = Entschuldigung, etwas ist schiefgegangen
common-error-lead = Der Fehler liegt bei uns und nicht an dem, was Sie getan haben.
common-error-again = Noch einmal versuchen
common-error-again-how = Öffnen Sie den Link in Ihrer Nachricht noch einmal. Er funktioniert weiterhin.
common-error-acting =
    Wir können nicht sagen, ob Ihre Wahl gespeichert wurde. Bitte gehen Sie zurück und drücken Sie den Knopf noch einmal:
    Zweimal drücken schadet nicht.
common-error-number = Wenn Sie uns wegen dieses Fehlers schreiben, nennen Sie bitte diese Nummer: { $incident }
common-busy-title = Bitte versuchen Sie es in einer Minute noch einmal
common-busy-lead = Wir können gerade nicht antworten. Der Fehler liegt bei uns.
common-busy-again-how = Warten Sie eine Minute und öffnen Sie dann den Link in Ihrer Nachricht noch einmal. Er funktioniert weiterhin.

common-elsewhere-title = Dieses Formular kam von einer anderen Website
common-elsewhere-lead = Deshalb ist nichts geschehen. Öffnen Sie unsere Seite und drücken Sie dort den Knopf.
common-elsewhere-open = Unsere Seite öffnen
common-stale = Diese Seite war zu lange offen, oder das Formular war nicht vollständig. Noch ist nichts geschehen: Bitte drücken Sie den Knopf noch einmal.
