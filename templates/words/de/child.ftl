### Reporting that an address belongs to a child.

child-title = Die Adresse eines Kindes
child-heading = Gehört diese Adresse einem Kind?
child-lead = Sagen Sie uns, wenn die Person mit der Adresse { $address } jünger als { $age } Jahre ist.
child-lead-typed = Nennen Sie uns die Adresse, wenn die Person jünger als { $age } Jahre ist.
child-stops = Wir beenden sofort alle Firmen-Mails und alle Partner-Mails an diese Adresse.
child-erases = Wir löschen die Adresse und alles andere, was wir über die Person gespeichert haben.
child-keeps = Wir behalten nur einen aus der Adresse gebildeten Code, damit sie nicht wieder auf unsere Listen kommt.
child-for-good = Das lässt sich nicht rückgängig machen.
child-erase-by-link =
    Damit auch alles andere gelöscht wird, öffnen Sie den Link am Ende einer Nachricht von uns und wählen Sie dort „{ $name }“.
child-erase-by-mail = Oder schreiben Sie uns, dann kümmert sich ein Mensch darum.
child-address = E-Mail-Adresse
child-address-bad = Das ist keine E-Mail-Adresse. Eine Adresse sieht so aus: name@example.org
child-later = Aus Ihrem Netz wurden in der letzten Stunde viele Adressen gemeldet. Bitte melden Sie diese in einer Stunde.
child-report = Melden
child-report-and-erase = Melden und alles löschen
child-done-title = Danke, es ist erledigt
child-done-erased = Wir haben alle Firmen-Mails und alle Partner-Mails an { $address } beendet und gelöscht, was wir über die Person gespeichert hatten.
child-done-before = Das wurde schon gemeldet, es hat sich also nichts geändert.
child-done-typed = An die angegebene Adresse gehen keine Firmen-Mails und keine Partner-Mails mehr, falls sie auf unseren Listen stand.
