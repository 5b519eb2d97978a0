### Signing up: the public form, the letter that asks for a confirmation, and the page behind its link.

signup-title = Suscribirse al correo de { $sender }
signup-lead = Elija lo que quiera. Primero escribimos a su dirección, y solo el enlace de ese mensaje activa el correo.
signup-about-you = Sobre usted
signup-address = Su dirección de correo
signup-name = Su nombre (puede omitirlo)
signup-wants = ¿Qué desea recibir?
signup-wants-partner = Correo de socios
signup-wants-partner-is =
    Esto es independiente del correo de la empresa. Lo envía { $sender } por encargo de otras empresas. Ellas no reciben su
    dirección.
signup-partner-off = Su navegador pide a los sitios que no compartan ni vendan datos. Por eso el correo de los socios sigue desactivado.

signup-box =
    { $list ->
        [company] Envíenme todo el correo de la empresa: correo promocional sobre { $sender }.
        [topic] Envíenme «{ $name }»: correo promocional sobre { $sender }.
        [partners] Envíenme correo de socios. Lo envía { $sender }, y los socios no reciben mi dirección.
       *[partner] Envíenme correo de { $name }. Lo envía { $sender }, y { $name } no recibe mi dirección.
    }
signup-can-stop = Puedo dejar de recibirlo en cualquier momento, con un clic en cada mensaje.

signup-age = ¿Qué edad tiene?
signup-age-over = { $age } años o más
signup-age-under = Menos de { $age } años
signup-age-why = No enviamos correo a menores de esa edad. Su respuesta no se guarda.
signup-send = Suscribirse

signup-faults = Revise esto, por favor
signup-fault-address-missing = Falta su dirección de correo. Escríbala.
signup-fault-address = Esto no es una dirección de correo. Necesita un nombre, una @ y un dominio, como ada@example.org.
signup-fault-name = El nombre es demasiado largo o contiene un salto de línea. Acórtelo u omítalo.
signup-fault-wants = No ha elegido nada. Marque lo que desea recibir.
signup-fault-gone = Ya no ofrecemos una de sus opciones. Elija de nuevo.
signup-fault-age = Indique qué edad tiene.

signup-sent-title = Mire en su buzón
signup-sent = Si podemos escribir a { $address }, ya va de camino un mensaje con un enlace. El correo solo llega después de que use el enlace.
signup-sent-hours = El enlace funciona durante { $hours } horas.
signup-sent-none-title = ¿Ningún mensaje después de una hora?
signup-sent-none-spam = Mire en la carpeta de correo no deseado y compruebe que la dirección de arriba no tenga errores.
signup-sent-none-stopped =
    No escribimos a una dirección que nos pidió no volver a escribir nunca o que no funcionó. Si es la suya, escriba desde
    ella a { $contact }.
signup-young-title = No podemos suscribirle
signup-young = Hay que tener { $age } años o más. No hemos guardado nada de lo que ha escrito.
signup-later-title = Inténtelo más tarde
signup-later = Muchas personas se han suscrito desde su red en la última hora. Lo que ha escrito está bien.

signup-letter-subject = Confirme: correo de { $sender }
signup-letter-asked = Esta dirección se indicó a { $sender } para recibir:
signup-letter-open = Si fue usted, abra esta página y pulse allí el botón. El enlace funciona durante { $hours } horas.
signup-letter-link = Confirmar o decir que no
signup-letter-not =
    Si no fue usted, no haga nada. No recibirá correo por esto, y lo escrito se borra después de { $days } días.

signup-confirm-title = ¿Es esto lo que desea?
signup-confirm-yes = Sí, envíenme esto
signup-child = Alguien nos ha dicho que esta dirección es de un menor. Con su sí dice también que eso es falso y que tiene { $age } años o más.
signup-confirm-no = Si no, cierre esta página. No recibirá correo por esto, y lo escrito se borra después de { $days } días.
signup-done-title = Se ha suscrito
signup-done-none-title = Este correo sigue desactivado
signup-done-on = Desde ahora recibe:
signup-done-off = Esto se detuvo de otra manera y sigue desactivado. Si lo desea, escriba a { $contact }:
signup-done-partner-off = El correo de los socios sigue desactivado, porque su navegador pide a los sitios que no compartan ni vendan datos.
signup-done-receipt = Ya va de camino un comprobante a su dirección.
signup-done-change = Cambiarlo o dejar de recibirlo
signup-over-title = Este enlace ha caducado
signup-over = Funcionó durante { $hours } horas. No se ha cambiado nada. Puede volver a suscribirse en cualquier momento.
signup-again = Suscribirse de nuevo

signup-embed-title = Este formulario en su propia página
signup-embed = Copie este HTML. No necesita scripts ni cookies y toma el aspecto de su página.
signup-embed-again = Cópielo de nuevo cuando añada un tema o un socio. Nosotros volvemos a mostrar a cada persona lo que acepta.
signup-embed-code = HTML para copiar
