### Words that every page or several of them have.

common-date =
    { $day } { $month ->
        [1] gennaio
        [2] febbraio
        [3] marzo
        [4] aprile
        [5] maggio
        [6] giugno
        [7] luglio
        [8] agosto
        [9] settembre
        [10] ottobre
        [11] novembre
       *[12] dicembre
    } { $year }
common-moment = { $date }, { $time } UTC

common-skip = Vai al contenuto
common-tagline = Le Sue scelte sulla posta
common-help-title = Aiuto e contatti
common-how-to-stop = Come interrompere la posta
common-write-to = Scriva a { $address }
common-sender-title = Chi invia questa posta
common-for = Per { $address }

common-write-to-stop = Invii un messaggio, con qualsiasi testo, a { $address }. Interrompiamo la posta verso l’indirizzo da cui scrive.
common-company-mail = Posta dell’azienda
common-partner-mail = Posta dei partner
common-company-mail-is = Posta promozionale su { $sender }.
common-partner-mail-is = Posta promozionale che inviamo per altre aziende. Queste non ricevono il Suo indirizzo.
common-still-comes = I messaggi sui Suoi ordini e sul Suo account e gli avvisi legali continuano ad arrivare.
common-what-you-can-do = Che cosa può fare
common-or-write = Oppure ci scriva

common-refused-title = Questo link non funziona
common-refused-lead = Forse è stato troncato lungo il percorso. Non è cambiato nulla.
common-refused-newest = Usi il link del nostro messaggio più recente
common-refused-newest-how =
    Si trova alla fine del messaggio. Se lo copia, lo prenda per intero: alcuni programmi di posta spezzano un link lungo in
    due righe.

common-error-title = Spiacenti, qualcosa non ha funzionato
common-error-lead = L’errore è nostro, non dipende da ciò che ha fatto.
common-error-again = Riprovi
common-error-again-how = Apra di nuovo il link del Suo messaggio. Continua a funzionare.
common-error-acting =
    Non possiamo dire se la Sua scelta è stata salvata. Torni indietro e prema di nuovo il pulsante: premerlo due volte non
    crea problemi.
common-error-number = Se ci scrive per questo errore, indichi questo numero: { $incident }
common-busy-title = Riprovi tra un minuto
common-busy-lead = In questo momento non possiamo rispondere. L’errore è nostro.
common-busy-again-how = Attenda un minuto, poi apra di nuovo il link del Suo messaggio. Continua a funzionare.

common-elsewhere-title = Questo modulo veniva da un altro sito
common-elsewhere-lead = Perciò non è stato fatto nulla. Apra la nostra pagina e prema lì il pulsante.
common-elsewhere-open = Apri la nostra pagina
common-stale = Questa pagina era aperta da troppo tempo, o il modulo non era completo. Non è ancora stato fatto nulla: prema di nuovo il pulsante.
