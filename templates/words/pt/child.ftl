### Reporting that an address belongs to a child.

child-title = O endereço de uma criança
child-heading = Este endereço é de uma criança?
child-lead = Diga-nos se a pessoa com o endereço { $address } tem menos de { $age } anos.
child-lead-typed = Indique-nos o endereço se a pessoa tiver menos de { $age } anos.
child-stops = Paramos de imediato todo o correio da empresa e dos parceiros para este endereço.
child-erases = Apagamos o endereço e tudo o mais que temos sobre a pessoa.
child-keeps = Guardamos apenas um código feito a partir do endereço, para que não volte às nossas listas.
child-for-good = Isto não pode ser anulado.
child-erase-by-link =
    Para que tudo o resto também seja apagado, abra a ligação no fim de uma mensagem nossa e escolha aí «{ $name }».
child-erase-by-mail = Ou escreva-nos, e uma pessoa trata do assunto.
child-address = Endereço de e-mail
child-address-bad = Isto não é um endereço de e-mail. Um endereço tem este aspeto: nome@example.org
child-later = Na última hora foram comunicados muitos endereços a partir da sua rede. Comunique este daqui a uma hora.
child-report = Comunicar
child-report-and-erase = Comunicar e apagar tudo
child-done-title = Obrigado, está feito
child-done-erased = Parámos todo o correio da empresa e dos parceiros para { $address } e apagámos o que tínhamos sobre a pessoa.
child-done-before = Já tinha sido comunicado, por isso nada mudou.
child-done-typed = Já não é enviado correio da empresa nem dos parceiros para o endereço indicado, se estava nas nossas listas.
