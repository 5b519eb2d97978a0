### Reporting that an address belongs to a child.

child-title = L’indirizzo di un minore
child-heading = Questo indirizzo è di un minore?
child-lead = Ci faccia sapere se la persona con l’indirizzo { $address } ha meno di { $age } anni.
child-lead-typed = Ci indichi l’indirizzo se la persona ha meno di { $age } anni.
child-stops = Interrompiamo subito tutta la posta dell’azienda e dei partner verso questo indirizzo.
child-writes = Se abbiamo l’indirizzo, gli scriviamo: con quel messaggio si può cancellare tutto, o ritirare la segnalazione se è sbagliata.
child-erases = Cancelliamo l’indirizzo e tutto il resto che abbiamo sulla persona.
child-keeps = Conserviamo solo un codice ricavato dall’indirizzo, perché non torni nei nostri elenchi.
child-for-good = Non si può annullare.
child-erase-by-link =
    Per far cancellare anche tutto il resto, apra il link alla fine di un nostro messaggio e scelga lì «{ $name }».
child-erase-by-mail = Oppure ci scriva, e una persona se ne occuperà.
child-address = Indirizzo e-mail
child-address-bad = Questo non è un indirizzo e-mail. Un indirizzo è fatto così: nome@example.org
child-later = In questo momento vengono segnalati troppi indirizzi, perciò non abbiamo preso questo. Lo segnali di nuovo più tardi, oppure ci scriva.
child-report = Segnala
child-done-title = Grazie, fatto
child-done-stopped = Abbiamo interrotto tutta la posta dell’azienda e dei partner verso { $address }. Non è stato cancellato nulla.
child-done-erased = Abbiamo interrotto tutta la posta dell’azienda e dei partner verso { $address } e cancellato ciò che avevamo sulla persona.
child-done-before = Era già stato segnalato, quindi non è cambiato nulla.
child-done-typed = Da adesso all’indirizzo indicato non viene inviata posta dell’azienda né dei partner. Un messaggio che è in viaggio in questo momento può ancora arrivare.

child-letter-title = Cancellare anche tutto
child-letter-about = Solo un link che arriva a { $address } cancella ciò che abbiamo sulla persona. Lo stesso messaggio ha un link che ritira la segnalazione se è sbagliata.
child-letter-button = Invia quel messaggio
child-letter-sent = Un messaggio con i link è in viaggio verso { $address }.

child-mail-subject = Questo indirizzo è stato segnalato come quello di un minore
child-mail-lead = Qualcuno ha detto a { $sender } che questo indirizzo è di un minore di { $age } anni. Perciò abbiamo interrotto tutta la posta dell’azienda e dei partner verso di esso. Non è stato cancellato nulla.
child-mail-not = Questo non è l’indirizzo di un minore
child-mail-erase = Cancella tutto su questo indirizzo
child-mail-days = Tutti e due i link funzionano per tre giorni. Se la segnalazione è giusta e non si deve cancellare nulla, non deve fare niente.

child-erase-title = Cancellare tutto su un minore
child-not-title = Non è l’indirizzo di un minore
child-not-lead = Premendo il pulsante dice di avere { $age } anni o più. Allora la segnalazione viene ritirata, e ciò che era stato scelto prima vale di nuovo.
child-not-button = Sì, ritira la segnalazione
child-lifted-title = La segnalazione è ritirata
child-lifted = Ciò che era stato scelto prima vale di nuovo.
child-stays = C’è un’altra segnalazione secondo cui questo indirizzo è di un minore. Quella resta.
child-expired = Ha funzionato per tre giorni. Non è cambiato nulla. Può chiederne uno nuovo.
