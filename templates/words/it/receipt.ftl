### The receipt of a person's consents, as a letter.

receipt-subject = La Sua ricevuta: posta da { $sender }
receipt-intro = Ecco che cosa { $sender } ha registrato sul Suo consenso alla posta in data { $date }. La conservi, se vuole.
receipt-what =
    { $list ->
        [topic] «{ $name }»
        [partner] Posta da { $name }
        [company] Posta dell’azienda
       *[partners] Posta dei partner
    }
receipt-state =
    { $state ->
        [given] Ha detto sì il { $date }
        [granted] Attiva per impostazione predefinita dal { $date }: { $basis }
        [withdrawn] Ha detto no il { $date }
        [refused] Ha detto no il { $date }
       *[open] Non ha detto nulla
    }
receipt-where = Dove
receipt-words = Il testo che Le è stato mostrato
receipt-policy = Versione della nostra informativa sulla privacy
receipt-partners = La posta dei partner la inviamo noi. I partner non ricevono nulla su di Lei.
receipt-change = Può cambiare o interrompere tutto in qualsiasi momento:
receipt-link = Le Sue scelte sulla posta
receipt-file = Il file allegato contiene le stesse informazioni, con tutto ciò che precede, in un formato leggibile dai programmi.
receipt-number = Numero di questa ricevuta: { $number }

receipt-ask-title = Una ricevuta
receipt-ask-about = Indica a che cosa ha detto sì o no, quando e con quale testo. La inviamo al Suo indirizzo.
receipt-ask = Inviatemi una ricevuta
receipt-sent-title = Guardi nella Sua casella
receipt-sent = Se possiamo scrivere al Suo indirizzo, una ricevuta è in arrivo. Ne inviamo solo poche all’ora.
