### What people do with their own data, on pages and in the letters that complete it.

data-title = I Suoi dati
data-about =
    Per ciascuna di queste azioni inviamo un link al Suo indirizzo. Funziona per mezz’ora, e nulla cambia prima che lo abbia
    usato.
data-see = Vedere e correggere ciò che sappiamo di Lei
data-download = Ottenere una copia dei Suoi dati
data-erase = Cancellare i miei dati
data-move-title = Cambiare il Suo indirizzo
data-move = Il Suo nuovo indirizzo e-mail
data-move-button = Invia il link

data-asked-title = Guardi nella Sua casella
data-asked = Abbiamo inviato un messaggio a { $address }. Non è ancora cambiato nulla: apra il link di quel messaggio entro 30 minuti.
data-asked-more = Abbiamo inviato un messaggio a { $address }. Tutto questo resta in attesa finché non avrà aperto il link di quel messaggio, entro 30 minuti, e confermato.
data-asked-often-title = Cerchi i nostri ultimi messaggi
data-asked-often =
    Abbiamo inviato diversi messaggi a { $address } in un’ora. Usi il link del più recente, o torni tra un’ora.

data-see-title = Che cosa sappiamo di Lei
data-see-lead = Cambi ciò che è sbagliato, e lasci vuoto ciò che non dobbiamo sapere.
data-see-address = Indirizzo
data-see-button = Salva
data-field-name = Nome
data-field-zip = Codice postale
data-field-age = Fascia d’età
data-field-income = Fascia di reddito
data-field-language = Lingua, per esempio en o pt-BR
data-field-zone = Fuso orario, per esempio Europe/Berlin
data-wrong = Non è stato salvato. Modifichi, per favore:
data-mend =
    { $field ->
        [name] Nome: una sola riga, al massimo 200 caratteri.
        [zip] Codice postale: al massimo 12 lettere dalla A alla Z, cifre, spazi e trattini.
        [age] Fascia d’età: anni, per esempio 30-39 o 65+.
        [income] Fascia di reddito: una sola riga, al massimo 40 caratteri.
        [language] Lingua: un codice breve, per esempio en o pt-BR.
       *[zone] Fuso orario: un nome, per esempio Europe/Berlin.
    }
data-leave-title = Cambiare il Suo indirizzo
data-leave-lead =
    Quando preme il pulsante, inviamo un link al nuovo indirizzo. Il Suo indirizzo cambia quando quel link viene usato. Fino ad
    allora tutto resta com’è.
data-leave-button = Sì, scrivete al nuovo indirizzo
data-arrive-title = È questo il Suo indirizzo?
data-arrive-lead =
    Quando preme il pulsante, tutto ciò che ha scelto vale per questo indirizzo, e non scriviamo più a quello precedente.
data-arrive-button = Sì, usate questo indirizzo
data-new-address = Nuovo indirizzo: { $address }
data-opt-in-title = Più posta
data-opt-in-lead = Premendo il pulsante, Lei dice:
data-opt-in-after = Può interromperla di nuovo in qualsiasi momento, con un clic in ogni messaggio.
data-opt-in-button = Sì, lo desidero
data-opt-in-wording =
    { $list ->
        [topic] Sì, inviatemi «{ $name }» di { $sender } per e-mail.
        [partner] Sì, inviatemi posta di { $name } per e-mail. La invia { $sender }, che non trasmette il mio indirizzo.
        [company] Sì, inviatemi posta promozionale su { $sender } per e-mail.
        [partners] Sì, inviatemi posta promozionale di altre aziende per e-mail. La invia { $sender }, che non trasmette il mio indirizzo.
       *[everything] Sì, inviatemi tutta la posta promozionale di { $sender } per e-mail.
    }
data-opt-in-cap =
    { $count ->
        [one] Sì, inviatemi fino a { $count } messaggio promozionale in 7 giorni.
       *[other] Sì, inviatemi fino a { $count } messaggi promozionali in 7 giorni.
    }
data-opt-in-no-cap = Sì, togliete il mio limite di messaggi promozionali in 7 giorni.
data-opt-in-end-pause =
    { $list ->
        [company] Sì, terminate ora la pausa della posta dell’azienda.
        [partners] Sì, terminate ora la pausa della posta dei partner.
       *[everything] Sì, terminate ora la pausa di tutta la posta promozionale.
    }
data-download-title = Una copia dei Suoi dati
data-download-lead = Può leggerla qui, o prenderla come file per una macchina (JSON).
data-download-show = Mostrala qui
data-download-file = Scarica il file
data-erase-title = Cancellare i Suoi dati
data-erase-lead =
    Quando preme il pulsante, cancelliamo il Suo indirizzo, il Suo nome e tutto ciò che ci ha detto. Non si può annullare.
data-erase-keep =
    Conserviamo un codice da cui non si può risalire al Suo indirizzo. Serve a garantire che nessuno di { $sender } Le scriva
    di nuovo.
data-erase-button = Cancella tutto

data-corrected-title = Salvato
data-corrected = Ora sappiamo ciò che ci ha appena detto, e nient’altro.
data-half-title = Manca un passo
data-half = Abbiamo inviato un link al nuovo indirizzo. Lo apra entro 30 minuti.
data-moved-title = Il Suo indirizzo è cambiato
data-moved = Tutto ciò che ha scelto vale per esso. Non scriviamo più a quello precedente.
data-opted-in-title = La posta è attiva
data-opted-in =
    { $list ->
        [topic] D’ora in poi Le inviamo «{ $name }».
        [partner] D’ora in poi Le inviamo la posta di { $name }.
        [company] D’ora in poi Le inviamo la posta dell’azienda.
        [partners] D’ora in poi Le inviamo la posta dei partner.
       *[everything] D’ora in poi Le inviamo la posta dell’azienda e dei partner.
    }
data-noted-off = Abbiamo registrato il Suo sì. Questa posta resta comunque disattivata:
data-cap-gone = Non ha più alcun limite Suo.
data-pause-ended =
    { $list ->
        [company] La pausa della posta dell’azienda è finita.
        [partners] La pausa della posta dei partner è finita.
       *[everything] La pausa della posta dell’azienda e dei partner è finita.
    }
data-erased-title = I Suoi dati sono cancellati
data-erased = Non conosciamo più il Suo indirizzo né altro di Lei. Non Le scriveremo più.
data-erased-copies = Ciò che il database conserva per la propria riparazione, come il suo registro e le copie di sicurezza, viene sovrascritto con il normale funzionamento. Nessuno vi consulta nulla.
data-before-title = È già stato fatto
data-before = È stato fatto il { $date }. Ora non è cambiato nulla.
data-expired-title = Questo link è scaduto
data-expired = Ha funzionato per 30 minuti. Non è cambiato nulla. Può chiederne uno nuovo.
data-expired-new = Chiedi un nuovo link

data-copy-title = I Suoi dati
data-copy-person = Su di Lei
data-copy-known = Noto dal
data-copy-source = Provenienza
data-copy-file-more = Il file contiene tutto, con le registrazioni secondo ISO/IEC TS 27560.

data-link-title = Ottenere un link alle Sue scelte
data-link-lead = Scriva il Suo indirizzo, e Le inviamo un link. Per interrompere la posta può anche scrivere a { $address }.
data-link-field = Il Suo indirizzo e-mail
data-link-button = Inviatemi il link
data-link-sent-title = Guardi nella Sua casella
data-link-sent = Se scriviamo a { $address }, un messaggio con un link è in arrivo.

data-letter-minutes = Il link funziona per { $minutes } minuti, e solo per questo.
data-letter-not-you = Se non lo ha chiesto Lei, non faccia nulla. Non è cambiato nulla.
data-letter-new-address = Nuovo indirizzo: { $address }
data-letter-see-subject = Il Suo link a ciò che sappiamo di Lei
data-letter-see = Con questo link può vedere e correggere ciò che { $sender } sa di Lei.
data-letter-see-link = Vedere e correggere
data-letter-download-subject = Il Suo link a una copia dei Suoi dati
data-letter-download = Con questo link ottiene una copia di tutto ciò che { $sender } sa di Lei.
data-letter-download-link = Ottenere la copia
data-letter-erase-subject = Cancellare i Suoi dati?
data-letter-erase = Qualcuno, probabilmente Lei, ha chiesto a { $sender } di cancellare tutti i dati di questo indirizzo.
data-letter-erase-link = Continua
data-letter-opt-in-subject = Da confermare: più posta
data-letter-opt-in = Qualcuno, probabilmente Lei, ha chiesto a { $sender } più posta per questo indirizzo. Si attiva solo se lo conferma.
data-letter-opt-in-link = Conferma
data-letter-leave-subject = Cambiare il Suo indirizzo?
data-letter-leave = Qualcuno, probabilmente Lei, ha chiesto a { $sender } di scrivere a un indirizzo diverso da questo.
data-letter-leave-link = Continua
data-letter-arrive-subject = È questo il Suo nuovo indirizzo?
data-letter-arrive = Qualcuno, probabilmente Lei, ha chiesto a { $sender } di scrivere d’ora in poi a questo indirizzo.
data-letter-arrive-link = Continua
data-letter-preferences-subject = Il Suo link alle Sue scelte
data-letter-preferences = Con questo link può vedere e cambiare quale posta Le invia { $sender }.
data-letter-preferences-link = Le Sue scelte
data-letter-moved-subject = Non scriviamo più a questo indirizzo
data-letter-moved = Il Suo indirizzo presso { $sender } è stato cambiato, come confermato da questa casella e da quella nuova.
data-letter-moved-wrong = Se non è stato Lei, risponda a questo messaggio.
