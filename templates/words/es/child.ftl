### Reporting that an address belongs to a child.

child-title = La dirección de un menor
child-heading = ¿Esta dirección es de un menor?
child-lead = Díganos si la persona que usa { $address } tiene menos de { $age } años.
child-lead-typed = Díganos la dirección si la persona tiene menos de { $age } años.
child-stops = Dejamos de enviar al instante todo el correo de la empresa y todo el correo de los socios a esta dirección.
child-erases = Borramos la dirección y todo lo demás que tenemos sobre la persona.
child-keeps = Solo guardamos un código hecho a partir de la dirección, para que no vuelva a nuestras listas.
child-for-good = Esto no se puede deshacer.
child-erase-by-link =
    Para que se borre también todo lo demás, abra el enlace al final de un mensaje nuestro y elija allí «{ $name }».
child-erase-by-mail = O escríbanos, y una persona se ocupará de ello.
child-address = Dirección de correo
child-address-bad = Esto no es una dirección de correo. Una dirección tiene esta forma: nombre@example.org
child-later = En la última hora se han comunicado muchas direcciones desde su red. Comunique esta dentro de una hora.
child-report = Comunicarlo
child-report-and-erase = Comunicarlo y borrarlo todo
child-done-title = Gracias, está hecho
child-done-erased = Hemos dejado de enviar todo el correo de la empresa y de los socios a { $address } y hemos borrado lo que teníamos sobre la persona.
child-done-before = Ya se había comunicado, así que nada ha cambiado.
child-done-typed = Ya no se envía correo de la empresa ni de los socios a la dirección que ha indicado, si estaba en nuestras listas.
