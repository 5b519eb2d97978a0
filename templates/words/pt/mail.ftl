### Words in mail.

mail-footer-company = Isto é correio da empresa: publicidade de { $sender }. Lista: { $list }.
mail-footer-partner = Isto é correio de um parceiro: publicidade que { $sender } envia por um parceiro. Lista: { $list }.
mail-footer-unsubscribe = Cancelar a subscrição de { $list }
mail-footer-choices = Todas as suas escolhas

mail-list-company = Novidades de { $sender }
mail-list-partner = Correio dos parceiros de { $sender }
mail-list-company-nameless = Novidades da empresa
mail-list-partner-nameless = Correio dos parceiros
