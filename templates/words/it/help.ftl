### The page that says how to stop mail.

help-title = Come interrompere la posta
help-lead = Può interrompere la posta promozionale in qualsiasi momento. Non servono né account né password.
help-link = Usi il link di un nostro messaggio
help-link-how =
    Il link per interrompere la posta si trova alla fine di ogni messaggio promozionale. Apre una pagina con un solo pulsante.
    Funzionano anche i link dei vecchi messaggi.
help-program = Oppure usi il Suo programma di posta
help-program-how =
    Molti programmi di posta mostrano «Annulla iscrizione» accanto al nome del mittente. Così si interrompe la posta dello
    stesso tipo.
help-kinds = Due tipi di posta promozionale
help-kinds-apart =
    Li sceglie separatamente. I messaggi sui Suoi ordini e sul Suo account e gli avvisi legali non sono posta promozionale e
    continuano ad arrivare.
help-reach = Come contattarci
help-reach-how = Una persona legge ciò che scrive a { $address }. Può anche inviare una lettera all’indirizzo qui sotto.
