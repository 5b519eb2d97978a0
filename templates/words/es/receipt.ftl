### The receipt of a person's consents, as a letter.

receipt-subject = Su comprobante: correo de { $sender }
receipt-intro = Esto es lo que { $sender } tiene registrado sobre su consentimiento para recibir correo a fecha de { $date }. Guárdelo si lo desea.
receipt-what =
    { $list ->
        [topic] «{ $name }»
        [partner] Correo de { $name }
        [company] Correo de la empresa
       *[partners] Correo de los socios
    }
receipt-state =
    { $state ->
        [given] Usted dijo que sí el { $date }
        [granted] Activado de forma predeterminada desde el { $date }: { $basis }
        [withdrawn] Usted dijo que no el { $date }
        [refused] Usted dijo que no el { $date }
       *[open] Usted no ha dicho nada
    }
receipt-where = Dónde
receipt-words = El texto que se le mostró
receipt-policy = Versión de nuestra política de privacidad
receipt-partners = El correo de los socios lo enviamos nosotros. Los socios no reciben nada sobre usted.
receipt-change = Puede cambiarlo o dejar de recibirlo en cualquier momento:
receipt-link = Sus preferencias de correo
receipt-file = El archivo adjunto contiene lo mismo, con todo lo anterior, en un formato que pueden leer los programas.
receipt-number = Número de este comprobante: { $number }

receipt-ask-title = Un comprobante
receipt-ask-about = Indica a qué dijo que sí y a qué no, cuándo y con qué texto. Lo enviamos a su propia dirección.
receipt-ask = Enviarme un comprobante
receipt-sent-title = Mire en su buzón
receipt-sent = Si podemos escribir a su dirección, ya va de camino un comprobante. Enviamos solo unos pocos por hora.
