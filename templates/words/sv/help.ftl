### The page that says how to stop mail.

help-title = Så stoppar du mejl
help-lead = Du kan stoppa reklammejl när som helst. Du behöver inget konto och inget lösenord.
help-link = Använd länken i vilket meddelande som helst från oss
help-link-how =
    Länken för att stoppa mejl står i slutet av varje reklammejl. Den öppnar en sida med en knapp. Länkar i gamla
    meddelanden fungerar också.
help-program = Eller använd ditt e-postprogram
help-program-how =
    Många e-postprogram visar ”Avsluta prenumerationen” bredvid avsändarens namn. Det stoppar mejl av samma slag.
help-kinds = Två slags reklammejl
help-kinds-apart =
    Du väljer vart och ett för sig. Meddelanden om dina beställningar och ditt konto samt juridiska meddelanden är inte
    reklammejl och kommer fortfarande.
help-reach = Så når du oss
help-reach-how = En person läser det du skriver till { $address }. Du kan också skicka ett brev till adressen nedan.
