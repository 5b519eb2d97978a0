### Signing up: the public form, the letter that asks for a confirmation, and the page behind its link.

signup-title = Inscrever-se no correio de { $sender }
signup-lead = Escolha o que quer. Primeiro escrevemos para o seu endereço, e só a ligação dessa mensagem liga o correio.
signup-about-you = Sobre si
signup-address = O seu endereço de e-mail
signup-name = O seu nome (pode deixar vazio)
signup-wants = O que quer?
signup-wants-partner = Correio de parceiros
signup-wants-partner-is =
    É separado do correio da empresa. { $sender } envia-o por outras empresas. Elas não recebem o seu endereço.
signup-partner-off = O seu navegador pede aos sites que não partilhem nem vendam dados. Por isso o correio dos parceiros continua desligado.

signup-box =
    { $list ->
        [company] Enviem-me todo o correio da empresa: correio promocional sobre { $sender }.
        [topic] Enviem-me «{ $name }»: correio promocional sobre { $sender }.
        [partners] Enviem-me correio de parceiros. { $sender } envia-o, e eles não recebem o meu endereço.
       *[partner] Enviem-me correio de { $name }. { $sender } envia-o, e { $name } não recebe o meu endereço.
    }
signup-can-stop = Posso pará-lo em qualquer momento, com um clique em cada mensagem.

signup-age = Que idade tem?
signup-age-over = { $age } ou mais
signup-age-under = Menos de { $age }
signup-age-why = Não enviamos correio a crianças. A sua resposta não é guardada.
signup-send = Inscrever-se

signup-faults = Veja isto de novo
signup-fault-address-missing = Falta o seu endereço de e-mail. Escreva-o.
signup-fault-address = Isto não é um endereço de e-mail. Precisa de um nome, um @ e um domínio, por exemplo ada@example.org.
signup-fault-name = O nome é demasiado longo ou tem uma quebra de linha. Encurte-o ou deixe-o vazio.
signup-fault-wants = Nada está escolhido. Assinale o que quer.
signup-fault-gone = Já não oferecemos uma das suas escolhas. Escolha de novo.
signup-fault-age = Diga que idade tem.

signup-sent-title = Veja a sua caixa de correio
signup-sent = Se pudermos escrever para { $address }, uma mensagem com uma ligação vai a caminho. O correio só chega depois de usar a ligação.
signup-sent-hours = A ligação funciona durante { $hours } horas.
signup-sent-none-title = Nenhuma mensagem ao fim de uma hora?
signup-sent-none-spam = Veja a pasta de correio indesejado e confirme que o endereço acima não tem erros.
signup-sent-none-stopped =
    Não escrevemos para um endereço que nos pediu para nunca mais escrever, ou que não funcionou. Se for o seu, escreva a partir
    dele para { $contact }.
signup-young-title = Não podemos fazer a sua inscrição
signup-young = É preciso ter { $age } anos ou mais. Não guardámos nada do que escreveu.
signup-later-title = Tente de novo mais tarde
signup-later = Muitas pessoas inscreveram-se a partir da sua rede na última hora. Não há nada de errado com o que escreveu.

signup-letter-subject = A confirmar: correio de { $sender }
signup-letter-asked = Este endereço foi dado a { $sender } para receber:
signup-letter-open = Se foi quem o pediu, abra esta página e prima aí o botão. A ligação funciona durante { $hours } horas.
signup-letter-link = Confirmar ou recusar
signup-letter-not =
    Se não foi quem o pediu, não faça nada. Não recebe correio por isto, e o que foi escrito é apagado ao fim de { $days } dias.

signup-confirm-title = É isto que quer?
signup-confirm-yes = Sim, enviem-me isto
signup-child = Alguém nos disse que este endereço é de uma criança. Com o seu sim diz também que isso está errado e que tem { $age } anos ou mais.
signup-confirm-no = Se não, feche esta página. Não recebe correio por isto, e o que foi escrito é apagado ao fim de { $days } dias.
signup-done-title = A inscrição está feita
signup-done-none-title = Este correio continua desligado
signup-done-on = A partir de agora recebe:
signup-done-off = Isto foi parado de outra forma e continua desligado. Se o quiser, escreva para { $contact }:
signup-done-partner-off = O correio dos parceiros continua desligado, porque o seu navegador pede aos sites que não partilhem nem vendam dados.
signup-done-receipt = Um recibo vai a caminho do seu endereço.
signup-done-change = Alterar ou parar
signup-over-title = Esta ligação expirou
signup-over = Funcionou durante { $hours } horas. Nada mudou. Pode inscrever-se de novo em qualquer momento.
signup-again = Inscrever-se de novo

signup-embed-title = Este formulário na sua própria página
signup-embed = Copie este HTML. Não precisa de scripts nem de cookies, e toma o aspeto da sua página.
signup-embed-again = Copie-o de novo quando juntar um tema ou um parceiro. Mostramos outra vez às pessoas aquilo com que concordam.
signup-embed-code = HTML para copiar
