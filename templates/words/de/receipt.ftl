### The receipt of a person's consents, as a letter.

receipt-subject = Ihr Beleg: Mails von { $sender }
receipt-intro = Hier steht, was bei { $sender } mit Stand vom { $date } über Ihre Einwilligung in Mails gespeichert ist. Bewahren Sie es auf, wenn Sie möchten.
receipt-what =
    { $list ->
        [topic] „{ $name }“
        [partner] Mails von { $name }
        [company] Firmen-Mails
       *[partners] Partner-Mails
    }
receipt-state =
    { $state ->
        [given] Sie haben am { $date } Ja gesagt
        [granted] Seit dem { $date } standardmäßig an: { $basis }
        [withdrawn] Sie haben am { $date } Nein gesagt
        [refused] Sie haben am { $date } Nein gesagt
       *[open] Sie haben nichts gesagt
    }
receipt-where = Wo
receipt-words = Der Text, den Sie gesehen haben
receipt-policy = Fassung unserer Datenschutzerklärung
receipt-partners = Partner-Mails senden wir selbst. Partner erhalten keine Angaben über Sie.
receipt-change = Sie können alles jederzeit ändern oder beenden:
receipt-link = Ihre Mail-Einstellungen
receipt-file = Die Datei zu dieser Mail enthält dasselbe samt allem Früheren, für Programme lesbar.
receipt-number = Nummer dieses Belegs: { $number }

receipt-ask-title = Ein Beleg
receipt-ask-about = Darin steht, wozu Sie wann und mit welchem Text Ja oder Nein gesagt haben. Wir senden ihn an Ihre eigene Adresse.
receipt-ask = Beleg an mich senden
receipt-sent-title = Sehen Sie in Ihrem Postfach nach
receipt-sent = Wenn wir an Ihre Adresse schreiben dürfen, ist ein Beleg unterwegs. Wir senden höchstens einige wenige pro Stunde.
