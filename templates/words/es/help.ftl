### The page that says how to stop mail.

help-title = Cómo dejar de recibir correo
help-lead = Puede dejar de recibir correo promocional en cualquier momento. No necesita cuenta ni contraseña.
help-link = Use el enlace de cualquier mensaje nuestro
help-link-how =
    El enlace para dejar de recibir correo está al final de cada mensaje promocional. Abre una página con un solo botón. Los
    enlaces de mensajes antiguos también funcionan.
help-program = O use su programa de correo
help-program-how =
    Muchos programas de correo muestran «Cancelar suscripción» junto al nombre del remitente. Así deja de llegar el correo
    del mismo tipo.
help-kinds = Dos tipos de correo promocional
help-kinds-apart =
    Usted elige cada uno por separado. Los mensajes sobre sus pedidos y su cuenta, y los avisos legales, no son correo
    promocional y siguen llegando.
help-reach = Cómo ponerse en contacto con nosotros
help-reach-how = Una persona lee lo que escriba a { $address }. También puede enviar una carta a la dirección de abajo.
