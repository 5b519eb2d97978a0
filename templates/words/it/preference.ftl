### The page behind the link in a message, and the preference page.

preference-ask-title = Interrompere questa posta
preference-ask =
    { $list ->
        [topic] Interrompere «{ $name }»
        [partner] Interrompere la posta di { $name }
        [company] Interrompere la posta dell’azienda
        [partners] Interrompere la posta dei partner
       *[everything] Interrompere la posta dell’azienda e dei partner
    }
preference-ask-about =
    { $list ->
        [topic] Questa è posta dell’azienda: posta promozionale su { $sender }.
        [partner] Questa è posta di un partner. La inviamo per { $name }, che non riceve il Suo indirizzo.
        [company] La posta dell’azienda è posta promozionale su { $sender }.
        [partners] La posta dei partner è posta promozionale che inviamo per altre aziende. Queste non ricevono il Suo indirizzo.
       *[everything] La posta dell’azienda è posta promozionale su { $sender }. La posta dei partner è posta promozionale che inviamo per altre aziende.
    }
preference-ask-since = È interrotta dal { $date }. Non deve fare nulla.
preference-ask-off = Non la inviamo. Non deve fare nulla.
preference-stop-this = Interrompi questa posta
preference-stop-more = Può interrompere altro
preference-stop-more-at-once = Oppure interrompa di più in una volta
preference-stop-company = Interrompi tutta la posta dell’azienda
preference-stop-partner = Interrompi tutta la posta dei partner
preference-stop-everything = Interrompi tutto
preference-everything-is = Tutto significa tutta la posta dell’azienda e tutta la posta dei partner.
preference-see-all = Vedere tutte le Sue scelte sulla posta
preference-gpc-before =
    Il Suo browser chiede ai siti di non condividere né vendere dati. Quando preme un pulsante qui, disattiviamo anche la posta
    dei partner.

preference-is-stopped =
    { $list ->
        [topic] «{ $name }» è interrotta
        [partner] La posta di { $name } è interrotta
        [company] La posta dell’azienda è interrotta
        [partners] La posta dei partner è interrotta
       *[everything] La posta dell’azienda e dei partner è interrotta
    }
preference-stopped-since = Interrotta dal { $date }.
preference-stopped-before = Interrotta dal { $date }. Lo era già, quindi non è cambiato nulla.
preference-partner-too = È interrotta anche tutta la posta dei partner, perché il Suo browser chiede ai siti di non condividere né vendere dati.
preference-partner-by-signal = Tutta la posta dei partner è interrotta, perché il Suo browser chiede ai siti di non condividere né vendere dati.
preference-partner-stays-off = La posta dei partner resta disattivata, perché il Suo browser chiede ai siti di non condividere né vendere dati.
preference-on-its-way =
    Un messaggio era già in viaggio quando ha premuto il pulsante: «{ $subject }». Può ancora arrivare.
preference-may-come = Che cosa può ancora arrivare
preference-may-come-company = La posta dell’azienda ancora attiva.
preference-may-come-partner = La posta dei partner ancora attiva.
preference-may-come-account = Messaggi sui Suoi ordini e sul Suo account.
preference-may-come-notices = Avvisi legali.
preference-undo-title = Non era ciò che voleva?
preference-undo-about = Annulla riporta le Sue scelte com’erano.
preference-undo = Annulla
preference-saved-title = Le Sue scelte sono salvate
preference-saved-nothing-title = Non è cambiato nulla
preference-saved-nothing = Le Sue scelte erano già salvate così.
preference-saved-stopped = Interrotta dal { $date }:
preference-back = Torna alle Sue scelte sulla posta
preference-undone-title = Le Sue scelte precedenti sono ripristinate
preference-undone-nothing = Non è cambiato altro.
preference-undone-on = Questa posta è di nuovo attiva:
preference-undone-again = Può interromperla di nuovo in qualsiasi momento.
preference-list =
    { $list ->
        [topic] «{ $name }»
        [partner] Posta da { $name }
        [company] Tutta la posta dell’azienda
        [partners] Tutta la posta dei partner
       *[everything] Tutta la posta dell’azienda e dei partner
    }

preference-pauses =
    { $list ->
        [company] La posta dell’azienda è in pausa fino al { $date }. Poi riprende da sola.
        [partners] La posta dei partner è in pausa fino al { $date }. Poi riprende da sola.
       *[everything] La posta dell’azienda e dei partner è in pausa fino al { $date }. Poi riprende da sola.
    }
preference-saved-cap =
    { $count ->
        [one] Riceve al massimo { $count } messaggio promozionale in 7 giorni.
       *[other] Riceve al massimo { $count } messaggi promozionali in 7 giorni.
    }
preference-saved-language = Pagine e posta arrivano ora in questa lingua.
preference-more-title = Per ricevere più posta serve un altro passo
preference-more-is =
    Ha chiesto più posta di prima. Si può confermare solo dalla Sua casella, perché nessun altro possa attivare posta per Lei:
preference-more-cap = Più messaggi promozionali in 7 giorni
preference-more-end-pause =
    { $list ->
        [company] La fine della pausa della posta dell’azienda
        [partners] La fine della pausa della posta dei partner
       *[everything] La fine della pausa di tutta la posta promozionale
    }
preference-more-often =
    Abbiamo inviato diversi messaggi a { $address } in un’ora, perciò per questa richiesta non ne abbiamo inviati. La
    ripeta tra un’ora.
preference-more-write = Scriva a { $address } e chieda un link di conferma.
preference-undone-pause =
    { $list ->
        [company] La pausa della posta dell’azienda non è più lunga di prima.
        [partners] La pausa della posta dei partner non è più lunga di prima.
       *[everything] La pausa della posta dell’azienda e dei partner non è più lunga di prima.
    }
preference-undone-cap = Il numero di messaggi in 7 giorni è quello di prima.
preference-undone-language = La lingua è quella di prima.

preference-title = Le Sue scelte sulla posta
preference-stop-everything-is =
    Con una sola pressione si interrompe tutta la posta dell’azienda e dei partner. I messaggi sui Suoi ordini e sul Suo
    account e gli avvisi legali continuano ad arrivare.
preference-want-company = Vuole la posta dell’azienda?
preference-want-partner = Vuole la posta dei partner?
preference-yes = Sì
preference-no = No
preference-topics = Argomenti
preference-topics-stop = Se sopra sceglie No, si interrompono tutti gli argomenti.
preference-partners = Partner
preference-partners-stop = Se sopra sceglie No, si interrompe la posta di tutti i partner.
preference-turn-on =
    Ciò che è disattivato si può riattivare con un link di conferma che arriva alla Sua casella, perché nessun altro possa
    attivare posta per Lei.
preference-paused-until = In pausa fino al { $date }
preference-end-pause = Terminare ora questa pausa. Per questo inviamo un link alla Sua casella.
preference-pause = Fare una pausa
preference-pause-is =
    La posta promozionale si ferma per un po’ e riprende da sola. Le scelte qui sopra restano come sono.
preference-pause-long = Per quanto?
preference-pause-none = Nessuna pausa
preference-pause-keep = Com’è ora
preference-pause-days =
    { $days ->
        [one] { $days } giorno
       *[other] { $days } giorni
    }
preference-pause-what = Che cosa mettere in pausa?
preference-all-mail = Tutta la posta promozionale
preference-much = Quanta, e in quale lingua
preference-cap = Al massimo quanti messaggi promozionali in 7 giorni?
preference-cap-none = Nessun limite mio
preference-cap-some =
    { $count ->
        [one] Al massimo { $count }
       *[other] Al massimo { $count }
    }
preference-language = Lingua delle pagine e della posta
preference-save = Salva le scelte

preference-bars = Posta che tratteniamo
preference-bar =
    { $why ->
        [bounce] I messaggi a questo indirizzo sono tornati indietro senza poter essere consegnati.
        [complaint] Il Suo fornitore di posta ci ha detto che un messaggio non era gradito.
        [child] Questo indirizzo è stato segnalato come quello di un minore.
        [domain] Non inviamo a indirizzi di questo fornitore.
        [erased] I Suoi dati sono stati cancellati.
       *[staff] Una persona di { $sender } ha interrotto la posta verso questo indirizzo.
    }
preference-bar-since =
    { $list ->
        [topic] Questo trattiene «{ $name }» dal { $date }.
        [partner] Questo trattiene la posta di { $name } dal { $date }.
        [company] Questo trattiene la posta dell’azienda dal { $date }.
        [partners] Questo trattiene la posta dei partner dal { $date }.
       *[everything] Questo trattiene tutta la posta promozionale dal { $date }.
    }
preference-bar-until =
    { $list ->
        [topic] Questo trattiene «{ $name }» dal { $date } al { $until }.
        [partner] Questo trattiene la posta di { $name } dal { $date } al { $until }.
        [company] Questo trattiene la posta dell’azienda dal { $date } al { $until }.
        [partners] Questo trattiene la posta dei partner dal { $date } al { $until }.
       *[everything] Questo trattiene tutta la posta promozionale dal { $date } al { $until }.
    }
preference-bars-ask = Se ritiene che sia un errore, scriva a { $address }.

preference-held = Che cosa abbiamo registrato
preference-held-none = Non abbiamo alcun sì da Lei, quindi non inviamo posta promozionale.
preference-held-is = Queste sono le Sue scelte come le abbiamo registrate.
preference-held-list =
    { $list ->
        [topic] «{ $name }»
        [partner] Posta da { $name }
        [company] Posta dell’azienda
        [partners] Posta dei partner
       *[everything] Posta dell’azienda e dei partner
    }
preference-held-on-since = Attiva dal
preference-held-off-since = Disattivata dal
preference-held-chosen = Scelta
preference-held-words = Testo mostrato
preference-held-language = Lingua
preference-held-policy = Informativa sulla privacy
preference-held-version = Versione { $version }
preference-source =
    { $source ->
        [registration] Alla registrazione
        [order] Con un ordine
        [survey] In un sondaggio
        [contest] In un concorso
        [page] Su questa pagina, o da un link in un messaggio
        [api] Su un altro nostro sito o servizio
        [import] Da un elenco con prova della Sua scelta
       *[staff] Inserita da una persona di { $sender }
    }

preference-recent = I Suoi ultimi messaggi
preference-recent-none = Non ce ne sono ancora.
preference-outcome =
    { $outcome ->
        [sent] Inviato
        [withheld] Non inviato
        [waiting] In attesa
        [returned] Non consegnato
       *[in_doubt] Forse inviato
    }
preference-was-on =
    { $list ->
        [topic] «{ $name }» era attiva.
        [partner] La posta di { $name } era attiva.
        [company] La posta dell’azienda era attiva.
        [partners] La posta dei partner era attiva.
       *[everything] La posta dell’azienda e dei partner era attiva.
    }
preference-was-stopped =
    { $list ->
        [topic] «{ $name }» era interrotta.
        [partner] La posta di { $name } era interrotta.
        [company] La posta dell’azienda era interrotta.
        [partners] La posta dei partner era interrotta.
       *[everything] La posta dell’azienda e dei partner era interrotta.
    }
preference-never-given =
    { $list ->
        [topic] Non abbiamo un sì da Lei per «{ $name }».
        [partner] Non abbiamo un sì da Lei per la posta di { $name }.
        [company] Non abbiamo un sì da Lei per la posta dell’azienda.
        [partners] Non abbiamo un sì da Lei per la posta dei partner.
       *[everything] Non abbiamo un sì da Lei per la posta dell’azienda o dei partner.
    }
preference-why =
    { $why ->
        [no_consent_needed] Non era pubblicità: era qualcosa che aveva chiesto o che dobbiamo comunicarLe.
        [paused] Aveva chiesto una pausa.
        [complaint] Il Suo fornitore di posta ci ha detto che un messaggio precedente non era gradito.
        [child] Questo indirizzo è stato segnalato come quello di un minore.
        [staff] Una persona di { $sender } ha interrotto la posta verso questo indirizzo.
        [undeliverable] Messaggi precedenti a questo indirizzo sono tornati indietro.
        [domain] Non inviamo a indirizzi di questo fornitore.
        [erased] I Suoi dati sono stati cancellati.
        [policy_declined] Ha rifiutato una modifica della nostra informativa sulla privacy.
        [policy_window] La nostra informativa sulla privacy è cambiata e il termine per opporsi non è ancora trascorso.
        [limit] Era stato raggiunto il limite di messaggi in 7 giorni.
        [campaign_over] Abbiamo concluso questo invio prima del Suo turno.
        [refused_there] Il Suo fornitore di posta non lo ha accettato.
        [connection_broke] La connessione si è interrotta durante l’invio. Non lo inviamo di nuovo.
       *[could_not_check] Non abbiamo potuto verificare le Sue scelte, quindi non lo abbiamo inviato.
    }
