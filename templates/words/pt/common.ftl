### Words that every page or several of them have.

common-date =
    { $day } de { $month ->
        [1] janeiro
        [2] fevereiro
        [3] março
        [4] abril
        [5] maio
        [6] junho
        [7] julho
        [8] agosto
        [9] setembro
        [10] outubro
        [11] novembro
       *[12] dezembro
    } de { $year }
common-moment = { $date }, { $time } UTC

common-skip = Ir para o conteúdo
common-tagline = As suas escolhas de correio
common-help-title = Ajuda e contacto
common-how-to-stop = Como parar o correio
common-write-to = Escreva para { $address }
common-sender-title = Quem envia este correio
common-for = Para { $address }

common-write-to-stop = Envie uma mensagem, com qualquer texto, para { $address }. Paramos o correio para o endereço de onde escreve.
common-company-mail = Correio da empresa
common-partner-mail = Correio dos parceiros
common-company-mail-is = Correio promocional sobre { $sender }.
common-partner-mail-is = Correio promocional que enviamos por outras empresas. Elas não recebem o seu endereço.
common-still-comes = As mensagens sobre as suas encomendas e a sua conta, e os avisos legais, continuam a chegar.
common-what-you-can-do = O que pode fazer
common-or-write = Ou escreva-nos

common-refused-title = Esta ligação não funciona
common-refused-lead = Pode ter sido cortada no caminho. Nada foi alterado.
common-refused-newest = Use a ligação da nossa mensagem mais recente
common-refused-newest-how =
    Está no fim da mensagem. Se a copiar, copie-a inteira: alguns programas de correio partem uma ligação longa em duas linhas.

common-error-title = Lamentamos, algo correu mal
common-error-lead = A falha é nossa, não do que fez.
common-error-again = Tente de novo
common-error-again-how = Abra outra vez a ligação da sua mensagem. Continua a funcionar.
common-error-acting =
    Não podemos dizer se a sua escolha foi guardada. Volte atrás e prima o botão de novo: premir duas vezes não faz mal.
common-error-number = Se nos escrever sobre esta falha, indique este número: { $incident }
common-busy-title = Tente de novo dentro de um minuto
common-busy-lead = Neste momento não conseguimos responder. A falha é nossa.
common-busy-again-how = Espere um minuto e abra outra vez a ligação da sua mensagem. Continua a funcionar.

common-elsewhere-title = Este formulário veio de outro site
common-elsewhere-lead = Por isso nada foi feito. Abra a nossa página e prima lá o botão.
common-elsewhere-open = Abrir a nossa página
common-stale = Esta página esteve aberta demasiado tempo, ou o formulário não estava completo. Ainda nada foi feito: prima de novo o botão.
