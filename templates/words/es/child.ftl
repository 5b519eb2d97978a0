### Reporting that an address belongs to a child.

child-title = La dirección de un menor
child-heading = ¿Esta dirección es de un menor?
child-lead = Díganos si la persona que usa { $address } tiene menos de { $age } años.
child-lead-typed = Díganos la dirección si la persona tiene menos de { $age } años.
child-stops = Dejamos de enviar al instante todo el correo de la empresa y todo el correo de los socios a esta dirección.
child-writes = Si tenemos la dirección, le escribimos: con ese mensaje se puede borrar todo, o retirar el aviso si es falso.
child-erases = Borramos la dirección y todo lo demás que tenemos sobre la persona.
child-keeps = Solo guardamos un código hecho a partir de la dirección, para que no vuelva a nuestras listas.
child-for-good = Esto no se puede deshacer.
child-erase-by-link =
    Para que se borre también todo lo demás, abra el enlace al final de un mensaje nuestro y elija allí «{ $name }».
child-erase-by-mail = O escríbanos, y una persona se ocupará de ello.
child-address = Dirección de correo
child-address-bad = Esto no es una dirección de correo. Una dirección tiene esta forma: nombre@example.org
child-later = En este momento se comunican demasiadas direcciones, por lo que no hemos tomado esta. Comuníquela de nuevo más tarde, o escríbanos.
child-report = Comunicarlo
child-done-title = Gracias, está hecho
child-done-stopped = Hemos dejado de enviar todo el correo de la empresa y de los socios a { $address }. No se ha borrado nada.
child-done-erased = Hemos dejado de enviar todo el correo de la empresa y de los socios a { $address } y hemos borrado lo que teníamos sobre la persona.
child-done-before = Ya se había comunicado, así que nada ha cambiado.
child-done-typed = Desde ahora no se envía correo de la empresa ni de los socios a la dirección que ha indicado. Un mensaje que esté en camino en este momento aún puede llegar.

child-letter-title = Borrar también todo
child-letter-about = Solo un enlace que va a { $address } borra lo que tenemos sobre la persona. El mismo mensaje tiene un enlace que retira el aviso si es falso.
child-letter-button = Enviar ese mensaje
child-letter-sent = Un mensaje con los enlaces está en camino a { $address }.

child-mail-subject = Se ha comunicado que esta dirección es de un menor
child-mail-lead = Alguien ha dicho a { $sender } que esta dirección es de un menor de { $age } años. Por eso hemos dejado de enviarle todo el correo de la empresa y de los socios. No se ha borrado nada.
child-mail-not = Esta dirección no es de un menor
child-mail-erase = Borrar todo sobre esta dirección
child-mail-days = Los dos enlaces funcionan durante tres días. Si el aviso es cierto y no hay que borrar nada, no tiene que hacer nada.

child-erase-title = Borrar todo sobre un menor
child-not-title = No es la dirección de un menor
child-not-lead = Al pulsar el botón, dice que tiene { $age } años o más. Entonces se retira el aviso, y lo que se había elegido antes vuelve a valer.
child-not-button = Sí, retirar el aviso
child-lifted-title = El aviso se ha retirado
child-lifted = Lo que se había elegido antes vuelve a valer.
child-stays = Hay otro aviso de que esta dirección es de un menor. Ese se mantiene.
child-expired = Funcionó durante tres días. No se ha cambiado nada. Puede pedir uno nuevo.
