### The page that says how to stop mail.

help-title = Como parar o correio
help-lead = Pode parar o correio promocional em qualquer momento. Não precisa de conta nem de palavra-passe.
help-link = Use a ligação de uma mensagem nossa
help-link-how =
    A ligação para parar o correio está no fim de cada mensagem promocional. Abre uma página com um só botão. As ligações de
    mensagens antigas também funcionam.
help-program = Ou use o seu programa de correio
help-program-how =
    Muitos programas de correio mostram «Cancelar subscrição» ao lado do nome do remetente. Isso para o correio do mesmo tipo.
help-kinds = Dois tipos de correio promocional
help-kinds-apart =
    Escolhe cada um em separado. As mensagens sobre as suas encomendas e a sua conta, e os avisos legais, não são correio
    promocional e continuam a chegar.
help-reach = Como nos contactar
help-reach-how = Uma pessoa lê o que escrever para { $address }. Também pode enviar uma carta para o endereço abaixo.
