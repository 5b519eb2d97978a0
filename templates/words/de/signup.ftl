### Signing up: the public form, the letter that asks for a confirmation, and the page behind its link.

signup-title = Für Mails von { $sender } anmelden
signup-lead = Wählen Sie, was Sie möchten. Zuerst schreiben wir an Ihre Adresse, und nur der Link in dieser Nachricht schaltet Mails ein.
signup-about-you = Über Sie
signup-address = Ihre E-Mail-Adresse
signup-name = Ihr Name (kann wegbleiben)
signup-wants = Was möchten Sie?
signup-wants-partner = Mails von Partnern
signup-wants-partner-is =
    Partner-Mails sind von den Firmen-Mails getrennt. { $sender } sendet sie für andere Firmen. Diese bekommen Ihre Adresse nicht.
signup-partner-off = Ihr Browser bittet Websites, keine Daten weiterzugeben oder zu verkaufen. Darum bleiben Partner-Mails aus.

signup-box =
    { $list ->
        [company] Senden Sie mir alle Firmen-Mails: Werbung rund um { $sender }.
        [topic] Senden Sie mir „{ $name }“: Werbung rund um { $sender }.
        [partners] Senden Sie mir Mails von Partnern. { $sender } sendet sie, und die Partner bekommen meine Adresse nicht.
       *[partner] Senden Sie mir Mails von { $name }. { $sender } sendet sie, und { $name } bekommt meine Adresse nicht.
    }
signup-can-stop = Ich kann das jederzeit beenden, mit einem Klick in jeder Nachricht.

signup-age = Wie alt sind Sie?
signup-age-over = { $age } oder älter
signup-age-under = Jünger als { $age }
signup-age-why = Wir senden keine Mails an Kinder. Ihre Antwort wird nicht gespeichert.
signup-send = Anmelden

signup-faults = Bitte sehen Sie hier noch einmal nach
signup-fault-address-missing = Ihre E-Mail-Adresse fehlt. Bitte geben Sie sie ein.
signup-fault-address = Das ist keine E-Mail-Adresse. Sie braucht einen Namen, ein @ und eine Domain, zum Beispiel ada@example.org.
signup-fault-name = Der Name ist zu lang oder enthält einen Zeilenumbruch. Bitte kürzen Sie ihn, oder lassen Sie ihn weg.
signup-fault-wants = Es ist nichts gewählt. Bitte kreuzen Sie an, was Sie möchten.
signup-fault-gone = Etwas aus Ihrer Auswahl bieten wir nicht mehr an. Bitte wählen Sie noch einmal.
signup-fault-age = Bitte sagen Sie, wie alt Sie sind.

signup-sent-title = Sehen Sie in Ihrem Postfach nach
signup-sent = Wenn wir an { $address } schreiben dürfen, ist eine Nachricht mit einem Link unterwegs. Mails kommen erst, wenn Sie den Link benutzt haben.
signup-sent-hours = Der Link funktioniert { $hours } Stunden lang.
signup-sent-none-title = Nach einer Stunde noch keine Nachricht?
signup-sent-none-spam = Sehen Sie im Spam-Ordner nach, und prüfen Sie, ob die Adresse oben richtig ist.
signup-sent-none-stopped =
    Wir schreiben nicht an eine Adresse, für die wir gebeten wurden, nie wieder zu schreiben, oder die nicht funktioniert
    hat. Wenn es Ihre ist, schreiben Sie von ihr aus an { $contact }.
signup-young-title = Wir können Sie nicht anmelden
signup-young = Man muss mindestens { $age } Jahre alt sein. Wir haben nichts von Ihren Eingaben gespeichert.
signup-later-title = Bitte versuchen Sie es später noch einmal
signup-later = Aus Ihrem Netz haben sich in der letzten Stunde viele Menschen angemeldet. Ihre Eingaben sind in Ordnung.

signup-letter-subject = Bitte bestätigen: Mails von { $sender }
signup-letter-asked = Diese Adresse wurde bei { $sender } angegeben, um Folgendes zu bekommen:
signup-letter-open = Wenn Sie das waren, öffnen Sie diese Seite und drücken Sie dort den Knopf. Der Link funktioniert { $hours } Stunden lang.
signup-letter-link = Bestätigen oder ablehnen
signup-letter-not =
    Wenn Sie es nicht waren, tun Sie nichts. Sie bekommen dadurch keine Mails, und die Eingaben werden nach { $days } Tagen
    gelöscht.

signup-confirm-title = Möchten Sie das?
signup-confirm-yes = Ja, senden Sie mir das
signup-child = Jemand hat uns mitgeteilt, dass diese Adresse einem Kind gehört. Mit Ihrem Ja sagen Sie auch, dass das falsch ist und dass Sie { $age } Jahre oder älter sind.
signup-confirm-no = Wenn nicht, schließen Sie diese Seite. Sie bekommen dadurch keine Mails, und die Eingaben werden nach { $days } Tagen gelöscht.
signup-done-title = Sie sind angemeldet
signup-done-none-title = Diese Mails bleiben aus
signup-done-on = Ab jetzt bekommen Sie:
signup-done-off = Das wurde auf andere Weise beendet und bleibt aus. Wenn Sie es möchten, schreiben Sie an { $contact }:
signup-done-partner-off = Partner-Mails bleiben aus, weil Ihr Browser Websites bittet, keine Daten weiterzugeben oder zu verkaufen.
signup-done-receipt = Ein Beleg ist an Ihre Adresse unterwegs.
signup-done-change = Etwas davon ändern oder beenden
signup-over-title = Dieser Link ist abgelaufen
signup-over = Er hat { $hours } Stunden lang funktioniert. Es hat sich nichts geändert. Sie können sich jederzeit neu anmelden.
signup-again = Neu anmelden

signup-embed-title = Dieses Formular auf Ihrer eigenen Seite
signup-embed = Kopieren Sie dieses HTML. Es braucht kein Skript und kein Cookie und übernimmt das Aussehen Ihrer Seite.
signup-embed-again = Kopieren Sie es neu, wenn Sie ein Thema oder einen Partner hinzufügen. Worin Menschen einwilligen, zeigen wir ihnen noch einmal.
signup-embed-code = HTML zum Kopieren
