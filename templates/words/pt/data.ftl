### What people do with their own data, on pages and in the letters that complete it.

data-title = Os seus dados
data-about =
    Para cada uma destas ações enviamos uma ligação para o seu endereço. Funciona durante meia hora, e nada muda antes de a usar.
data-see = Ver e corrigir o que sabemos de si
data-download = Obter uma cópia dos seus dados
data-erase = Apagar os meus dados
data-move-title = Mudar o seu endereço
data-move = O seu novo endereço de e-mail
data-move-button = Enviar a ligação

data-asked-title = Veja a sua caixa de correio
data-asked = Enviámos uma mensagem para { $address }. Ainda nada mudou: abra a ligação dessa mensagem dentro de 30 minutos.
data-asked-more = Enviámos uma mensagem para { $address }. Tudo isto fica à espera de que abra a ligação dessa mensagem, dentro de 30 minutos, e o confirme.
data-asked-often-title = Procure as nossas últimas mensagens
data-asked-often =
    Enviámos várias mensagens para { $address } numa hora. Use a ligação da mais recente, ou volte dentro de uma hora.

data-see-title = O que sabemos de si
data-see-lead = Mude o que estiver errado e deixe vazio o que não devemos saber.
data-see-address = Endereço
data-see-button = Guardar
data-field-name = Nome
data-field-zip = Código postal
data-field-age = Faixa etária
data-field-income = Faixa de rendimento
data-field-language = Língua, por exemplo en ou pt-BR
data-field-zone = Fuso horário, por exemplo Europe/Berlin
data-wrong = Isto não foi guardado. Altere, por favor:
data-mend =
    { $field ->
        [name] Nome: uma só linha, no máximo 200 caracteres.
        [zip] Código postal: no máximo 12 letras de A a Z, algarismos, espaços e hífenes.
        [age] Faixa etária: anos, por exemplo 30-39 ou 65+.
        [income] Faixa de rendimento: uma só linha, no máximo 40 caracteres.
        [language] Língua: um código curto, por exemplo en ou pt-BR.
       *[zone] Fuso horário: um nome, por exemplo Europe/Berlin.
    }
data-leave-title = Mudar o seu endereço
data-leave-lead =
    Quando premir o botão, enviamos uma ligação para o novo endereço. O seu endereço muda quando essa ligação for usada. Até lá
    tudo fica como está.
data-leave-button = Sim, escrevam para o novo endereço
data-arrive-title = Este é o seu endereço?
data-arrive-lead =
    Quando premir o botão, tudo o que escolheu vale para este endereço, e já não escrevemos para o anterior.
data-arrive-button = Sim, usem este endereço
data-new-address = Novo endereço: { $address }
data-opt-in-title = Mais correio
data-opt-in-lead = Ao premir o botão, diz:
data-opt-in-after = Pode pará-lo de novo em qualquer momento, com um clique em cada mensagem.
data-opt-in-button = Sim, quero
data-opt-in-wording =
    { $list ->
        [topic] Sim, enviem-me «{ $name }» de { $sender } por e-mail.
        [partner] Sim, enviem-me correio de { $name } por e-mail. { $sender } envia-o e não transmite o meu endereço.
        [company] Sim, enviem-me correio promocional sobre { $sender } por e-mail.
        [partners] Sim, enviem-me correio promocional de outras empresas por e-mail. { $sender } envia-o e não transmite o meu endereço.
       *[everything] Sim, enviem-me todo o correio promocional de { $sender } por e-mail.
    }
data-opt-in-cap =
    { $count ->
        [one] Sim, enviem-me até { $count } mensagem promocional em 7 dias.
       *[other] Sim, enviem-me até { $count } mensagens promocionais em 7 dias.
    }
data-opt-in-no-cap = Sim, retirem o meu limite de mensagens promocionais em 7 dias.
data-opt-in-end-pause =
    { $list ->
        [company] Sim, terminem agora a pausa do correio da empresa.
        [partners] Sim, terminem agora a pausa do correio dos parceiros.
       *[everything] Sim, terminem agora a pausa de todo o correio promocional.
    }
data-download-title = Uma cópia dos seus dados
data-download-lead = Pode lê-la aqui, ou levá-la como ficheiro para uma máquina (JSON).
data-download-show = Mostrar aqui
data-download-file = Descarregar o ficheiro
data-erase-title = Apagar os seus dados
data-erase-lead =
    Quando premir o botão, apagamos o seu endereço, o seu nome e tudo o que nos disse. Não pode ser anulado.
data-erase-keep =
    Guardamos um código que não pode ser convertido de volta no seu endereço. Com ele garantimos que ninguém em { $sender } lhe
    volta a escrever.
data-erase-button = Apagar tudo

data-corrected-title = Guardado
data-corrected = Sabemos agora o que acabou de nos dizer, e nada mais.
data-half-title = Falta um passo
data-half = Enviámos uma ligação para o novo endereço. Abra-a dentro de 30 minutos.
data-moved-title = O seu endereço mudou
data-moved = Tudo o que escolheu vale para ele. Já não escrevemos para o anterior.
data-opted-in-title = O correio está ligado
data-opted-in =
    { $list ->
        [topic] A partir de agora enviamos-lhe «{ $name }».
        [partner] A partir de agora enviamos-lhe correio de { $name }.
        [company] A partir de agora enviamos-lhe correio da empresa.
        [partners] A partir de agora enviamos-lhe correio dos parceiros.
       *[everything] A partir de agora enviamos-lhe correio da empresa e dos parceiros.
    }
data-noted-off = Registámos o seu sim. Este correio continua desligado mesmo assim:
data-cap-gone = Já não tem um limite próprio.
data-pause-ended =
    { $list ->
        [company] A pausa do correio da empresa terminou.
        [partners] A pausa do correio dos parceiros terminou.
       *[everything] A pausa do correio da empresa e do dos parceiros terminou.
    }
data-erased-title = Os seus dados foram apagados
data-erased = Já não conhecemos o seu endereço nem nada mais sobre si. Não voltamos a escrever-lhe.
data-erased-copies = O que a base de dados guarda para a sua própria reparação, como o registo e as cópias de segurança, é substituído durante o funcionamento normal. Ninguém consulta nada aí.
data-before-title = Isto já foi feito
data-before = Foi feito em { $date }. Agora nada mudou.
data-expired-title = Esta ligação expirou
data-expired = Funcionou durante 30 minutos. Nada mudou. Pode pedir uma nova.
data-expired-new = Pedir uma nova ligação

data-copy-title = Os seus dados
data-copy-person = Sobre si
data-copy-known = Conhecido desde
data-copy-source = Origem
data-copy-file-more = O ficheiro contém tudo, com os registos segundo a ISO/IEC TS 27560.

data-link-title = Obter uma ligação para as suas escolhas
data-link-lead = Escreva o seu endereço, e enviamos-lhe uma ligação. Para parar o correio também pode escrever para { $address }.
data-link-field = O seu endereço de e-mail
data-link-button = Enviem-me a ligação
data-link-sent-title = Veja a sua caixa de correio
data-link-sent = Se escrevemos para { $address }, uma mensagem com uma ligação vai a caminho.

data-letter-minutes = A ligação funciona durante { $minutes } minutos, e só para isto.
data-letter-not-you = Se não pediu isto, não faça nada. Nada mudou.
data-letter-new-address = Novo endereço: { $address }
data-letter-see-subject = A sua ligação para o que sabemos de si
data-letter-see = Com esta ligação pode ver e corrigir o que { $sender } sabe de si.
data-letter-see-link = Ver e corrigir
data-letter-download-subject = A sua ligação para uma cópia dos seus dados
data-letter-download = Com esta ligação obtém uma cópia de tudo o que { $sender } sabe de si.
data-letter-download-link = Obter a cópia
data-letter-erase-subject = Apagar os seus dados?
data-letter-erase = Alguém, provavelmente a própria pessoa, pediu a { $sender } para apagar todos os dados deste endereço.
data-letter-erase-link = Continuar
data-letter-opt-in-subject = A confirmar: mais correio
data-letter-opt-in = Alguém, provavelmente a própria pessoa, pediu a { $sender } mais correio para este endereço. Só é ligado se o confirmar.
data-letter-opt-in-link = Confirmar
data-letter-leave-subject = Mudar o seu endereço?
data-letter-leave = Alguém, provavelmente a própria pessoa, pediu a { $sender } para escrever para outro endereço que não este.
data-letter-leave-link = Continuar
data-letter-arrive-subject = Este é o seu novo endereço?
data-letter-arrive = Alguém, provavelmente a própria pessoa, pediu a { $sender } para escrever para este endereço a partir de agora.
data-letter-arrive-link = Continuar
data-letter-preferences-subject = A sua ligação para as suas escolhas
data-letter-preferences = Com esta ligação pode ver e mudar que correio { $sender } lhe envia.
data-letter-preferences-link = As suas escolhas
data-letter-moved-subject = Já não escrevemos para este endereço
data-letter-moved = O seu endereço em { $sender } foi mudado, como foi confirmado desta caixa de correio e da nova.
data-letter-moved-wrong = Se não foi quem o pediu, responda a esta mensagem.
