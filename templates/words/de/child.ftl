### Reporting that an address belongs to a child.

child-title = Die Adresse eines Kindes
child-heading = Gehört diese Adresse einem Kind?
child-lead = Sagen Sie uns, wenn die Person mit der Adresse { $address } jünger als { $age } Jahre ist.
child-lead-typed = Nennen Sie uns die Adresse, wenn die Person jünger als { $age } Jahre ist.
child-stops = Wir beenden sofort alle Firmen-Mails und alle Partner-Mails an diese Adresse.
child-writes = Wenn wir die Adresse haben, schreiben wir ihr: Mit dieser Nachricht lässt sich alles löschen, oder die Meldung zurücknehmen, wenn sie falsch ist.
child-erases = Wir löschen die Adresse und alles andere, was wir über die Person gespeichert haben.
child-keeps = Wir behalten nur einen aus der Adresse gebildeten Code, damit sie nicht wieder auf unsere Listen kommt.
child-for-good = Das lässt sich nicht rückgängig machen.
child-erase-by-link =
    Damit auch alles andere gelöscht wird, öffnen Sie den Link am Ende einer Nachricht von uns und wählen Sie dort „{ $name }“.
child-erase-by-mail = Oder schreiben Sie uns, dann kümmert sich ein Mensch darum.
child-address = E-Mail-Adresse
child-address-bad = Das ist keine E-Mail-Adresse. Eine Adresse sieht so aus: name@example.org
child-later = Gerade werden zu viele Adressen gemeldet, deshalb haben wir diese nicht angenommen. Bitte melden Sie sie später noch einmal, oder schreiben Sie uns.
child-report = Melden
child-done-title = Danke, es ist erledigt
child-done-stopped = Wir haben alle Firmen-Mails und alle Partner-Mails an { $address } beendet. Gelöscht wurde nichts.
child-done-erased = Wir haben alle Firmen-Mails und alle Partner-Mails an { $address } beendet und gelöscht, was wir über die Person gespeichert hatten.
child-done-before = Das wurde schon gemeldet, es hat sich also nichts geändert.
child-done-typed = Ab jetzt gehen keine Firmen-Mails und keine Partner-Mails mehr an die angegebene Adresse. Eine Nachricht, die gerade unterwegs ist, kann noch ankommen.

child-letter-title = Auch alles löschen
child-letter-about = Nur ein Link, der an { $address } geht, löscht, was wir über die Person gespeichert haben. In derselben Nachricht steht ein Link, der die Meldung zurücknimmt, wenn sie falsch ist.
child-letter-button = Diese Nachricht senden
child-letter-sent = Eine Nachricht mit den Links ist an { $address } unterwegs.

child-mail-subject = Diese Adresse wurde als die eines Kindes gemeldet
child-mail-lead = Jemand hat { $sender } mitgeteilt, dass diese Adresse einem Kind gehört, das jünger als { $age } Jahre ist. Deshalb haben wir alle Firmen-Mails und alle Partner-Mails an sie beendet. Gelöscht wurde nichts.
child-mail-not = Das ist nicht die Adresse eines Kindes
child-mail-erase = Alles zu dieser Adresse löschen
child-mail-days = Beide Links gelten drei Tage. Wenn die Meldung stimmt und nichts gelöscht werden soll, müssen Sie nichts tun.

child-erase-title = Alles über ein Kind löschen
child-not-title = Nicht die Adresse eines Kindes
child-not-lead = Mit dem Knopf sagen Sie, dass Sie { $age } Jahre oder älter sind. Dann wird die Meldung zurückgenommen, und was vorher gewählt war, gilt wieder.
child-not-button = Ja, die Meldung zurücknehmen
child-lifted-title = Die Meldung ist zurückgenommen
child-lifted = Was vorher gewählt war, gilt wieder.
child-stays = Es gibt noch eine andere Meldung, dass diese Adresse einem Kind gehört. Die bleibt bestehen.
child-expired = Er galt drei Tage. Es wurde nichts geändert. Sie können einen neuen anfordern.
