### A new version of the privacy policy: its notice by mail, and its page.

policy-mail-subject = O que muda na nossa política de privacidade
policy-mail-lead = Publicámos a versão { $version } da nossa política de privacidade. Isto é o que muda:
policy-mail-choose = Leia-a e diga sim ou não:
policy-mail-write = Também pode dizer que não por correio: escreva para { $address }.
policy-mail-why = Isto é um aviso legal. Todas as pessoas cujo endereço temos o recebem, seja qual for o correio que escolheram.

policy-new-uses =
    { $uses ->
        [company] Traz um novo uso dos seus dados para o correio da empresa, que é correio promocional sobre { $sender }.
        [partner] Traz um novo uso dos seus dados para o correio dos parceiros, que é correio promocional que enviamos por outras empresas.
        [both] Traz novos usos dos seus dados para o correio da empresa e para o dos parceiros.
       *[none] Não traz nenhum novo uso dos seus dados para correio promocional.
    }
policy-in-force-from = Entra em vigor em { $date }.
policy-in-force-since = Está em vigor desde { $date }.
policy-followed = Entretanto publicámos uma versão mais recente. Ainda pode responder a esta.

policy-nothing-new-days =
    { $days ->
        [0] Se não fizer nada, registamos apenas que lhe dissemos. Isso não conta como um sim. O que é novo aplica-se então ao seu correio.
        [one] Se não fizer nada, registamos apenas que lhe dissemos. Isso não conta como um sim. O que é novo aplica-se ao seu correio, no mínimo, um dia depois do nosso aviso.
       *[other] Se não fizer nada, registamos apenas que lhe dissemos. Isso não conta como um sim. O que é novo aplica-se ao seu correio, no mínimo, { $days } dias depois do nosso aviso.
    }
policy-nothing-new-from =
    Se não fizer nada, registamos apenas que lhe dissemos. Isso não conta como um sim. O que é novo aplica-se ao seu correio a
    partir de { $date }.
policy-nothing-same =
    Se não fizer nada, registamos apenas que lhe dissemos. Isso não conta como um sim. O seu correio continua como o escolheu.
policy-if-no = Se disser que não, paramos de imediato todo o correio da empresa e dos parceiros para si.
policy-if-yes = Se disser que sim, registamo-lo. Isso não ativa nenhum correio que não tenha escolhido.

policy-title = Política de privacidade, versão { $version }
policy-heading = O que muda na nossa política de privacidade
policy-changes = O que muda
policy-answer = A sua resposta
policy-no = Dizer não
policy-yes = Dizer sim
policy-whole = A política completa, versão { $version }
policy-you-said-no = Disse que não em { $date }. Não lhe enviamos correio da empresa nem dos parceiros.
policy-you-said-no-other =
    Disse que não a outra versão. Não lhe enviamos correio da empresa nem dos parceiros.
policy-you-said-yes = Disse que sim em { $date }.
policy-again = Se quiser correio de novo, inscreva-se outra vez. Enviamos-lhe uma ligação, e conta depois de a usar.
policy-sign-up = Inscrever-se de novo

policy-declined = Disse que não à versão { $version }
policy-declined-lead = Registado em { $date }. A partir de agora não lhe enviamos correio da empresa nem dos parceiros.
policy-declined-before = Já o tinha dito em { $date }, por isso nada mudou. Não lhe enviamos correio da empresa nem dos parceiros.
policy-accepted = Disse que sim à versão { $version }
policy-accepted-lead = Registado em { $date }. O seu correio continua como o escolheu.
policy-accepted-before = Já o tinha dito em { $date }, por isso nada mudou.
policy-still-no = O seu não anterior mantém-se
policy-still-no-lead =
    Antes disse que não. Qualquer pessoa que tenha esta mensagem poderia premir o botão, por isso um sim aqui não volta a ativar
    o seu correio.
policy-undo-about = Anular retira a sua resposta, como se não a tivesse dado.
policy-undone = A sua resposta foi retirada
policy-undone-lead = É como se não tivesse respondido. Pode responder em qualquer momento.
policy-back = Voltar à política

policy-standing-title = A nossa política de privacidade
policy-standing-read = Ler a versão { $version } da nossa política de privacidade
policy-standing-said-no = Disse que não à versão { $version } em { $date }. Não lhe enviamos correio da empresa nem dos parceiros.
policy-standing-said-yes = Disse que sim à versão { $version } em { $date }.
policy-standing-told = Informámos da versão { $version } em { $date }. Não respondeu, o que não conta como um sim.
policy-standing-not-told = Não conseguimos informar por correio da versão { $version }.
