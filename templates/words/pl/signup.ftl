### Signing up: the public form, the letter that asks for a confirmation, and the page behind its link.

## The form
signup-title = Zapisz się na wiadomości od firmy { $sender }
signup-lead = Wybierz, co chcesz otrzymywać. Najpierw napiszemy na Twój adres i dopiero link z tej wiadomości włączy wysyłanie.
signup-about-you = O Tobie
signup-address = Twój adres e-mail
signup-name = Twoje imię i nazwisko (możesz pominąć)
signup-wants = Co chcesz otrzymywać?
signup-wants-partner = Wiadomości od partnerów
signup-wants-partner-is =
    Jest to niezależne od wiadomości firmowych. Firma { $sender } wysyła je w imieniu innych firm. Nie otrzymują one Twojego adresu.
signup-partner-off = Twoja przeglądarka prosi witryny, aby nie udostępniały ani nie sprzedawały danych. Dlatego wiadomości partnerskie pozostają wyłączone.

# The exact words beside a box. They are kept as the proof of a consent.
signup-box =
    { $list ->
        [company] Chcę otrzymywać wszystkie wiadomości firmowe: wiadomości promocyjne o firmie { $sender }.
        [topic] Chcę otrzymywać „{ $name }”: wiadomości promocyjne o firmie { $sender }.
        [partners] Chcę otrzymywać wiadomości od partnerów. Wysyła je firma { $sender }, a partnerzy nie otrzymują mojego adresu.
       *[partner] Chcę otrzymywać wiadomości od partnera { $name }. Wysyła je firma { $sender }, a { $name } nie otrzymuje mojego adresu.
    }
signup-can-stop = Mogę je w każdej chwili wstrzymać jednym kliknięciem w każdej wiadomości.

signup-age = Ile masz lat?
signup-age-over = { $age } lat lub więcej
signup-age-under = Mniej niż { $age } lat
signup-age-why = Nie wysyłamy wiadomości do dzieci. Twojej odpowiedzi nie zachowujemy.
signup-send = Zapisz się

## What is wrong with the form
signup-faults = Sprawdź to jeszcze raz
signup-fault-address-missing = Brakuje Twojego adresu e-mail. Wpisz go.
signup-fault-address = To nie jest adres e-mail. Potrzebna jest nazwa, znak @ i domena, na przykład ada@example.org.
signup-fault-name = Imię i nazwisko są za długie lub zawierają podział wiersza. Skróć je albo pomiń.
signup-fault-wants = Nic nie wybrano. Zaznacz, co chcesz otrzymywać.
signup-fault-gone = Jednej z wybranych pozycji już nie oferujemy. Wybierz ponownie.
signup-fault-age = Podaj, ile masz lat.

## After the form
signup-sent-title = Sprawdź swoją skrzynkę
signup-sent = Jeśli wolno nam pisać na adres { $address }, wiadomość z linkiem jest już w drodze. Wiadomości będą przychodzić dopiero po użyciu linku.
signup-sent-hours =
    { $hours ->
        [one] Link działa przez { $hours } godzinę.
        [few] Link działa przez { $hours } godziny.
        [many] Link działa przez { $hours } godzin.
       *[other] Link działa przez { $hours } godziny.
    }
signup-sent-none-title = Po godzinie nadal nie ma wiadomości?
signup-sent-none-spam = Zajrzyj do folderu ze spamem i sprawdź, czy w adresie powyżej nie ma błędu.
signup-sent-none-stopped =
    Nie piszemy na adres, z którego poproszono nas, aby więcej nie pisać, ani na adres, który nie działał. Jeśli to Twój adres,
    napisz z niego na adres { $contact }.
signup-young-title = Nie możemy Cię zapisać
signup-young = Trzeba mieć co najmniej { $age } lat. Nie zachowaliśmy niczego z tego, co zostało wpisane.
signup-later-title = Spróbuj ponownie później
signup-later = W ciągu godziny z Twojej sieci zapisało się wiele osób. We wpisanych danych nie ma błędu.

## The letter that asks
signup-letter-subject = Prosimy o potwierdzenie: wiadomości od firmy { $sender }
signup-letter-asked = Ten adres podano firmie { $sender }, aby zapisać się na:
signup-letter-open =
    { $hours ->
        [one] Jeśli to Ty, otwórz tę stronę i naciśnij na niej przycisk. Link działa przez { $hours } godzinę.
        [few] Jeśli to Ty, otwórz tę stronę i naciśnij na niej przycisk. Link działa przez { $hours } godziny.
        [many] Jeśli to Ty, otwórz tę stronę i naciśnij na niej przycisk. Link działa przez { $hours } godzin.
       *[other] Jeśli to Ty, otwórz tę stronę i naciśnij na niej przycisk. Link działa przez { $hours } godziny.
    }
signup-letter-link = Potwierdź lub odmów
signup-letter-not =
    { $days ->
        [one] Jeśli to nie Ty, nie rób nic. Nie otrzymasz z tego powodu żadnych wiadomości, a wpisane dane zostaną usunięte po { $days } dniu.
        [few] Jeśli to nie Ty, nie rób nic. Nie otrzymasz z tego powodu żadnych wiadomości, a wpisane dane zostaną usunięte po { $days } dniach.
        [many] Jeśli to nie Ty, nie rób nic. Nie otrzymasz z tego powodu żadnych wiadomości, a wpisane dane zostaną usunięte po { $days } dniach.
       *[other] Jeśli to nie Ty, nie rób nic. Nie otrzymasz z tego powodu żadnych wiadomości, a wpisane dane zostaną usunięte po { $days } dnia.
    }

## The page behind the link
signup-confirm-title = Czy tego chcesz?
signup-confirm-yes = Tak, chcę to otrzymywać
signup-child = Ktoś powiadomił nas, że ten adres należy do dziecka. Zgadzając się, mówisz też, że to nieprawda i że masz co najmniej { $age } lat.
signup-confirm-no =
    { $days ->
        [one] Jeśli nie, zamknij tę stronę. Nie otrzymasz z tego powodu żadnych wiadomości, a wpisane dane zostaną usunięte po { $days } dniu.
        [few] Jeśli nie, zamknij tę stronę. Nie otrzymasz z tego powodu żadnych wiadomości, a wpisane dane zostaną usunięte po { $days } dniach.
        [many] Jeśli nie, zamknij tę stronę. Nie otrzymasz z tego powodu żadnych wiadomości, a wpisane dane zostaną usunięte po { $days } dniach.
       *[other] Jeśli nie, zamknij tę stronę. Nie otrzymasz z tego powodu żadnych wiadomości, a wpisane dane zostaną usunięte po { $days } dnia.
    }
signup-done-title = Zapisano Cię
signup-done-none-title = Te wiadomości pozostają wyłączone
signup-done-on = Od teraz otrzymujesz:
signup-done-off = To zostało wstrzymane w inny sposób i pozostaje wyłączone. Jeśli chcesz to otrzymywać, napisz na adres { $contact }:
signup-done-partner-off = Wiadomości partnerskie pozostają wyłączone, ponieważ Twoja przeglądarka prosi witryny, aby nie udostępniały ani nie sprzedawały danych.
signup-done-receipt = Potwierdzenie zgód jest w drodze na Twój adres.
signup-done-change = Zmień lub wstrzymaj
signup-over-title = Ten link wygasł
signup-over =
    { $hours ->
        [one] Działał przez { $hours } godzinę. Nic nie zostało zmienione. Możesz zapisać się ponownie w każdej chwili.
        [few] Działał przez { $hours } godziny. Nic nie zostało zmienione. Możesz zapisać się ponownie w każdej chwili.
        [many] Działał przez { $hours } godzin. Nic nie zostało zmienione. Możesz zapisać się ponownie w każdej chwili.
       *[other] Działał przez { $hours } godziny. Nic nie zostało zmienione. Możesz zapisać się ponownie w każdej chwili.
    }
signup-again = Zapisz się ponownie

## The form for other pages
signup-embed-title = Ten formularz na Twojej stronie
signup-embed = Skopiuj ten kod HTML. Nie wymaga skryptu ani ciasteczek i przejmuje wygląd Twojej strony.
signup-embed-again = Skopiuj go ponownie po dodaniu tematu lub partnera. To, na co ktoś się zgadza, pokazujemy mu jeszcze raz sami.
signup-embed-code = Kod HTML do skopiowania
