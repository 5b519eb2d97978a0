### Words in mail.

mail-footer-company = Esto es correo de la empresa: publicidad de { $sender }. Lista: { $list }.
mail-footer-partner = Esto es correo de un socio: publicidad que { $sender } envía por encargo de un socio. Lista: { $list }.
mail-footer-unsubscribe = Darse de baja de { $list }
mail-footer-choices = Todas sus preferencias

mail-list-company = Novedades de { $sender }
mail-list-partner = Correo de socios de { $sender }
mail-list-company-nameless = Novedades de la empresa
mail-list-partner-nameless = Correo de los socios
