### What people do with their own data, on pages and in the letters that complete it.

## On the preference page
data-title = Twoje dane
data-about =
    W każdym z tych przypadków wyślemy link na Twój adres. Link działa pół godziny i dopóki go nie użyjesz, nic się nie zmieni.
data-see = Zobacz i popraw to, co o Tobie wiemy
data-download = Pobierz kopię swoich danych
data-erase = Usuń moje dane
data-move-title = Zmień adres
data-move = Twój nowy adres e-mail
data-move-button = Wyślij link

## The answer
data-asked-title = Sprawdź swoją skrzynkę
data-asked = Na adres { $address } wysłaliśmy wiadomość. Na razie nic się nie zmieniło: otwórz link z tej wiadomości w ciągu 30 minut.
data-asked-more = Na adres { $address } wysłaliśmy wiadomość. Wszystko to czeka, aż w ciągu 30 minut otworzysz link z tej wiadomości i to potwierdzisz.
data-asked-often-title = Poszukaj naszych ostatnich wiadomości
data-asked-often =
    W ciągu godziny wysłaliśmy kilka wiadomości na adres { $address }. Użyj linku z najnowszej z nich albo wróć za godzinę.

## The page behind a link
data-see-title = Co o Tobie wiemy
data-see-lead = Popraw to, co się nie zgadza, a to, czego mamy nie wiedzieć, pozostaw puste.
data-see-address = Adres
data-see-button = Zapisz
data-field-name = Imię i nazwisko
data-field-zip = Kod pocztowy
data-field-age = Przedział wieku
data-field-income = Przedział dochodów
data-field-language = Język, na przykład en lub pt-BR
data-field-zone = Strefa czasowa, na przykład Europe/Berlin
data-wrong = Nie zapisano zmian. Popraw:
data-mend =
    { $field ->
        [name] Imię i nazwisko: jeden wiersz, najwyżej 200 znaków.
        [zip] Kod pocztowy: najwyżej 12 liter od A do Z, cyfr, spacji i łączników.
        [age] Przedział wieku: lata, na przykład 30-39 lub 65+.
        [income] Przedział dochodów: jeden wiersz, najwyżej 40 znaków.
        [language] Język: krótki kod, na przykład en lub pt-BR.
       *[zone] Strefa czasowa: nazwa, na przykład Europe/Berlin.
    }
data-leave-title = Zmień adres
data-leave-lead =
    Gdy naciśniesz przycisk, wyślemy link na nowy adres. Twój adres zmieni się po użyciu tego linku. Do tego czasu
    wszystko pozostaje bez zmian.
data-leave-button = Tak, napiszcie na nowy adres
data-arrive-title = Czy to Twój adres?
data-arrive-lead =
    Gdy naciśniesz przycisk, wszystkie Twoje wybory będą dotyczyć tego adresu, a na poprzedni nie będziemy już pisać.
data-arrive-button = Tak, używajcie tego adresu
data-new-address = Nowy adres: { $address }
data-opt-in-title = Więcej wiadomości
data-opt-in-lead = Naciskając przycisk, oświadczasz:
data-opt-in-after = Możesz je w każdej chwili wstrzymać jednym kliknięciem w każdej wiadomości.
data-opt-in-button = Tak, chcę tego
data-opt-in-wording =
    { $list ->
        [topic] Tak, chcę otrzymywać „{ $name }” od firmy { $sender } pocztą elektroniczną.
        [partner] Tak, chcę otrzymywać wiadomości od partnera { $name } pocztą elektroniczną. Wysyła je firma { $sender }, która nie przekazuje mojego adresu.
        [company] Tak, chcę otrzymywać wiadomości promocyjne o firmie { $sender } pocztą elektroniczną.
        [partners]
            Tak, chcę otrzymywać wiadomości promocyjne innych firm pocztą elektroniczną. Wysyła je firma { $sender }, która nie przekazuje mojego adresu.
       *[everything] Tak, chcę otrzymywać wszystkie wiadomości promocyjne firmy { $sender } pocztą elektroniczną.
    }
data-opt-in-cap =
    { $count ->
        [one] Tak, chcę otrzymywać do { $count } wiadomości promocyjnej w ciągu 7 dni.
        [few] Tak, chcę otrzymywać do { $count } wiadomości promocyjnych w ciągu 7 dni.
        [many] Tak, chcę otrzymywać do { $count } wiadomości promocyjnych w ciągu 7 dni.
       *[other] Tak, chcę otrzymywać do { $count } wiadomości promocyjnej w ciągu 7 dni.
    }
data-opt-in-no-cap = Tak, usuńcie mój własny limit wiadomości promocyjnych w ciągu 7 dni.
data-opt-in-end-pause =
    { $list ->
        [company] Tak, zakończcie teraz przerwę w wiadomościach firmowych.
        [partners] Tak, zakończcie teraz przerwę w wiadomościach partnerskich.
       *[everything] Tak, zakończcie teraz przerwę we wszystkich wiadomościach promocyjnych.
    }
data-download-title = Kopia Twoich danych
data-download-lead = Możesz przeczytać ją tutaj albo pobrać jako plik do odczytu maszynowego (JSON).
data-download-show = Pokaż tutaj
data-download-file = Pobierz plik
data-erase-title = Usuń swoje dane
data-erase-lead =
    Gdy naciśniesz przycisk, usuniemy Twój adres, imię i nazwisko oraz wszystkie podane przez Ciebie informacje. Tego nie można cofnąć.
data-erase-keep =
    Zachowamy kod, którego nie da się przekształcić z powrotem w Twój adres. Dzięki niemu dopilnujemy, aby nikt w firmie { $sender } więcej
    do Ciebie nie pisał.
data-erase-button = Usuń wszystko

## What was done
data-corrected-title = Zapisano
data-corrected = Wiemy teraz to, co właśnie zostało podane, i nic więcej.
data-half-title = Połowa za Tobą
data-half = Wysłaliśmy link na nowy adres. Otwórz go w ciągu 30 minut.
data-moved-title = Twój adres został zmieniony
data-moved = Wszystkie Twoje wybory dotyczą teraz nowego adresu. Na poprzedni już nie piszemy.
data-opted-in-title = Wiadomości są włączone
data-opted-in =
    { $list ->
        [topic] Od teraz będziemy Ci wysyłać „{ $name }”.
        [partner] Od teraz będziemy Ci wysyłać wiadomości od partnera { $name }.
        [company] Od teraz będziemy Ci wysyłać wiadomości firmowe.
        [partners] Od teraz będziemy Ci wysyłać wiadomości partnerskie.
       *[everything] Od teraz będziemy Ci wysyłać wiadomości firmowe i wiadomości partnerskie.
    }
data-noted-off = Zapisaliśmy Twoją zgodę. Te wiadomości mimo to pozostają wyłączone:
data-cap-gone = Nie masz już własnego limitu.
data-pause-ended =
    { $list ->
        [company] Przerwa w wiadomościach firmowych się skończyła.
        [partners] Przerwa w wiadomościach partnerskich się skończyła.
       *[everything] Przerwa w wiadomościach firmowych i wiadomościach partnerskich się skończyła.
    }
data-erased-title = Twoje dane zostały usunięte
data-erased = Nie znamy już Twojego adresu ani żadnych innych informacji o Tobie. Nie będziemy już do Ciebie pisać.
data-erased-copies = To, co baza danych przechowuje na potrzeby własnej naprawy, na przykład dziennik i kopie zapasowe, jest nadpisywane w trakcie jej pracy. Nikt niczego tam nie wyszukuje.
data-before-title = To zostało już zrobione
data-before = Zrobiono to { $date }. Teraz nic się nie zmieniło.
data-expired-title = Ten link wygasł
data-expired = Działał przez 30 minut. Nic nie zostało zmienione. Możesz poprosić o nowy.
data-expired-new = Poproś o nowy link

## The copy
data-copy-title = Twoje dane
data-copy-person = O Tobie
data-copy-known = Znane od
data-copy-source = Źródło
data-copy-file-more = Plik zawiera całość wraz z zapisami zgodnymi z ISO/IEC TS 27560.

## No link at hand
data-link-title = Otrzymaj link do swoich ustawień
data-link-lead = Wpisz swój adres, a wyślemy Ci link. Aby wstrzymać wiadomości, możesz też napisać na adres { $address }.
data-link-field = Twój adres e-mail
data-link-button = Wyślij mi link
data-link-sent-title = Sprawdź swoją skrzynkę
data-link-sent = Jeśli piszemy na adres { $address }, wiadomość z linkiem jest już w drodze.

## Letters
data-letter-minutes =
    { $minutes ->
        [one] Link działa przez { $minutes } minutę i służy tylko do tej jednej rzeczy.
        [few] Link działa przez { $minutes } minuty i służy tylko do tej jednej rzeczy.
        [many] Link działa przez { $minutes } minut i służy tylko do tej jednej rzeczy.
       *[other] Link działa przez { $minutes } minuty i służy tylko do tej jednej rzeczy.
    }
data-letter-not-you = Jeśli ta prośba nie pochodzi od Ciebie, nie rób nic. Nic nie zostało zmienione.
data-letter-new-address = Nowy adres: { $address }
data-letter-see-subject = Twój link do tego, co o Tobie wiemy
data-letter-see = Ten link pozwala zobaczyć i poprawić to, co firma { $sender } o Tobie wie.
data-letter-see-link = Zobacz i popraw
data-letter-download-subject = Twój link do kopii danych
data-letter-download = Ten link prowadzi do kopii wszystkiego, co firma { $sender } o Tobie wie.
data-letter-download-link = Pobierz kopię
data-letter-erase-subject = Usunąć Twoje dane?
data-letter-erase = Ktoś, prawdopodobnie Ty, poprosił firmę { $sender } o usunięcie wszystkich danych związanych z tym adresem.
data-letter-erase-link = Dalej
data-letter-opt-in-subject = Prosimy o potwierdzenie: więcej wiadomości
data-letter-opt-in = Ktoś, prawdopodobnie Ty, poprosił firmę { $sender } o więcej wiadomości na ten adres. Włączymy je tylko wtedy, gdy to potwierdzisz.
data-letter-opt-in-link = Potwierdź
data-letter-leave-subject = Zmienić Twój adres?
data-letter-leave = Ktoś, prawdopodobnie Ty, poprosił firmę { $sender } o pisanie na inny adres niż ten.
data-letter-leave-link = Dalej
data-letter-arrive-subject = Czy to Twój nowy adres?
data-letter-arrive = Ktoś, prawdopodobnie Ty, poprosił firmę { $sender }, aby od teraz pisała na ten adres.
data-letter-arrive-link = Dalej
data-letter-preferences-subject = Twój link do ustawień
data-letter-preferences = Ten link pozwala zobaczyć i zmienić to, jakie wiadomości wysyła Ci firma { $sender }.
data-letter-preferences-link = Twoje ustawienia
data-letter-moved-subject = Nie piszemy już na ten adres
data-letter-moved = Twój adres w firmie { $sender } został zmieniony, co potwierdzono z tej skrzynki i z nowej.
data-letter-moved-wrong = Jeśli to nie Twoja decyzja, odpowiedz na tę wiadomość.
