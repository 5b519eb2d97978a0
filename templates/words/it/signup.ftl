### Signing up: the public form, the letter that asks for a confirmation, and the page behind its link.

signup-title = Iscriversi alla posta di { $sender }
signup-lead = Scelga che cosa vuole. Prima scriviamo al Suo indirizzo, e solo il link in quel messaggio attiva la posta.
signup-about-you = Su di Lei
signup-address = Il Suo indirizzo e-mail
signup-name = Il Suo nome (facoltativo)
signup-wants = Che cosa vuole?
signup-wants-partner = Posta dai partner
signup-wants-partner-is =
    È separata dalla posta dell’azienda. La invia { $sender } per altre aziende. Queste non ricevono il Suo indirizzo.
signup-partner-off = Il Suo browser chiede ai siti di non condividere né vendere dati. Perciò la posta dei partner resta disattivata.

signup-box =
    { $list ->
        [company] Inviatemi tutta la posta dell’azienda: posta promozionale su { $sender }.
        [topic] Inviatemi «{ $name }»: posta promozionale su { $sender }.
        [partners] Inviatemi posta dai partner. La invia { $sender }, e loro non ricevono il mio indirizzo.
       *[partner] Inviatemi posta da { $name }. La invia { $sender }, e { $name } non riceve il mio indirizzo.
    }
signup-can-stop = Posso interromperla in qualsiasi momento, con un clic in ogni messaggio.

signup-age = Quanti anni ha?
signup-age-over = { $age } o più
signup-age-under = Meno di { $age }
signup-age-why = Non inviamo posta ai minori di questa età. La Sua risposta non viene conservata.
signup-send = Iscriviti

signup-faults = Riguardi questi punti
signup-fault-address-missing = Manca il Suo indirizzo e-mail. Lo scriva.
signup-fault-address = Questo non è un indirizzo e-mail. Servono un nome, una @ e un dominio, per esempio ada@example.org.
signup-fault-name = Il nome è troppo lungo o contiene un’interruzione di riga. Lo accorci o lo lasci vuoto.
signup-fault-wants = Non ha scelto nulla. Spunti ciò che vuole.
signup-fault-gone = Una delle Sue scelte non è più disponibile. Scelga di nuovo.
signup-fault-age = Indichi quanti anni ha.

signup-sent-title = Guardi nella Sua casella
signup-sent = Se possiamo scrivere a { $address }, un messaggio con un link è in arrivo. La posta arriva solo dopo che ha usato il link.
signup-sent-hours = Il link funziona per { $hours } ore.
signup-sent-none-title = Nessun messaggio dopo un’ora?
signup-sent-none-spam = Guardi nella cartella della posta indesiderata e controlli che l’indirizzo qui sopra non contenga errori.
signup-sent-none-stopped =
    Non scriviamo a un indirizzo che ci ha chiesto di non scrivere mai più o che non ha funzionato. Se è il Suo, scriva da
    quell’indirizzo a { $contact }.
signup-young-title = Non possiamo iscriverLa
signup-young = Bisogna avere { $age } anni o più. Non abbiamo conservato nulla di ciò che ha scritto.
signup-later-title = Riprovi più tardi
signup-later = Molte persone si sono iscritte dalla Sua rete nell’ultima ora. Ciò che ha scritto va bene.

signup-letter-subject = Da confermare: posta da { $sender }
signup-letter-asked = Questo indirizzo è stato dato a { $sender } per ricevere:
signup-letter-open = Se è stato Lei, apra questa pagina e prema lì il pulsante. Il link funziona per { $hours } ore.
signup-letter-link = Conferma o rifiuta
signup-letter-not =
    Se non è stato Lei, non faccia nulla. Non riceve posta per questo, e ciò che è stato scritto viene eliminato dopo { $days }
    giorni.

signup-confirm-title = È ciò che vuole?
signup-confirm-yes = Sì, inviatemi questo
signup-child = Qualcuno ci ha detto che questo indirizzo è di un minore. Con il Suo sì dice anche che è sbagliato e che ha { $age } anni o più.
signup-confirm-no = Altrimenti chiuda questa pagina. Non riceve posta per questo, e ciò che è stato scritto viene eliminato dopo { $days } giorni.
signup-done-title = L’iscrizione è fatta
signup-done-none-title = Questa posta resta disattivata
signup-done-on = D’ora in poi riceve:
signup-done-off = Questo è stato interrotto in altro modo e resta disattivato. Se lo vuole, scriva a { $contact }:
signup-done-partner-off = La posta dei partner resta disattivata, perché il Suo browser chiede ai siti di non condividere né vendere dati.
signup-done-receipt = Una ricevuta è in arrivo al Suo indirizzo.
signup-done-change = Cambia o interrompi
signup-over-title = Questo link è scaduto
signup-over = Ha funzionato per { $hours } ore. Non è cambiato nulla. Può iscriversi di nuovo in qualsiasi momento.
signup-again = Iscriversi di nuovo

signup-embed-title = Questo modulo sulla Sua pagina
signup-embed = Copi questo HTML. Non servono script né cookie, e prende l’aspetto della Sua pagina.
signup-embed-again = Lo copi di nuovo quando aggiunge un argomento o un partner. Mostriamo ancora una volta alle persone ciò a cui acconsentono.
signup-embed-code = HTML da copiare
