### Reporting that an address belongs to a child.

child-title = O endereço de uma criança
child-heading = Este endereço é de uma criança?
child-lead = Diga-nos se a pessoa com o endereço { $address } tem menos de { $age } anos.
child-lead-typed = Indique-nos o endereço se a pessoa tiver menos de { $age } anos.
child-stops = Paramos de imediato todo o correio da empresa e dos parceiros para este endereço.
child-writes = Se tivermos o endereço, escrevemos-lhe: com essa mensagem pode apagar-se tudo, ou retirar-se a comunicação se estiver errada.
child-erases = Apagamos o endereço e tudo o mais que temos sobre a pessoa.
child-keeps = Guardamos apenas um código feito a partir do endereço, para que não volte às nossas listas.
child-for-good = Isto não pode ser anulado.
child-erase-by-link =
    Para que tudo o resto também seja apagado, abra a ligação no fim de uma mensagem nossa e escolha aí «{ $name }».
child-erase-by-mail = Ou escreva-nos, e uma pessoa trata do assunto.
child-address = Endereço de e-mail
child-address-bad = Isto não é um endereço de e-mail. Um endereço tem este aspeto: nome@example.org
child-later = Neste momento são comunicados demasiados endereços, por isso não aceitámos este. Comunique-o de novo mais tarde, ou escreva-nos.
child-report = Comunicar
child-done-title = Obrigado, está feito
child-done-stopped = Parámos todo o correio da empresa e dos parceiros para { $address }. Nada foi apagado.
child-done-erased = Parámos todo o correio da empresa e dos parceiros para { $address } e apagámos o que tínhamos sobre a pessoa.
child-done-before = Já tinha sido comunicado, por isso nada mudou.
child-done-typed = A partir de agora não é enviado correio da empresa nem dos parceiros para o endereço indicado. Uma mensagem que esteja a caminho neste momento ainda pode chegar.

child-letter-title = Apagar também tudo
child-letter-about = Só uma ligação que vai para { $address } apaga o que temos sobre a pessoa. A mesma mensagem tem uma ligação que retira a comunicação se estiver errada.
child-letter-button = Enviar essa mensagem
child-letter-sent = Uma mensagem com as ligações vai a caminho de { $address }.

child-mail-subject = Este endereço foi comunicado como sendo de uma criança
child-mail-lead = Alguém disse a { $sender } que este endereço é de uma criança com menos de { $age } anos. Por isso parámos todo o correio da empresa e dos parceiros para ele. Nada foi apagado.
child-mail-not = Este endereço não é de uma criança
child-mail-erase = Apagar tudo sobre este endereço
child-mail-days = As duas ligações funcionam durante três dias. Se a comunicação estiver certa e não for para apagar nada, não tem de fazer nada.

child-erase-title = Apagar tudo sobre uma criança
child-not-title = Não é o endereço de uma criança
child-not-lead = Ao premir o botão, diz que tem { $age } anos ou mais. Então a comunicação é retirada, e o que foi escolhido antes volta a valer.
child-not-button = Sim, retirar a comunicação
child-lifted-title = A comunicação foi retirada
child-lifted = O que foi escolhido antes volta a valer.
child-stays = Há outra comunicação de que este endereço é de uma criança. Essa mantém-se.
child-expired = Funcionou durante três dias. Nada mudou. Pode pedir uma nova.
