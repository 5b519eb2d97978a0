### Reporting that an address belongs to a child.

child-title = L’indirizzo di un minore
child-heading = Questo indirizzo è di un minore?
child-lead = Ci faccia sapere se la persona con l’indirizzo { $address } ha meno di { $age } anni.
child-lead-typed = Ci indichi l’indirizzo se la persona ha meno di { $age } anni.
child-stops = Interrompiamo subito tutta la posta dell’azienda e dei partner verso questo indirizzo.
child-erases = Cancelliamo l’indirizzo e tutto il resto che abbiamo sulla persona.
child-keeps = Conserviamo solo un codice ricavato dall’indirizzo, perché non torni nei nostri elenchi.
child-for-good = Non si può annullare.
child-erase-by-link =
    Per far cancellare anche tutto il resto, apra il link alla fine di un nostro messaggio e scelga lì «{ $name }».
child-erase-by-mail = Oppure ci scriva, e una persona se ne occuperà.
child-address = Indirizzo e-mail
child-address-bad = Questo non è un indirizzo e-mail. Un indirizzo è fatto così: nome@example.org
child-later = Nell’ultima ora sono stati segnalati molti indirizzi dalla Sua rete. Segnali questo tra un’ora.
child-report = Segnala
child-report-and-erase = Segnala e cancella tutto
child-done-title = Grazie, fatto
child-done-erased = Abbiamo interrotto tutta la posta dell’azienda e dei partner verso { $address } e cancellato ciò che avevamo sulla persona.
child-done-before = Era già stato segnalato, quindi non è cambiato nulla.
child-done-typed = All’indirizzo indicato non viene più inviata posta dell’azienda né dei partner, se era nei nostri elenchi.
