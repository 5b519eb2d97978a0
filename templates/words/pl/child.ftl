### Reporting that an address belongs to a child.

child-title = Adres dziecka
child-heading = Czy ten adres należy do dziecka?
child-lead = Daj nam znać, jeśli osoba pod adresem { $address } ma mniej niż { $age } lat.
child-lead-typed = Podaj nam adres, jeśli osoba, do której należy, ma mniej niż { $age } lat.
child-stops = Natychmiast wstrzymamy wszystkie wiadomości firmowe i wszystkie wiadomości partnerskie na ten adres.
child-writes = Jeśli mamy ten adres, napiszemy na niego: dzięki tej wiadomości można usunąć wszystko albo wycofać zgłoszenie, jeśli jest błędne.
child-erases = Usuniemy ten adres i wszystkie inne dane tej osoby, które przechowujemy.
child-keeps = Zachowamy tylko kod utworzony z adresu, aby adres nie wrócił na nasze listy.
child-for-good = Tego nie można cofnąć.
child-erase-by-link =
    Aby usunąć również wszystkie pozostałe dane, otwórz link na końcu wiadomości od nas i wybierz tam „{ $name }”.
child-erase-by-mail = Możesz też do nas napisać, a ktoś z nas się tym zajmie.
child-address = Adres e-mail
child-address-bad = To nie jest adres e-mail. Adres wygląda tak: name@example.org
child-later = Zgłaszanych jest teraz zbyt wiele adresów, dlatego tego nie przyjęliśmy. Zgłoś go ponownie później albo napisz do nas.
child-report = Zgłoś
child-done-title = Dziękujemy, gotowe
child-done-stopped = Wstrzymaliśmy wszystkie wiadomości firmowe i wszystkie wiadomości partnerskie na adres { $address }. Nic nie zostało usunięte.
child-done-erased = Wstrzymaliśmy wszystkie wiadomości firmowe i wszystkie wiadomości partnerskie na adres { $address } i usunęliśmy dane tej osoby, które przechowywaliśmy.
child-done-before = Ten adres zgłoszono już wcześniej, więc nic się nie zmieniło.
child-done-typed = Od teraz na podany adres nie wysyłamy wiadomości firmowych ani wiadomości partnerskich. Wiadomość, która jest w tej chwili w drodze, może jeszcze dotrzeć.

child-letter-title = Usuń także wszystko
child-letter-about = Tylko link wysłany na adres { $address } usuwa dane tej osoby, które przechowujemy. W tej samej wiadomości jest link, który wycofuje zgłoszenie, jeśli jest błędne.
child-letter-button = Wyślij tę wiadomość
child-letter-sent = Wiadomość z linkami jest w drodze na adres { $address }.

child-mail-subject = Ten adres zgłoszono jako adres dziecka
child-mail-lead = Ktoś powiadomił nas ({ $sender }), że ten adres należy do dziecka poniżej { $age } lat. Dlatego wstrzymaliśmy wszystkie wiadomości firmowe i wszystkie wiadomości partnerskie na ten adres. Nic nie zostało usunięte.
child-mail-not = To nie jest adres dziecka
child-mail-erase = Usuń wszystko o tym adresie
child-mail-days = Oba linki działają przez trzy dni. Jeśli zgłoszenie jest słuszne i niczego nie trzeba usuwać, nie musisz nic robić.

child-erase-title = Usuń wszystko o dziecku
child-not-title = To nie jest adres dziecka
child-not-lead = Naciskając przycisk, oświadczasz, że masz co najmniej { $age } lat. Wtedy zgłoszenie zostanie wycofane, a to, co wybrano wcześniej, znów będzie obowiązywać.
child-not-button = Tak, wycofaj zgłoszenie
child-lifted-title = Zgłoszenie zostało wycofane
child-lifted = To, co wybrano wcześniej, znów obowiązuje.
child-stays = Jest jeszcze inne zgłoszenie, że ten adres należy do dziecka. Ono pozostaje.
child-expired = Działał przez trzy dni. Nic nie zostało zmienione. Możesz poprosić o nowy.
