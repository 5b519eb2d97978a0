### Reporting that an address belongs to a child.

child-title = Adres dziecka
child-heading = Czy ten adres należy do dziecka?
child-lead = Daj nam znać, jeśli osoba pod adresem { $address } ma mniej niż { $age } lat.
child-lead-typed = Podaj nam adres, jeśli osoba, do której należy, ma mniej niż { $age } lat.
child-stops = Natychmiast wstrzymamy wszystkie wiadomości firmowe i wszystkie wiadomości partnerskie na ten adres.
child-erases = Usuniemy ten adres i wszystkie inne dane tej osoby, które przechowujemy.
child-keeps = Zachowamy tylko kod utworzony z adresu, aby adres nie wrócił na nasze listy.
child-for-good = Tego nie można cofnąć.
child-erase-by-link =
    Aby usunąć również wszystkie pozostałe dane, otwórz link na końcu wiadomości od nas i wybierz tam „{ $name }”.
child-erase-by-mail = Możesz też do nas napisać, a ktoś z nas się tym zajmie.
child-address = Adres e-mail
child-address-bad = To nie jest adres e-mail. Adres wygląda tak: name@example.org
child-later = W ciągu godziny z Twojej sieci zgłoszono wiele adresów. Zgłoś ten adres za godzinę.
child-report = Zgłoś
child-report-and-erase = Zgłoś i usuń wszystko
child-done-title = Dziękujemy, gotowe
child-done-erased = Wstrzymaliśmy wszystkie wiadomości firmowe i wszystkie wiadomości partnerskie na adres { $address } i usunęliśmy dane tej osoby, które przechowywaliśmy.
child-done-before = Ten adres zgłoszono już wcześniej, więc nic się nie zmieniło.
child-done-typed = Na podany adres nie będziemy już wysyłać wiadomości firmowych ani wiadomości partnerskich, jeśli był na naszych listach.
