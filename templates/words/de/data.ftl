### What people do with their own data, on pages and in the letters that complete it.

data-title = Ihre Daten
data-about =
    Für jeden dieser Schritte senden wir einen Link an Ihre Adresse. Er funktioniert eine halbe Stunde lang, und bevor Sie
    ihn benutzt haben, ändert sich nichts.
data-see = Ansehen und berichtigen, was wir über Sie wissen
data-download = Eine Kopie Ihrer Daten bekommen
data-erase = Meine Daten löschen
data-move-title = Ihre Adresse ändern
data-move = Ihre neue E-Mail-Adresse
data-move-button = Link senden

data-asked-title = Sehen Sie in Ihrem Postfach nach
data-asked = Wir haben eine Nachricht an { $address } gesendet. Noch hat sich nichts geändert: Öffnen Sie den Link in dieser Nachricht innerhalb von 30 Minuten.
data-asked-more = Wir haben eine Nachricht an { $address } gesendet. Das alles wartet, bis Sie den Link in dieser Nachricht innerhalb von 30 Minuten geöffnet und es bestätigt haben.
data-asked-often-title = Bitte suchen Sie nach unseren letzten Nachrichten
data-asked-often =
    Wir haben innerhalb einer Stunde mehrere Nachrichten an { $address } gesendet. Nutzen Sie den Link aus der neuesten, oder
    kommen Sie in einer Stunde wieder.

data-see-title = Was wir über Sie wissen
data-see-lead = Ändern Sie, was falsch ist, und lassen Sie leer, was wir nicht wissen sollen.
data-see-address = Adresse
data-see-button = Speichern
data-field-name = Name
data-field-zip = Postleitzahl
data-field-age = Altersgruppe
data-field-income = Einkommensgruppe
data-field-language = Sprache, zum Beispiel en oder pt-BR
data-field-zone = Zeitzone, zum Beispiel Europe/Berlin
data-wrong = Das wurde nicht gespeichert. Bitte ändern Sie:
data-mend =
    { $field ->
        [name] Name: eine Zeile mit höchstens 200 Zeichen.
        [zip] Postleitzahl: höchstens 12 Buchstaben von A bis Z, Ziffern, Leerzeichen und Bindestriche.
        [age] Altersgruppe: Jahre, zum Beispiel 30-39 oder 65+.
        [income] Einkommensgruppe: eine Zeile mit höchstens 40 Zeichen.
        [language] Sprache: ein kurzes Kürzel, zum Beispiel en oder pt-BR.
       *[zone] Zeitzone: ein Name, zum Beispiel Europe/Berlin.
    }
data-leave-title = Ihre Adresse ändern
data-leave-lead =
    Wenn Sie den Knopf drücken, senden wir einen Link an die neue Adresse. Ihre Adresse ändert sich, sobald dieser Link
    benutzt wird. Bis dahin bleibt alles, wie es ist.
data-leave-button = Ja, an die neue Adresse schreiben
data-arrive-title = Ist das Ihre Adresse?
data-arrive-lead =
    Wenn Sie den Knopf drücken, gilt alles, was Sie gewählt haben, für diese Adresse, und wir schreiben nicht mehr an die
    bisherige.
data-arrive-button = Ja, diese Adresse verwenden
data-new-address = Neue Adresse: { $address }
data-opt-in-title = Mehr Mails
data-opt-in-lead = Mit einem Druck auf den Knopf sagen Sie:
data-opt-in-after = Sie können das jederzeit wieder beenden, mit einem Klick in jeder Nachricht.
data-opt-in-button = Ja, das möchte ich
data-opt-in-wording =
    { $list ->
        [topic] Ja, senden Sie mir „{ $name }“ von { $sender } per E-Mail.
        [partner] Ja, senden Sie mir E-Mails von { $name }. { $sender } sendet sie und gibt meine Adresse nicht weiter.
        [company] Ja, senden Sie mir Werbung rund um { $sender } per E-Mail.
        [partners] Ja, senden Sie mir Werbung für andere Firmen per E-Mail. { $sender } sendet sie und gibt meine Adresse nicht weiter.
       *[everything] Ja, senden Sie mir alle Werbung von { $sender } per E-Mail.
    }
data-opt-in-cap =
    { $count ->
        [one] Ja, senden Sie mir bis zu { $count } Werbe-Mail in 7 Tagen.
       *[other] Ja, senden Sie mir bis zu { $count } Werbe-Mails in 7 Tagen.
    }
data-opt-in-no-cap = Ja, heben Sie meine eigene Grenze für Werbe-Mails in 7 Tagen auf.
data-opt-in-end-pause =
    { $list ->
        [company] Ja, beenden Sie die Pause der Firmen-Mails jetzt.
        [partners] Ja, beenden Sie die Pause der Partner-Mails jetzt.
       *[everything] Ja, beenden Sie die Pause aller Werbe-Mails jetzt.
    }
data-download-title = Eine Kopie Ihrer Daten
data-download-lead = Sie können sie hier lesen oder als maschinenlesbare Datei (JSON) mitnehmen.
data-download-show = Hier anzeigen
data-download-file = Datei herunterladen
data-erase-title = Ihre Daten löschen
data-erase-lead =
    Wenn Sie den Knopf drücken, löschen wir Ihre Adresse, Ihren Namen und alles, was Sie uns mitgeteilt haben. Das lässt sich
    nicht rückgängig machen.
data-erase-keep =
    Wir behalten einen Code, der sich nicht in Ihre Adresse zurückverwandeln lässt. Damit sorgen wir dafür, dass Ihnen bei
    { $sender } niemand mehr Mails sendet.
data-erase-button = Alles löschen

data-corrected-title = Gespeichert
data-corrected = Wir wissen jetzt, was Sie uns gerade mitgeteilt haben, und sonst nichts.
data-half-title = Halb geschafft
data-half = Wir haben einen Link an die neue Adresse gesendet. Öffnen Sie ihn innerhalb von 30 Minuten.
data-moved-title = Ihre Adresse ist geändert
data-moved = Alles, was Sie gewählt haben, gilt für sie. An die bisherige schreiben wir nicht mehr.
data-opted-in-title = Mails sind eingeschaltet
data-opted-in =
    { $list ->
        [topic] Wir senden Ihnen ab jetzt „{ $name }“.
        [partner] Wir senden Ihnen ab jetzt Mails von { $name }.
        [company] Wir senden Ihnen ab jetzt Firmen-Mails.
        [partners] Wir senden Ihnen ab jetzt Partner-Mails.
       *[everything] Wir senden Ihnen ab jetzt Firmen-Mails und Partner-Mails.
    }
data-noted-off = Wir haben Ihr Ja vermerkt. Diese Mails bleiben trotzdem aus:
data-cap-gone = Sie haben keine eigene Grenze mehr.
data-pause-ended =
    { $list ->
        [company] Die Pause der Firmen-Mails ist zu Ende.
        [partners] Die Pause der Partner-Mails ist zu Ende.
       *[everything] Die Pause der Firmen-Mails und Partner-Mails ist zu Ende.
    }
data-erased-title = Ihre Daten sind gelöscht
data-erased = Wir kennen Ihre Adresse nicht mehr und wissen auch sonst nichts mehr über Sie. Wir schreiben Ihnen nicht wieder.
data-erased-copies = Was die Datenbank für ihre eigene Wiederherstellung aufbewahrt, etwa ihr Protokoll und Sicherungskopien, wird im laufenden Betrieb überschrieben. Dort schlägt niemand etwas nach.
data-before-title = Das ist schon erledigt
data-before = Es wurde am { $date } erledigt. Jetzt wurde nichts geändert.
data-expired-title = Dieser Link ist abgelaufen
data-expired = Er hat 30 Minuten lang funktioniert. Es hat sich nichts geändert. Sie können einen neuen anfordern.
data-expired-new = Einen neuen Link anfordern

data-copy-title = Ihre Daten
data-copy-person = Über Sie
data-copy-known = Bekannt seit
data-copy-source = Herkunft
data-copy-file-more = Die Datei enthält alles, mit den Aufzeichnungen nach ISO/IEC TS 27560.

data-link-title = Einen Link zu Ihren Einstellungen bekommen
data-link-lead = Geben Sie Ihre Adresse ein, dann senden wir Ihnen einen Link. Um Mails zu beenden, können Sie auch an { $address } schreiben.
data-link-field = Ihre E-Mail-Adresse
data-link-button = Link an mich senden
data-link-sent-title = Sehen Sie in Ihrem Postfach nach
data-link-sent = Wenn wir an { $address } schreiben, ist eine Nachricht mit einem Link dorthin unterwegs.

data-letter-minutes = Der Link funktioniert { $minutes } Minuten lang und nur hierfür.
data-letter-not-you = Wenn Sie nicht darum gebeten haben, tun Sie nichts. Es hat sich nichts geändert.
data-letter-new-address = Neue Adresse: { $address }
data-letter-see-subject = Ihr Link zu dem, was wir über Sie wissen
data-letter-see = Mit diesem Link können Sie ansehen und berichtigen, was { $sender } über Sie weiß.
data-letter-see-link = Ansehen und berichtigen
data-letter-download-subject = Ihr Link zu einer Kopie Ihrer Daten
data-letter-download = Mit diesem Link bekommen Sie eine Kopie von allem, was { $sender } über Sie weiß.
data-letter-download-link = Kopie holen
data-letter-erase-subject = Ihre Daten löschen?
data-letter-erase = Jemand, vermutlich Sie, hat { $sender } gebeten, alle Daten zu dieser Adresse zu löschen.
data-letter-erase-link = Weiter
data-letter-opt-in-subject = Bitte bestätigen: mehr Mails
data-letter-opt-in = Jemand, vermutlich Sie, hat { $sender } um mehr Mails an diese Adresse gebeten. Sie werden nur eingeschaltet, wenn Sie es bestätigen.
data-letter-opt-in-link = Bestätigen
data-letter-leave-subject = Ihre Adresse ändern?
data-letter-leave = Jemand, vermutlich Sie, hat { $sender } gebeten, an eine andere Adresse als diese zu schreiben.
data-letter-leave-link = Weiter
data-letter-arrive-subject = Ist das Ihre neue Adresse?
data-letter-arrive = Jemand, vermutlich Sie, hat { $sender } gebeten, ab jetzt an diese Adresse zu schreiben.
data-letter-arrive-link = Weiter
data-letter-preferences-subject = Ihr Link zu Ihren Einstellungen
data-letter-preferences = Mit diesem Link können Sie ansehen und ändern, welche Mails { $sender } Ihnen sendet.
data-letter-preferences-link = Ihre Einstellungen
data-letter-moved-subject = Wir schreiben nicht mehr an diese Adresse
data-letter-moved = Ihre Adresse bei { $sender } wurde geändert, wie es aus diesem Postfach und aus dem neuen bestätigt wurde.
data-letter-moved-wrong = Wenn Sie das nicht waren, antworten Sie bitte auf diese Nachricht.
