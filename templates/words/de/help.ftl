### The page that says how to stop mail.

help-title = So beenden Sie Mails
help-lead = Sie können Werbe-Mails jederzeit beenden. Sie brauchen dafür kein Konto und kein Passwort.
help-link = Nutzen Sie den Link in einer beliebigen Nachricht von uns
help-link-how =
    Der Link zum Beenden steht am Ende jeder Werbe-Mail. Er öffnet eine Seite mit einem Knopf. Auch Links in alten
    Nachrichten funktionieren.
help-program = Oder nutzen Sie Ihr Mail-Programm
help-program-how =
    Viele Mail-Programme zeigen „Abbestellen“ neben dem Namen des Absenders. Das beendet Mails dieser Art.
help-kinds = Zwei Arten von Werbe-Mails
help-kinds-apart =
    Sie wählen jede für sich. Nachrichten zu Ihren Bestellungen und Ihrem Konto sowie rechtliche Mitteilungen sind keine
    Werbung und kommen weiterhin.
help-reach = So erreichen Sie uns
help-reach-how = Was Sie an { $address } schreiben, liest ein Mensch. Sie können auch einen Brief an die Anschrift unten senden.
