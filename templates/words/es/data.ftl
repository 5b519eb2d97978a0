### What people do with their own data, on pages and in the letters that complete it.

data-title = Sus datos
data-about =
    Para cada una de estas acciones enviamos un enlace a su dirección. Funciona durante media hora, y nada cambia antes de
    que lo use.
data-see = Ver y corregir lo que sabemos de usted
data-download = Obtener una copia de sus datos
data-erase = Borrar mis datos
data-move-title = Cambiar su dirección
data-move = Su nueva dirección de correo
data-move-button = Enviar el enlace

data-asked-title = Mire en su buzón
data-asked = Hemos enviado un mensaje a { $address }. Todavía no ha cambiado nada: abra el enlace de ese mensaje en un plazo de 30 minutos.
data-asked-more = Hemos enviado un mensaje a { $address }. Todo esto queda a la espera de que abra el enlace de ese mensaje, en un plazo de 30 minutos, y lo confirme.
data-asked-often-title = Busque nuestros últimos mensajes
data-asked-often =
    Hemos enviado varios mensajes a { $address } en una hora. Use el enlace del más reciente o vuelva dentro de una hora.

data-see-title = Lo que sabemos de usted
data-see-lead = Cambie lo que esté mal y deje vacío lo que no debamos saber.
data-see-address = Dirección
data-see-button = Guardar
data-field-name = Nombre
data-field-zip = Código postal
data-field-age = Grupo de edad
data-field-income = Tramo de ingresos
data-field-language = Idioma, por ejemplo en o pt-BR
data-field-zone = Zona horaria, por ejemplo Europe/Berlin
data-wrong = No se ha guardado. Cambie, por favor:
data-mend =
    { $field ->
        [name] Nombre: una sola línea de 200 caracteres como máximo.
        [zip] Código postal: como máximo 12 letras de la A a la Z, cifras, espacios y guiones.
        [age] Grupo de edad: años, por ejemplo 30-39 o 65+.
        [income] Tramo de ingresos: una sola línea de 40 caracteres como máximo.
        [language] Idioma: un código corto, por ejemplo en o pt-BR.
       *[zone] Zona horaria: un nombre, por ejemplo Europe/Berlin.
    }
data-leave-title = Cambiar su dirección
data-leave-lead =
    Cuando pulse el botón, enviaremos un enlace a la nueva dirección. Su dirección cambia cuando se use ese enlace. Hasta
    entonces todo sigue como está.
data-leave-button = Sí, escribir a la nueva dirección
data-arrive-title = ¿Es esta su dirección?
data-arrive-lead =
    Cuando pulse el botón, todo lo que ha elegido valdrá para esta dirección, y ya no escribiremos a la anterior.
data-arrive-button = Sí, usar esta dirección
data-new-address = Nueva dirección: { $address }
data-opt-in-title = Más correo
data-opt-in-lead = Al pulsar el botón, usted dice:
data-opt-in-after = Puede dejar de recibirlo en cualquier momento, con un clic en cada mensaje.
data-opt-in-button = Sí, lo quiero
data-opt-in-wording =
    { $list ->
        [topic] Sí, envíenme por correo electrónico «{ $name }», de { $sender }.
        [partner] Sí, envíenme correo electrónico de { $name }. Lo envía { $sender }, que no cede mi dirección.
        [company] Sí, envíenme correo electrónico promocional sobre { $sender }.
        [partners] Sí, envíenme correo electrónico promocional por encargo de otras empresas. Lo envía { $sender }, que no cede mi dirección.
       *[everything] Sí, envíenme todo el correo electrónico promocional de { $sender }.
    }
data-opt-in-cap =
    { $count ->
        [one] Sí, envíenme hasta { $count } mensaje promocional en 7 días.
       *[other] Sí, envíenme hasta { $count } mensajes promocionales en 7 días.
    }
data-opt-in-no-cap = Sí, quiten mi propio límite de mensajes promocionales en 7 días.
data-opt-in-end-pause =
    { $list ->
        [company] Sí, terminen ahora la pausa del correo de la empresa.
        [partners] Sí, terminen ahora la pausa del correo de los socios.
       *[everything] Sí, terminen ahora la pausa de todo el correo promocional.
    }
data-download-title = Una copia de sus datos
data-download-lead = Puede leerla aquí o llevársela en un archivo legible por máquina (JSON).
data-download-show = Mostrarla aquí
data-download-file = Descargar el archivo
data-erase-title = Borrar sus datos
data-erase-lead =
    Cuando pulse el botón, borraremos su dirección, su nombre y todo lo que nos ha indicado. No se puede deshacer.
data-erase-keep =
    Guardamos un código que no se puede volver a convertir en su dirección. Con él nos aseguramos de que nadie en { $sender }
    vuelva a escribirle.
data-erase-button = Borrarlo todo

data-corrected-title = Guardado
data-corrected = Ahora sabemos lo que acaba de indicarnos, y nada más.
data-half-title = Falta un paso
data-half = Hemos enviado un enlace a la nueva dirección. Ábralo en un plazo de 30 minutos.
data-moved-title = Su dirección se ha cambiado
data-moved = Todo lo que ha elegido vale para ella. Ya no escribimos a la anterior.
data-opted-in-title = El correo está activado
data-opted-in =
    { $list ->
        [topic] Desde ahora le enviamos «{ $name }».
        [partner] Desde ahora le enviamos correo de { $name }.
        [company] Desde ahora le enviamos correo de la empresa.
        [partners] Desde ahora le enviamos correo de los socios.
       *[everything] Desde ahora le enviamos correo de la empresa y de los socios.
    }
data-noted-off = Hemos anotado su sí. Este correo sigue desactivado de todos modos:
data-cap-gone = Ya no tiene límite propio.
data-pause-ended =
    { $list ->
        [company] La pausa del correo de la empresa ha terminado.
        [partners] La pausa del correo de los socios ha terminado.
       *[everything] La pausa del correo de la empresa y del de los socios ha terminado.
    }
data-erased-title = Sus datos se han borrado
data-erased = Ya no conocemos su dirección ni nada más sobre usted. No volveremos a escribirle.
data-erased-copies = Lo que la base de datos guarda para su propia reparación, como su registro y las copias de seguridad, se sobrescribe con el funcionamiento normal. Nadie consulta nada allí.
data-before-title = Esto ya estaba hecho
data-before = Se hizo el { $date }. Ahora no se ha cambiado nada.
data-expired-title = Este enlace ha caducado
data-expired = Funcionó durante 30 minutos. No se ha cambiado nada. Puede pedir uno nuevo.
data-expired-new = Pedir un enlace nuevo

data-copy-title = Sus datos
data-copy-person = Sobre usted
data-copy-known = Conocido desde
data-copy-source = Procedencia
data-copy-file-more = El archivo lo contiene todo, con los registros según ISO/IEC TS 27560.

data-link-title = Obtener un enlace a sus preferencias
data-link-lead = Escriba su dirección y le enviaremos un enlace. Para dejar de recibir correo también puede escribir a { $address }.
data-link-field = Su dirección de correo
data-link-button = Enviarme el enlace
data-link-sent-title = Mire en su buzón
data-link-sent = Si escribimos a { $address }, ya va de camino un mensaje con un enlace.

data-letter-minutes = El enlace funciona durante { $minutes } minutos y solo para esto.
data-letter-not-you = Si no ha pedido esto, no haga nada. No se ha cambiado nada.
data-letter-new-address = Nueva dirección: { $address }
data-letter-see-subject = Su enlace a lo que sabemos de usted
data-letter-see = Con este enlace puede ver y corregir lo que { $sender } sabe de usted.
data-letter-see-link = Ver y corregir
data-letter-download-subject = Su enlace a una copia de sus datos
data-letter-download = Con este enlace obtiene una copia de todo lo que { $sender } sabe de usted.
data-letter-download-link = Obtener la copia
data-letter-erase-subject = ¿Borrar sus datos?
data-letter-erase = Alguien, probablemente usted, ha pedido a { $sender } que borre todos los datos de esta dirección.
data-letter-erase-link = Continuar
data-letter-opt-in-subject = Confirme: más correo
data-letter-opt-in = Alguien, probablemente usted, ha pedido a { $sender } más correo para esta dirección. Solo se activa si usted lo confirma.
data-letter-opt-in-link = Confirmar
data-letter-leave-subject = ¿Cambiar su dirección?
data-letter-leave = Alguien, probablemente usted, ha pedido a { $sender } que escriba a otra dirección en lugar de esta.
data-letter-leave-link = Continuar
data-letter-arrive-subject = ¿Es esta su nueva dirección?
data-letter-arrive = Alguien, probablemente usted, ha pedido a { $sender } que escriba a esta dirección a partir de ahora.
data-letter-arrive-link = Continuar
data-letter-preferences-subject = Su enlace a sus preferencias
data-letter-preferences = Con este enlace puede ver y cambiar qué correo le envía { $sender }.
data-letter-preferences-link = Sus preferencias
data-letter-moved-subject = Ya no escribimos a esta dirección
data-letter-moved = Su dirección en { $sender } se ha cambiado, tal como se confirmó desde este buzón y desde el nuevo.
data-letter-moved-wrong = Si no fue usted, responda a este mensaje.
