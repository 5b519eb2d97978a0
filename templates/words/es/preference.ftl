### The page behind the link in a message, and the preference page.

preference-ask-title = Dejar de recibir este correo
preference-ask =
    { $list ->
        [topic] Dejar de recibir «{ $name }»
        [partner] Dejar de recibir correo de { $name }
        [company] Dejar de recibir correo de la empresa
        [partners] Dejar de recibir correo de los socios
       *[everything] Dejar de recibir correo de la empresa y de los socios
    }
preference-ask-about =
    { $list ->
        [topic] Esto es correo de la empresa: correo promocional sobre { $sender }.
        [partner] Esto es correo de un socio. Lo enviamos por encargo de { $name }, que no recibe su dirección.
        [company] El correo de la empresa es correo promocional sobre { $sender }.
        [partners] El correo de los socios es correo promocional que enviamos por encargo de otras empresas. Ellas no reciben su dirección.
       *[everything] El correo de la empresa es correo promocional sobre { $sender }. El correo de los socios es correo promocional que enviamos por encargo de otras empresas.
    }
preference-ask-since = No se envía desde el { $date }. No tiene que hacer nada.
preference-ask-off = No se lo enviamos. No tiene que hacer nada.
preference-stop-this = Dejar de recibir este correo
preference-stop-more = Puede dejar de recibir más correo
preference-stop-more-at-once = O deje de recibir más correo con una sola pulsación
preference-stop-company = Dejar de recibir todo el correo de la empresa
preference-stop-partner = Dejar de recibir todo el correo de los socios
preference-stop-everything = Dejar de recibir todo
preference-everything-is = Todo significa todo el correo de la empresa y todo el correo de los socios.
preference-see-all = Ver todas sus preferencias de correo
preference-gpc-before =
    Su navegador pide a los sitios que no compartan ni vendan datos. Cuando pulse un botón aquí, también desactivaremos el
    correo de los socios.

preference-is-stopped =
    { $list ->
        [topic] «{ $name }» ya no se envía
        [partner] El correo de { $name } ya no se envía
        [company] El correo de la empresa ya no se envía
        [partners] El correo de los socios ya no se envía
       *[everything] El correo de la empresa y el de los socios ya no se envían
    }
preference-stopped-since = No se envía desde el { $date }.
preference-stopped-before = No se envía desde el { $date }. Ya era así, de modo que nada ha cambiado.
preference-partner-too = Tampoco se envía ya ningún correo de los socios, porque su navegador pide a los sitios que no compartan ni vendan datos.
preference-partner-by-signal = Ya no se envía ningún correo de los socios, porque su navegador pide a los sitios que no compartan ni vendan datos.
preference-partner-stays-off = El correo de los socios sigue desactivado, porque su navegador pide a los sitios que no compartan ni vendan datos.
preference-on-its-way =
    Un mensaje ya estaba en camino cuando pulsó el botón: «{ $subject }». Todavía puede llegar.
preference-may-come = Qué puede seguir llegando
preference-may-come-company = El correo de la empresa que sigue activado.
preference-may-come-partner = El correo de los socios que sigue activado.
preference-may-come-account = Mensajes sobre sus pedidos y su cuenta.
preference-may-come-notices = Avisos legales.
preference-undo-title = ¿No era lo que quería?
preference-undo-about = «Deshacer» deja sus preferencias como estaban.
preference-undo = Deshacer
preference-saved-title = Sus preferencias se han guardado
preference-saved-nothing-title = Nada ha cambiado
preference-saved-nothing = Sus preferencias ya estaban guardadas así.
preference-saved-stopped = No se envía desde el { $date }:
preference-back = Volver a sus preferencias de correo
preference-undone-title = Vuelven a valer sus preferencias anteriores
preference-undone-nothing = No ha cambiado nada más.
preference-undone-on = Este correo vuelve a estar activado:
preference-undone-again = Puede volver a dejar de recibirlo en cualquier momento.
preference-list =
    { $list ->
        [topic] «{ $name }»
        [partner] Correo de { $name }
        [company] Todo el correo de la empresa
        [partners] Todo el correo de los socios
       *[everything] Todo el correo de la empresa y de los socios
    }

preference-pauses =
    { $list ->
        [company] El correo de la empresa está en pausa hasta el { $date }. Después vuelve por sí solo.
        [partners] El correo de los socios está en pausa hasta el { $date }. Después vuelve por sí solo.
       *[everything] El correo de la empresa y el de los socios están en pausa hasta el { $date }. Después vuelven por sí solos.
    }
preference-saved-cap =
    { $count ->
        [one] Recibirá como máximo { $count } mensaje promocional en 7 días.
       *[other] Recibirá como máximo { $count } mensajes promocionales en 7 días.
    }
preference-saved-language = Las páginas y el correo llegan ahora en este idioma.
preference-more-title = Recibir más correo requiere un paso más
preference-more-is =
    Ha pedido más correo que antes. Solo se puede confirmar desde su propio buzón, para que nadie más pueda activar correo
    en su nombre:
preference-more-cap = Más mensajes promocionales en 7 días
preference-more-end-pause =
    { $list ->
        [company] El fin de la pausa del correo de la empresa
        [partners] El fin de la pausa del correo de los socios
       *[everything] El fin de la pausa de todo el correo promocional
    }
preference-more-often =
    Hemos enviado varios mensajes a { $address } en una hora, por lo que no hemos enviado ninguno para esto. Vuelva a
    elegirlo dentro de una hora.
preference-more-write = Escriba a { $address } y pida un enlace de confirmación.
preference-undone-pause =
    { $list ->
        [company] La pausa del correo de la empresa no dura más que antes.
        [partners] La pausa del correo de los socios no dura más que antes.
       *[everything] La pausa del correo de la empresa y de los socios no dura más que antes.
    }
preference-undone-cap = El número de mensajes en 7 días es el de antes.
preference-undone-language = El idioma es el de antes.

preference-title = Sus preferencias de correo
preference-stop-everything-is =
    Con una sola pulsación deja de llegar todo el correo de la empresa y de los socios. Los mensajes sobre sus pedidos y su
    cuenta, y los avisos legales, siguen llegando.
preference-want-company = ¿Quiere correo de la empresa?
preference-want-partner = ¿Quiere correo de los socios?
preference-yes = Sí
preference-no = No
preference-topics = Temas
preference-topics-stop = Si elige No arriba, dejan de llegar todos los temas.
preference-partners = Socios
preference-partners-stop = Si elige No arriba, deja de llegar el correo de todos los socios.
preference-turn-on =
    Lo que está desactivado se puede volver a activar con un enlace de confirmación que llega a su propio buzón, para que
    nadie más pueda activar correo en su nombre.
preference-paused-until = En pausa hasta el { $date }
preference-end-pause = Terminar esta pausa ahora. Para ello enviamos un enlace a su buzón.
preference-pause = Hacer una pausa
preference-pause-is =
    El correo promocional no llega durante un tiempo y después vuelve por sí solo. Sus preferencias de arriba no cambian.
preference-pause-long = ¿Cuánto tiempo?
preference-pause-none = Sin pausa
preference-pause-keep = Como ahora
preference-pause-days =
    { $days ->
        [one] { $days } día
       *[other] { $days } días
    }
preference-pause-what = ¿Qué debe ponerse en pausa?
preference-all-mail = Todo el correo promocional
preference-much = Cuánto y en qué idioma
preference-cap = ¿Cuántos mensajes promocionales como máximo en 7 días?
preference-cap-none = Sin límite propio
preference-cap-some =
    { $count ->
        [one] Como máximo { $count }
       *[other] Como máximo { $count }
    }
preference-language = Idioma de las páginas y del correo
preference-save = Guardar preferencias

preference-bars = Correo que retenemos
preference-bar =
    { $why ->
        [bounce] Los mensajes a esta dirección se devolvieron porque no se pudieron entregar.
        [complaint] Su proveedor de correo nos comunicó que un mensaje no era deseado.
        [child] Se comunicó que esta dirección es de un menor.
        [domain] No enviamos a direcciones de este proveedor.
        [erased] Sus datos se borraron.
       *[staff] Una persona de { $sender } detuvo el correo a esta dirección.
    }
preference-bar-since =
    { $list ->
        [topic] Esto retiene «{ $name }» desde el { $date }.
        [partner] Esto retiene el correo de { $name } desde el { $date }.
        [company] Esto retiene el correo de la empresa desde el { $date }.
        [partners] Esto retiene el correo de los socios desde el { $date }.
       *[everything] Esto retiene todo el correo promocional desde el { $date }.
    }
preference-bar-until =
    { $list ->
        [topic] Esto retiene «{ $name }» desde el { $date } hasta el { $until }.
        [partner] Esto retiene el correo de { $name } desde el { $date } hasta el { $until }.
        [company] Esto retiene el correo de la empresa desde el { $date } hasta el { $until }.
        [partners] Esto retiene el correo de los socios desde el { $date } hasta el { $until }.
       *[everything] Esto retiene todo el correo promocional desde el { $date } hasta el { $until }.
    }
preference-bars-ask = Si cree que es un error, escriba a { $address }.

preference-held = Lo que tenemos registrado
preference-held-none = No tenemos ningún sí suyo, así que no enviamos correo promocional.
preference-held-is = Estas son sus preferencias tal como las tenemos registradas.
preference-held-list =
    { $list ->
        [topic] «{ $name }»
        [partner] Correo de { $name }
        [company] Correo de la empresa
        [partners] Correo de los socios
       *[everything] Correo de la empresa y de los socios
    }
preference-held-on-since = Activado desde
preference-held-off-since = Desactivado desde
preference-held-chosen = Elegido
preference-held-words = Texto mostrado
preference-held-language = Idioma
preference-held-policy = Política de privacidad
preference-held-version = Versión { $version }
preference-source =
    { $source ->
        [registration] Al registrarse
        [order] Con un pedido
        [survey] En una encuesta
        [contest] En un concurso
        [page] En esta página o mediante un enlace de un mensaje
        [api] En otro de nuestros sitios o servicios
        [import] De una lista con prueba de su elección
       *[staff] Introducido por una persona de { $sender }
    }

preference-recent = Sus últimos mensajes
preference-recent-none = Todavía no hay ninguno.
preference-outcome =
    { $outcome ->
        [sent] Enviado
        [withheld] No enviado
        [waiting] En espera
        [returned] No entregado
       *[in_doubt] Puede que se haya enviado
    }
preference-was-on =
    { $list ->
        [topic] «{ $name }» estaba activado.
        [partner] El correo de { $name } estaba activado.
        [company] El correo de la empresa estaba activado.
        [partners] El correo de los socios estaba activado.
       *[everything] El correo de la empresa y el de los socios estaban activados.
    }
preference-was-stopped =
    { $list ->
        [topic] «{ $name }» ya no se enviaba.
        [partner] El correo de { $name } ya no se enviaba.
        [company] El correo de la empresa ya no se enviaba.
        [partners] El correo de los socios ya no se enviaba.
       *[everything] El correo de la empresa y el de los socios ya no se enviaban.
    }
preference-never-given =
    { $list ->
        [topic] No tenemos un sí suyo para «{ $name }».
        [partner] No tenemos un sí suyo para el correo de { $name }.
        [company] No tenemos un sí suyo para el correo de la empresa.
        [partners] No tenemos un sí suyo para el correo de los socios.
       *[everything] No tenemos un sí suyo para el correo de la empresa ni para el de los socios.
    }
preference-why =
    { $why ->
        [no_consent_needed] No era publicidad: era algo que pidió o algo que debemos comunicarle.
        [paused] Había pedido una pausa.
        [complaint] Su proveedor de correo nos comunicó que un mensaje anterior no era deseado.
        [child] Se comunicó que esta dirección es de un menor.
        [staff] Una persona de { $sender } detuvo el correo a esta dirección.
        [undeliverable] Mensajes anteriores a esta dirección se devolvieron.
        [domain] No enviamos a direcciones de este proveedor.
        [erased] Sus datos se borraron.
        [policy_declined] Rechazó un cambio de nuestra política de privacidad.
        [policy_window] Nuestra política de privacidad cambió y el plazo para oponerse no ha terminado.
        [limit] Se alcanzó el límite de mensajes en 7 días.
        [campaign_over] Terminamos este envío antes de que llegara su turno.
        [refused_there] Su proveedor de correo no lo aceptó.
        [connection_broke] La conexión se cortó mientras lo enviábamos. No lo enviamos de nuevo.
       *[could_not_check] No pudimos comprobar sus preferencias, así que no lo enviamos.
    }
