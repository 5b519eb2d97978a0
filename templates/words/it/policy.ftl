### A new version of the privacy policy: its notice by mail, and its page.

policy-mail-subject = Che cosa cambia nella nostra informativa sulla privacy
policy-mail-lead = Abbiamo pubblicato la versione { $version } della nostra informativa sulla privacy. Ecco che cosa cambia:
policy-mail-choose = La legga, e dica sì o no:
policy-mail-write = Può dire no anche per posta: scriva a { $address }.
policy-mail-why = Questo è un avviso legale. Lo riceve chiunque abbia un indirizzo presso di noi, qualunque posta abbia scelto.

policy-new-uses =
    { $uses ->
        [company] Porta un nuovo uso dei Suoi dati per la posta dell’azienda, cioè posta promozionale su { $sender }.
        [partner] Porta un nuovo uso dei Suoi dati per la posta dei partner, cioè posta promozionale che inviamo per altre aziende.
        [both] Porta nuovi usi dei Suoi dati per la posta dell’azienda e per quella dei partner.
       *[none] Non porta alcun nuovo uso dei Suoi dati per la posta promozionale.
    }
policy-in-force-from = Entra in vigore il { $date }.
policy-in-force-since = È in vigore dal { $date }.
policy-followed = Da allora abbiamo pubblicato una versione più recente. Può ancora rispondere a questa.

policy-nothing-new-days =
    { $days ->
        [0] Se non fa nulla, registriamo solo di averLa informata. Non vale come un sì. Le novità valgono allora per la Sua posta.
        [one] Se non fa nulla, registriamo solo di averLa informata. Non vale come un sì. Le novità valgono per la Sua posta non prima di un giorno dal nostro avviso.
       *[other] Se non fa nulla, registriamo solo di averLa informata. Non vale come un sì. Le novità valgono per la Sua posta non prima di { $days } giorni dal nostro avviso.
    }
policy-nothing-new-from =
    Se non fa nulla, registriamo solo di averLa informata. Non vale come un sì. Le novità valgono per la Sua posta dal
    { $date }.
policy-nothing-same =
    Se non fa nulla, registriamo solo di averLa informata. Non vale come un sì. La Sua posta continua come l’ha scelta.
policy-if-no = Se dice no, interrompiamo subito tutta la posta dell’azienda e dei partner verso di Lei.
policy-if-yes = Se dice sì, lo registriamo. Non attiva alcuna posta che non ha scelto.

policy-title = Informativa sulla privacy, versione { $version }
policy-heading = Che cosa cambia nella nostra informativa sulla privacy
policy-changes = Che cosa cambia
policy-answer = La Sua risposta
policy-no = Dire no
policy-yes = Dire sì
policy-whole = L’informativa completa, versione { $version }
policy-you-said-no = Ha detto no il { $date }. Non Le inviamo posta dell’azienda né dei partner.
policy-you-said-no-other =
    Ha detto no a un’altra versione. Non Le inviamo posta dell’azienda né dei partner.
policy-you-said-yes = Ha detto sì il { $date }.
policy-again = Se vuole di nuovo la posta, si iscriva di nuovo. Le inviamo un link, e vale quando lo avrà usato.
policy-sign-up = Iscriversi di nuovo

policy-declined = Ha detto no alla versione { $version }
policy-declined-lead = Registrato il { $date }. D’ora in poi non Le inviamo posta dell’azienda né dei partner.
policy-declined-before = Lo aveva già detto il { $date }, quindi non è cambiato nulla. Non Le inviamo posta dell’azienda né dei partner.
policy-accepted = Ha detto sì alla versione { $version }
policy-accepted-lead = Registrato il { $date }. La Sua posta continua come l’ha scelta.
policy-accepted-before = Lo aveva già detto il { $date }, quindi non è cambiato nulla.
policy-still-no = Il Suo no precedente resta valido
policy-still-no-lead =
    In precedenza ha detto no. Chiunque abbia questo messaggio potrebbe premere il pulsante, quindi un sì qui non riattiva la
    Sua posta.
policy-undo-about = Annulla ritira la Sua risposta, come se non l’avesse data.
policy-undone = La Sua risposta è stata ritirata
policy-undone-lead = È come se non avesse risposto. Può rispondere in qualsiasi momento.
policy-back = Torna all’informativa

policy-standing-title = La nostra informativa sulla privacy
policy-standing-read = Leggi la versione { $version } della nostra informativa sulla privacy
policy-standing-said-no = Ha detto no alla versione { $version } il { $date }. Non Le inviamo posta dell’azienda né dei partner.
policy-standing-said-yes = Ha detto sì alla versione { $version } il { $date }.
policy-standing-told = L’abbiamo informata della versione { $version } il { $date }. Non ha risposto, e questo non vale come un sì.
policy-standing-not-told = Non siamo riusciti a informarLa per posta della versione { $version }.
