### The receipt of a person's consents, as a letter.

receipt-subject = O seu recibo: correio de { $sender }
receipt-intro = Isto é o que { $sender } tem registado sobre o seu consentimento para correio em { $date }. Guarde-o, se quiser.
receipt-what =
    { $list ->
        [topic] «{ $name }»
        [partner] Correio de { $name }
        [company] Correio da empresa
       *[partners] Correio dos parceiros
    }
receipt-state =
    { $state ->
        [given] Disse que sim em { $date }
        [granted] Ativo por predefinição desde { $date }: { $basis }
        [withdrawn] Disse que não em { $date }
        [refused] Disse que não em { $date }
       *[open] Não disse nada
    }
receipt-where = Onde
receipt-words = O texto que lhe foi mostrado
receipt-policy = Versão da nossa política de privacidade
receipt-partners = Somos nós que enviamos o correio dos parceiros. Os parceiros não recebem nada sobre si.
receipt-change = Pode alterar ou parar tudo em qualquer momento:
receipt-link = As suas escolhas de correio
receipt-file = O ficheiro em anexo contém o mesmo, com tudo o que veio antes, num formato que os programas podem ler.
receipt-number = Número deste recibo: { $number }

receipt-ask-title = Um recibo
receipt-ask-about = Diz a que disse sim e não, quando e com que texto. Enviamo-lo para o seu próprio endereço.
receipt-ask = Enviem-me um recibo
receipt-sent-title = Veja a sua caixa de correio
receipt-sent = Se pudermos escrever para o seu endereço, um recibo vai a caminho. Só enviamos alguns por hora.
