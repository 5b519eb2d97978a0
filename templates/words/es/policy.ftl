### A new version of the privacy policy: its notice by mail, and its page.

policy-mail-subject = Qué cambia en nuestra política de privacidad
policy-mail-lead = Hemos publicado la versión { $version } de nuestra política de privacidad. Esto es lo que cambia:
policy-mail-choose = Léala y diga sí o no:
policy-mail-write = También puede decir que no por correo: escriba a { $address }.
policy-mail-why = Esto es un aviso legal. Lo reciben todas las personas cuya dirección tenemos, sea cual sea el correo que hayan elegido.

policy-new-uses =
    { $uses ->
        [company] Introduce un uso nuevo de sus datos para el correo de la empresa, que es correo promocional sobre { $sender }.
        [partner] Introduce un uso nuevo de sus datos para el correo de los socios, que es correo promocional que enviamos por encargo de otras empresas.
        [both] Introduce usos nuevos de sus datos para el correo de la empresa y para el de los socios.
       *[none] No introduce ningún uso nuevo de sus datos para correo promocional.
    }
policy-in-force-from = Entra en vigor el { $date }.
policy-in-force-since = Está en vigor desde el { $date }.
policy-followed = Desde entonces hemos publicado una versión más reciente. Todavía puede responder a esta.

policy-nothing-new-days =
    { $days ->
        [0] Si no hace nada, solo registramos que le hemos avisado. Eso no cuenta como un sí. Lo nuevo se aplica entonces a su correo.
        [one] Si no hace nada, solo registramos que le hemos avisado. Eso no cuenta como un sí. Lo nuevo se aplica a su correo, como pronto, un día después de nuestro aviso.
       *[other] Si no hace nada, solo registramos que le hemos avisado. Eso no cuenta como un sí. Lo nuevo se aplica a su correo, como pronto, { $days } días después de nuestro aviso.
    }
policy-nothing-new-from =
    Si no hace nada, solo registramos que le hemos avisado. Eso no cuenta como un sí. Lo nuevo se aplica a su correo desde el
    { $date }.
policy-nothing-same =
    Si no hace nada, solo registramos que le hemos avisado. Eso no cuenta como un sí. Su correo sigue tal como lo eligió.
policy-if-no = Si dice que no, dejamos de enviarle al instante todo el correo de la empresa y de los socios.
policy-if-yes = Si dice que sí, lo registramos. Eso no activa ningún correo que usted no haya elegido.

policy-title = Política de privacidad, versión { $version }
policy-heading = Qué cambia en nuestra política de privacidad
policy-changes = Qué cambia
policy-answer = Su respuesta
policy-no = Decir que no
policy-yes = Decir que sí
policy-whole = La política completa, versión { $version }
policy-you-said-no = Usted dijo que no el { $date }. No le enviamos correo de la empresa ni de los socios.
policy-you-said-no-other =
    Usted dijo que no a otra versión. No le enviamos correo de la empresa ni de los socios.
policy-you-said-yes = Usted dijo que sí el { $date }.
policy-again = Si quiere volver a recibir correo, suscríbase de nuevo. Le enviamos un enlace, y cuenta cuando lo haya usado.
policy-sign-up = Suscribirse de nuevo

policy-declined = Ha dicho que no a la versión { $version }
policy-declined-lead = Registrado el { $date }. Desde ahora no le enviamos correo de la empresa ni de los socios.
policy-declined-before = Ya lo dijo el { $date }, así que nada ha cambiado. No le enviamos correo de la empresa ni de los socios.
policy-accepted = Ha dicho que sí a la versión { $version }
policy-accepted-lead = Registrado el { $date }. Su correo sigue tal como lo eligió.
policy-accepted-before = Ya lo dijo el { $date }, así que nada ha cambiado.
policy-still-no = Su no anterior sigue vigente
policy-still-no-lead =
    Antes dijo que no. Cualquiera que tenga este mensaje podría pulsar el botón, así que un sí aquí no vuelve a activar su
    correo.
policy-undo-about = «Deshacer» retira su respuesta, como si no la hubiera dado.
policy-undone = Su respuesta se ha retirado
policy-undone-lead = Es como si no hubiera respondido. Puede responder en cualquier momento.
policy-back = Volver a la política

policy-standing-title = Nuestra política de privacidad
policy-standing-read = Leer la versión { $version } de nuestra política de privacidad
policy-standing-said-no = Usted dijo que no a la versión { $version } el { $date }. No le enviamos correo de la empresa ni de los socios.
policy-standing-said-yes = Usted dijo que sí a la versión { $version } el { $date }.
policy-standing-told = Le avisamos de la versión { $version } el { $date }. No ha respondido, y eso no cuenta como un sí.
policy-standing-not-told = No hemos podido avisarle por correo de la versión { $version }.
