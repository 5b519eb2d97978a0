### The page behind the link in a message, and the preference page.

preference-ask-title = Parar este correio
preference-ask =
    { $list ->
        [topic] Parar «{ $name }»
        [partner] Parar o correio de { $name }
        [company] Parar o correio da empresa
        [partners] Parar o correio dos parceiros
       *[everything] Parar o correio da empresa e dos parceiros
    }
preference-ask-about =
    { $list ->
        [topic] Isto é correio da empresa: correio promocional sobre { $sender }.
        [partner] Isto é correio de um parceiro. Enviamo-lo por { $name }, que não recebe o seu endereço.
        [company] O correio da empresa é correio promocional sobre { $sender }.
        [partners] O correio dos parceiros é correio promocional que enviamos por outras empresas. Elas não recebem o seu endereço.
       *[everything] O correio da empresa é correio promocional sobre { $sender }. O correio dos parceiros é correio promocional que enviamos por outras empresas.
    }
preference-ask-since = Está parado desde { $date }. Não precisa de fazer nada.
preference-ask-off = Não o enviamos. Não precisa de fazer nada.
preference-stop-this = Parar este correio
preference-stop-more = Pode parar mais
preference-stop-more-at-once = Ou pare mais de uma vez
preference-stop-company = Parar todo o correio da empresa
preference-stop-partner = Parar todo o correio dos parceiros
preference-stop-everything = Parar tudo
preference-everything-is = Tudo significa todo o correio da empresa e todo o correio dos parceiros.
preference-see-all = Ver todas as suas escolhas de correio
preference-gpc-before =
    O seu navegador pede aos sites que não partilhem nem vendam dados. Quando premir aqui um botão, desligamos também o correio
    dos parceiros.

preference-is-stopped =
    { $list ->
        [topic] «{ $name }» está parado
        [partner] O correio de { $name } está parado
        [company] O correio da empresa está parado
        [partners] O correio dos parceiros está parado
       *[everything] O correio da empresa e o dos parceiros estão parados
    }
preference-stopped-since = Parado desde { $date }.
preference-stopped-before = Parado desde { $date }. Já estava parado, por isso nada mudou.
preference-partner-too = Todo o correio dos parceiros também está parado, porque o seu navegador pede aos sites que não partilhem nem vendam dados.
preference-partner-by-signal = Todo o correio dos parceiros está parado, porque o seu navegador pede aos sites que não partilhem nem vendam dados.
preference-partner-stays-off = O correio dos parceiros continua desligado, porque o seu navegador pede aos sites que não partilhem nem vendam dados.
preference-on-its-way =
    Uma mensagem já ia a caminho quando premiu o botão: «{ $subject }». Ainda pode chegar.
preference-may-come = O que ainda pode chegar
preference-may-come-company = Correio da empresa que continua ligado.
preference-may-come-partner = Correio dos parceiros que continua ligado.
preference-may-come-account = Mensagens sobre as suas encomendas e a sua conta.
preference-may-come-notices = Avisos legais.
preference-undo-title = Não era o que queria?
preference-undo-about = Anular repõe as suas escolhas como estavam.
preference-undo = Anular
preference-saved-title = As suas escolhas estão guardadas
preference-saved-nothing-title = Nada mudou
preference-saved-nothing = As suas escolhas já estavam guardadas assim.
preference-saved-stopped = Parado desde { $date }:
preference-back = Voltar às suas escolhas de correio
preference-undone-title = As suas escolhas anteriores estão repostas
preference-undone-nothing = Nada mais mudou.
preference-undone-on = Este correio está ligado de novo:
preference-undone-again = Pode pará-lo outra vez em qualquer momento.
preference-list =
    { $list ->
        [topic] «{ $name }»
        [partner] Correio de { $name }
        [company] Todo o correio da empresa
        [partners] Todo o correio dos parceiros
       *[everything] Todo o correio da empresa e dos parceiros
    }

preference-pauses =
    { $list ->
        [company] O correio da empresa faz uma pausa até { $date }. Depois volta por si.
        [partners] O correio dos parceiros faz uma pausa até { $date }. Depois volta por si.
       *[everything] O correio da empresa e o dos parceiros fazem uma pausa até { $date }. Depois voltam por si.
    }
preference-saved-cap =
    { $count ->
        [one] Recebe no máximo { $count } mensagem promocional em 7 dias.
       *[other] Recebe no máximo { $count } mensagens promocionais em 7 dias.
    }
preference-saved-language = As páginas e o correio chegam agora nesta língua.
preference-more-title = Mais correio exige mais um passo
preference-more-is =
    Pediu mais correio do que antes. Isso só pode ser confirmado a partir da sua própria caixa de correio, para que mais ninguém
    possa ligar correio por si:
preference-more-cap = Mais mensagens promocionais em 7 dias
preference-more-end-pause =
    { $list ->
        [company] O fim da pausa do correio da empresa
        [partners] O fim da pausa do correio dos parceiros
       *[everything] O fim da pausa de todo o correio promocional
    }
preference-more-often =
    Enviámos várias mensagens para { $address } numa hora e, por isso, não enviámos nenhuma para este pedido. Volte a
    escolhê-lo dentro de uma hora.
preference-more-write = Escreva para { $address } e peça uma ligação de confirmação.
preference-undone-pause =
    { $list ->
        [company] A pausa do correio da empresa não dura mais do que antes.
        [partners] A pausa do correio dos parceiros não dura mais do que antes.
       *[everything] A pausa do correio da empresa e dos parceiros não dura mais do que antes.
    }
preference-undone-cap = O número de mensagens em 7 dias é o de antes.
preference-undone-language = A língua é a de antes.

preference-title = As suas escolhas de correio
preference-stop-everything-is =
    Um só toque para todo o correio da empresa e dos parceiros. As mensagens sobre as suas encomendas e a sua conta, e os avisos
    legais, continuam a chegar.
preference-want-company = Quer correio da empresa?
preference-want-partner = Quer correio dos parceiros?
preference-yes = Sim
preference-no = Não
preference-topics = Temas
preference-topics-stop = Se escolher Não acima, todos os temas param.
preference-partners = Parceiros
preference-partners-stop = Se escolher Não acima, o correio de todos os parceiros para.
preference-turn-on =
    O que está desligado pode voltar a ser ligado com uma ligação de confirmação enviada para a sua própria caixa de correio,
    para que mais ninguém possa ligar correio por si.
preference-paused-until = Em pausa até { $date }
preference-end-pause = Terminar esta pausa agora. Para isso enviamos uma ligação para a sua caixa de correio.
preference-pause = Fazer uma pausa
preference-pause-is =
    O correio promocional fica ausente algum tempo e volta por si. As suas escolhas acima ficam como estão.
preference-pause-long = Quanto tempo?
preference-pause-none = Sem pausa
preference-pause-keep = Como está agora
preference-pause-days =
    { $days ->
        [one] { $days } dia
       *[other] { $days } dias
    }
preference-pause-what = O que deve fazer uma pausa?
preference-all-mail = Todo o correio promocional
preference-much = Quanto, e em que língua
preference-cap = No máximo quantas mensagens promocionais em 7 dias?
preference-cap-none = Sem limite meu
preference-cap-some =
    { $count ->
        [one] No máximo { $count }
       *[other] No máximo { $count }
    }
preference-language = Língua das páginas e do correio
preference-save = Guardar escolhas

preference-bars = Correio que retemos
preference-bar =
    { $why ->
        [bounce] As mensagens para este endereço voltaram sem poderem ser entregues.
        [complaint] O seu fornecedor de correio disse-nos que uma mensagem não era desejada.
        [child] Este endereço foi comunicado como sendo de uma criança.
        [domain] Não enviamos para endereços deste fornecedor.
        [erased] Os seus dados foram apagados.
       *[staff] Uma pessoa em { $sender } parou o correio para este endereço.
    }
preference-bar-since =
    { $list ->
        [topic] Isto retém «{ $name }» desde { $date }.
        [partner] Isto retém o correio de { $name } desde { $date }.
        [company] Isto retém o correio da empresa desde { $date }.
        [partners] Isto retém o correio dos parceiros desde { $date }.
       *[everything] Isto retém todo o correio promocional desde { $date }.
    }
preference-bar-until =
    { $list ->
        [topic] Isto retém «{ $name }» de { $date } até { $until }.
        [partner] Isto retém o correio de { $name } de { $date } até { $until }.
        [company] Isto retém o correio da empresa de { $date } até { $until }.
        [partners] Isto retém o correio dos parceiros de { $date } até { $until }.
       *[everything] Isto retém todo o correio promocional de { $date } até { $until }.
    }
preference-bars-ask = Se acha que isto está errado, escreva para { $address }.

preference-held = O que temos registado
preference-held-none = Não temos nenhum sim seu, por isso não enviamos correio promocional.
preference-held-is = Estas são as suas escolhas tal como as temos registadas.
preference-held-list =
    { $list ->
        [topic] «{ $name }»
        [partner] Correio de { $name }
        [company] Correio da empresa
        [partners] Correio dos parceiros
       *[everything] Correio da empresa e dos parceiros
    }
preference-held-on-since = Ligado desde
preference-held-off-since = Desligado desde
preference-held-chosen = Escolhido
preference-held-words = Texto mostrado
preference-held-language = Língua
preference-held-policy = Política de privacidade
preference-held-version = Versão { $version }
preference-source =
    { $source ->
        [registration] Ao registar-se
        [order] Com uma encomenda
        [survey] Num inquérito
        [contest] Num concurso
        [page] Nesta página, ou por uma ligação numa mensagem
        [api] Noutro dos nossos sites ou serviços
        [import] De uma lista com prova da sua escolha
       *[staff] Introduzido por uma pessoa em { $sender }
    }

preference-recent = As suas últimas mensagens
preference-recent-none = Ainda não há nenhuma.
preference-outcome =
    { $outcome ->
        [sent] Enviada
        [withheld] Não enviada
        [waiting] À espera
        [returned] Não entregue
       *[in_doubt] Pode ter sido enviada
    }
preference-was-on =
    { $list ->
        [topic] «{ $name }» estava ligado.
        [partner] O correio de { $name } estava ligado.
        [company] O correio da empresa estava ligado.
        [partners] O correio dos parceiros estava ligado.
       *[everything] O correio da empresa e o dos parceiros estavam ligados.
    }
preference-was-stopped =
    { $list ->
        [topic] «{ $name }» estava parado.
        [partner] O correio de { $name } estava parado.
        [company] O correio da empresa estava parado.
        [partners] O correio dos parceiros estava parado.
       *[everything] O correio da empresa e o dos parceiros estavam parados.
    }
preference-never-given =
    { $list ->
        [topic] Não temos um sim seu para «{ $name }».
        [partner] Não temos um sim seu para o correio de { $name }.
        [company] Não temos um sim seu para o correio da empresa.
        [partners] Não temos um sim seu para o correio dos parceiros.
       *[everything] Não temos um sim seu para o correio da empresa nem dos parceiros.
    }
preference-why =
    { $why ->
        [no_consent_needed] Não era publicidade: era algo que pediu, ou algo que temos de lhe dizer.
        [paused] Tinha pedido uma pausa.
        [complaint] O seu fornecedor de correio disse-nos que uma mensagem anterior não era desejada.
        [child] Este endereço foi comunicado como sendo de uma criança.
        [staff] Uma pessoa em { $sender } parou o correio para este endereço.
        [undeliverable] Mensagens anteriores para este endereço voltaram.
        [domain] Não enviamos para endereços deste fornecedor.
        [erased] Os seus dados foram apagados.
        [policy_declined] Recusou uma alteração da nossa política de privacidade.
        [policy_window] A nossa política de privacidade mudou, e o prazo para se opor ainda não terminou.
        [limit] O limite de mensagens em 7 dias tinha sido atingido.
        [campaign_over] Terminámos este envio antes da sua vez.
        [refused_there] O seu fornecedor de correio não a aceitou.
        [connection_broke] A ligação caiu durante o envio. Não a enviamos de novo.
       *[could_not_check] Não conseguimos verificar as suas escolhas, por isso não a enviámos.
    }
