### Words that every page or several of them have.

common-date =
    { $day } de { $month ->
        [1] enero
        [2] febrero
        [3] marzo
        [4] abril
        [5] mayo
        [6] junio
        [7] julio
        [8] agosto
        [9] septiembre
        [10] octubre
        [11] noviembre
       *[12] diciembre
    } de { $year }
common-moment = { $date }, { $time } UTC

common-skip = Ir al contenido
common-tagline = Sus preferencias de correo
common-help-title = Ayuda y contacto
common-how-to-stop = Cómo dejar de recibir correo
common-write-to = Escriba a { $address }
common-sender-title = Quién envía este correo
common-for = Para { $address }

common-write-to-stop = Envíe un mensaje, con el texto que quiera, a { $address }. Dejamos de enviar correo a la dirección desde la que escriba.
common-company-mail = Correo de la empresa
common-partner-mail = Correo de los socios
common-company-mail-is = Correo promocional sobre { $sender }.
common-partner-mail-is = Correo promocional que enviamos por encargo de otras empresas. Ellas no reciben su dirección.
common-still-comes = Los mensajes sobre sus pedidos y su cuenta, y los avisos legales, siguen llegando.
common-what-you-can-do = Qué puede hacer
common-or-write = O escríbanos

common-refused-title = Este enlace no funciona
common-refused-lead = Puede que haya llegado cortado. No se ha cambiado nada.
common-refused-newest = Use el enlace de nuestro mensaje más reciente
common-refused-newest-how =
    Está al final del mensaje. Si lo copia, cópielo entero: algunos programas de correo parten en dos líneas los enlaces
    largos.

common-error-title = Lo sentimos, algo ha fallado
common-error-lead = El fallo es nuestro; usted no ha hecho nada mal.
common-error-again = Inténtelo de nuevo
common-error-again-how = Abra otra vez el enlace de su mensaje. Sigue funcionando.
common-error-acting =
    No podemos asegurar que su elección se haya guardado. Vuelva atrás y pulse el botón de nuevo: pulsarlo dos veces no
    causa ningún problema.
common-error-number = Si nos escribe sobre este fallo, indique este número: { $incident }
common-busy-title = Inténtelo de nuevo en un minuto
common-busy-lead = Ahora mismo no podemos responder. El fallo es nuestro.
common-busy-again-how = Espere un minuto y abra otra vez el enlace de su mensaje. Sigue funcionando.

common-elsewhere-title = Este formulario venía de otro sitio
common-elsewhere-lead = Por eso no se ha hecho nada. Abra nuestra página y pulse allí el botón.
common-elsewhere-open = Abrir nuestra página
common-stale = Esta página llevaba demasiado tiempo abierta, o el formulario no estaba completo. Todavía no se ha hecho nada: pulse el botón otra vez.
