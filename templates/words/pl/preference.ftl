### The page behind the link in a message, and the preference page.

## The page that asks
preference-ask-title = Wstrzymaj te wiadomości
preference-ask =
    { $list ->
        [topic] Wstrzymaj „{ $name }”
        [partner] Wstrzymaj wiadomości od partnera { $name }
        [company] Wstrzymaj wiadomości firmowe
        [partners] Wstrzymaj wiadomości partnerskie
       *[everything] Wstrzymaj wiadomości firmowe i wiadomości partnerskie
    }
preference-ask-about =
    { $list ->
        [topic] To są wiadomości firmowe: wiadomości promocyjne o firmie { $sender }.
        [partner] To są wiadomości partnerskie. Wysyłamy je w imieniu partnera { $name }, który nie otrzymuje Twojego adresu.
        [company] Wiadomości firmowe to wiadomości promocyjne o firmie { $sender }.
        [partners] Wiadomości partnerskie to wiadomości promocyjne, które wysyłamy w imieniu innych firm. Nie otrzymują one Twojego adresu.
       *[everything]
            Wiadomości firmowe to wiadomości promocyjne o firmie { $sender }. Wiadomości partnerskie to wiadomości promocyjne, które
            wysyłamy w imieniu innych firm.
    }
preference-ask-since = Wstrzymane od { $date }. Nie musisz nic robić.
preference-ask-off = Nie wysyłamy ich. Nie musisz nic robić.
preference-stop-this = Wstrzymaj te wiadomości
preference-stop-more = Możesz wstrzymać więcej
preference-stop-more-at-once = Albo wstrzymaj od razu więcej
preference-stop-company = Wstrzymaj wszystkie wiadomości firmowe
preference-stop-partner = Wstrzymaj wszystkie wiadomości partnerskie
preference-stop-everything = Wstrzymaj wszystko
preference-everything-is = Wszystko oznacza wszystkie wiadomości firmowe i wszystkie wiadomości partnerskie.
preference-see-all = Zobacz wszystkie ustawienia wiadomości
preference-gpc-before =
    Twoja przeglądarka prosi witryny, aby nie udostępniały ani nie sprzedawały danych. Gdy naciśniesz tu przycisk, wyłączymy też wiadomości partnerskie.

## What was done
preference-is-stopped =
    { $list ->
        [topic] Wstrzymano: „{ $name }”
        [partner] Wstrzymano wiadomości od partnera { $name }
        [company] Wstrzymano wiadomości firmowe
        [partners] Wstrzymano wiadomości partnerskie
       *[everything] Wstrzymano wiadomości firmowe i wiadomości partnerskie
    }
preference-stopped-since = Wstrzymane od { $date }.
preference-stopped-before = Wstrzymane od { $date }. Wstrzymano je już wcześniej, więc nic się nie zmieniło.
preference-partner-too = Wstrzymano także wszystkie wiadomości partnerskie, ponieważ Twoja przeglądarka prosi witryny, aby nie udostępniały ani nie sprzedawały danych.
preference-partner-by-signal = Wstrzymano wszystkie wiadomości partnerskie, ponieważ Twoja przeglądarka prosi witryny, aby nie udostępniały ani nie sprzedawały danych.
preference-partner-stays-off = Wiadomości partnerskie pozostają wyłączone, ponieważ Twoja przeglądarka prosi witryny, aby nie udostępniały ani nie sprzedawały danych.
preference-on-its-way =
    Przed naciśnięciem przycisku jedna wiadomość była już w drodze: „{ $subject }”. Może jeszcze dotrzeć.
preference-may-come = Co może jeszcze przychodzić
preference-may-come-company = Wiadomości firmowe, które są nadal włączone.
preference-may-come-partner = Wiadomości partnerskie, które są nadal włączone.
preference-may-come-account = Wiadomości o Twoich zamówieniach i koncie.
preference-may-come-notices = Powiadomienia prawne.
preference-undo-title = Nie o to chodziło?
preference-undo-about = „Cofnij” przywraca Twoje poprzednie ustawienia.
preference-undo = Cofnij
preference-saved-title = Twoje ustawienia są zapisane
preference-saved-nothing-title = Nic się nie zmieniło
preference-saved-nothing = Takie ustawienia były już zapisane wcześniej.
preference-saved-stopped = Wstrzymane od { $date }:
preference-back = Wróć do ustawień wiadomości
preference-undone-title = Przywrócono Twoje wcześniejsze ustawienia
preference-undone-nothing = Nic innego się nie zmieniło.
preference-undone-on = Te wiadomości są znowu włączone:
preference-undone-again = Możesz je w każdej chwili ponownie wstrzymać.
preference-list =
    { $list ->
        [topic] „{ $name }”
        [partner] Wiadomości od partnera { $name }
        [company] Wszystkie wiadomości firmowe
        [partners] Wszystkie wiadomości partnerskie
       *[everything] Wszystkie wiadomości firmowe i wszystkie wiadomości partnerskie
    }

## What was saved and undone on the preference page
preference-pauses =
    { $list ->
        [company] Przerwa w wiadomościach firmowych trwa do { $date }. Potem zaczną znowu przychodzić same.
        [partners] Przerwa w wiadomościach partnerskich trwa do { $date }. Potem zaczną znowu przychodzić same.
       *[everything] Przerwa w wiadomościach firmowych i wiadomościach partnerskich trwa do { $date }. Potem zaczną znowu przychodzić same.
    }
preference-saved-cap =
    { $count ->
        [one] Otrzymasz najwyżej { $count } wiadomość promocyjną w ciągu 7 dni.
        [few] Otrzymasz najwyżej { $count } wiadomości promocyjne w ciągu 7 dni.
        [many] Otrzymasz najwyżej { $count } wiadomości promocyjnych w ciągu 7 dni.
       *[other] Otrzymasz najwyżej { $count } wiadomości promocyjnej w ciągu 7 dni.
    }
preference-saved-language = Strony i wiadomości są od teraz w tym języku.
preference-more-title = Więcej wiadomości wymaga jeszcze jednego kroku
preference-more-is =
    Chcesz otrzymywać więcej wiadomości niż dotąd. Można to potwierdzić tylko z Twojej własnej skrzynki, aby nikt inny nie mógł
    włączyć wiadomości do Ciebie:
preference-more-cap = Więcej wiadomości promocyjnych w ciągu 7 dni
preference-more-end-pause =
    { $list ->
        [company] Koniec przerwy w wiadomościach firmowych
        [partners] Koniec przerwy w wiadomościach partnerskich
       *[everything] Koniec przerwy we wszystkich wiadomościach promocyjnych
    }
preference-more-often =
    W ciągu godziny wysłaliśmy kilka wiadomości na adres { $address }, dlatego w tej sprawie nie wysłaliśmy kolejnej.
    Wybierz to ponownie za godzinę.
preference-more-write = Napisz na adres { $address } i poproś o link potwierdzający.
preference-undone-pause =
    { $list ->
        [company] Przerwa w wiadomościach firmowych nie trwa dłużej niż przedtem.
        [partners] Przerwa w wiadomościach partnerskich nie trwa dłużej niż przedtem.
       *[everything] Przerwa w wiadomościach firmowych i wiadomościach partnerskich nie trwa dłużej niż przedtem.
    }
preference-undone-cap = Liczba wiadomości w ciągu 7 dni jest taka jak przedtem.
preference-undone-language = Język jest taki jak przedtem.

## The preference page
preference-title = Twoje ustawienia wiadomości
preference-stop-everything-is =
    Jedno naciśnięcie wstrzymuje wszystkie wiadomości firmowe i wszystkie wiadomości partnerskie. Wiadomości o Twoich
    zamówieniach i koncie oraz powiadomienia prawne będą nadal przychodzić.
preference-want-company = Czy chcesz otrzymywać wiadomości firmowe?
preference-want-partner = Czy chcesz otrzymywać wiadomości partnerskie?
preference-yes = Tak
preference-no = Nie
preference-topics = Tematy
preference-topics-stop = Jeśli wybierzesz powyżej „Nie”, wszystkie tematy zostaną wstrzymane.
preference-partners = Partnerzy
preference-partners-stop = Jeśli wybierzesz powyżej „Nie”, wiadomości od wszystkich partnerów zostaną wstrzymane.
preference-turn-on =
    To, co jest wyłączone, można ponownie włączyć linkiem potwierdzającym wysłanym do Twojej własnej skrzynki, aby nikt inny nie mógł
    włączyć wiadomości do Ciebie.
preference-paused-until = Przerwa do { $date }
preference-end-pause = Zakończ tę przerwę teraz. W tym celu wyślemy link do Twojej skrzynki.
preference-pause = Zrób przerwę
preference-pause-is =
    Wiadomości promocyjne przez pewien czas nie będą przychodzić, a potem wrócą same. Twoje ustawienia powyżej się nie zmienią.
preference-pause-long = Jak długo?
preference-pause-none = Bez przerwy
preference-pause-keep = Tak jak teraz
preference-pause-days =
    { $days ->
        [one] { $days } dzień
        [few] { $days } dni
        [many] { $days } dni
       *[other] { $days } dnia
    }
preference-pause-what = Czego ma dotyczyć przerwa?
preference-all-mail = Wszystkie wiadomości promocyjne
preference-much = Ile i w jakim języku
preference-cap = Ile najwyżej wiadomości promocyjnych w ciągu 7 dni?
preference-cap-none = Bez własnego limitu
preference-cap-some =
    { $count ->
        [one] Najwyżej { $count }
        [few] Najwyżej { $count }
        [many] Najwyżej { $count }
       *[other] Najwyżej { $count }
    }
preference-language = Język stron i wiadomości
preference-save = Zapisz ustawienia

## What bars mail whatever is chosen
preference-bars = Wiadomości, których nie wysyłamy
preference-bar =
    { $why ->
        [bounce] Wiadomości na ten adres wróciły jako niedoręczalne.
        [complaint] Twój dostawca poczty poinformował nas, że wiadomość była niechciana.
        [child] Ten adres zgłoszono jako adres dziecka.
        [domain] Nie wysyłamy na adresy u tego dostawcy.
        [erased] Twoje dane zostały usunięte.
       *[staff] Wiadomości na ten adres wstrzymała osoba z firmy { $sender }.
    }
preference-bar-since =
    { $list ->
        [topic] Z tego powodu nie wysyłamy „{ $name }” od { $date }.
        [partner] Z tego powodu nie wysyłamy wiadomości od partnera { $name } od { $date }.
        [company] Z tego powodu nie wysyłamy wiadomości firmowych od { $date }.
        [partners] Z tego powodu nie wysyłamy wiadomości partnerskich od { $date }.
       *[everything] Z tego powodu nie wysyłamy żadnych wiadomości promocyjnych od { $date }.
    }
preference-bar-until =
    { $list ->
        [topic] Z tego powodu nie wysyłamy „{ $name }” od { $date } do { $until }.
        [partner] Z tego powodu nie wysyłamy wiadomości od partnera { $name } od { $date } do { $until }.
        [company] Z tego powodu nie wysyłamy wiadomości firmowych od { $date } do { $until }.
        [partners] Z tego powodu nie wysyłamy wiadomości partnerskich od { $date } do { $until }.
       *[everything] Z tego powodu nie wysyłamy żadnych wiadomości promocyjnych od { $date } do { $until }.
    }
preference-bars-ask = Jeśli uważasz, że to pomyłka, napisz na adres { $address }.

## What we hold
preference-held = Co przechowujemy
preference-held-none = Nie mamy Twojej zgody, więc nie wysyłamy wiadomości promocyjnych.
preference-held-is = Oto Twoje wybory w takiej postaci, w jakiej mamy je zapisane.
preference-held-list =
    { $list ->
        [topic] „{ $name }”
        [partner] Wiadomości od partnera { $name }
        [company] Wiadomości firmowe
        [partners] Wiadomości partnerskie
       *[everything] Wiadomości firmowe i wiadomości partnerskie
    }
preference-held-on-since = Włączone od
preference-held-off-since = Wyłączone od
preference-held-chosen = Sposób wyboru
preference-held-words = Wyświetlona treść
preference-held-language = Język
preference-held-policy = Polityka prywatności
preference-held-version = Wersja { $version }
preference-source =
    { $source ->
        [registration] Przy rejestracji
        [order] Przy zamówieniu
        [survey] W ankiecie
        [contest] W konkursie
        [page] Na tej stronie lub przez link w wiadomości
        [api] W innej naszej witrynie lub usłudze
        [import] Z listy z dowodem Twojego wyboru
       *[staff] Wpis osoby z firmy { $sender }
    }

## The last messages
preference-recent = Twoje ostatnie wiadomości
preference-recent-none = Nie ma jeszcze żadnych.
preference-outcome =
    { $outcome ->
        [sent] Wysłana
        [withheld] Niewysłana
        [waiting] Oczekuje
        [returned] Niedoręczona
       *[in_doubt] Mogła zostać wysłana
    }
preference-was-on =
    { $list ->
        [topic] Włączone było „{ $name }”.
        [partner] Wiadomości od partnera { $name } były włączone.
        [company] Wiadomości firmowe były włączone.
        [partners] Wiadomości partnerskie były włączone.
       *[everything] Wiadomości firmowe i wiadomości partnerskie były włączone.
    }
preference-was-stopped =
    { $list ->
        [topic] Wstrzymane było „{ $name }”.
        [partner] Wiadomości od partnera { $name } były wstrzymane.
        [company] Wiadomości firmowe były wstrzymane.
        [partners] Wiadomości partnerskie były wstrzymane.
       *[everything] Wiadomości firmowe i wiadomości partnerskie były wstrzymane.
    }
preference-never-given =
    { $list ->
        [topic] Nie mamy Twojej zgody na „{ $name }”.
        [partner] Nie mamy Twojej zgody na wiadomości od partnera { $name }.
        [company] Nie mamy Twojej zgody na wiadomości firmowe.
        [partners] Nie mamy Twojej zgody na wiadomości partnerskie.
       *[everything] Nie mamy Twojej zgody na wiadomości firmowe ani na wiadomości partnerskie.
    }
preference-why =
    { $why ->
        [no_consent_needed] To nie była reklama, lecz coś na Twoją prośbę albo coś, o czym musimy Cię powiadomić.
        [paused] Trwała przerwa ustawiona na Twoją prośbę.
        [complaint] Twój dostawca poczty poinformował nas, że wcześniejsza wiadomość była niechciana.
        [child] Ten adres zgłoszono jako adres dziecka.
        [staff] Wiadomości na ten adres wstrzymała osoba z firmy { $sender }.
        [undeliverable] Wcześniejsze wiadomości na ten adres wróciły.
        [domain] Nie wysyłamy na adresy u tego dostawcy.
        [erased] Twoje dane zostały usunięte.
        [policy_declined] Twoja odpowiedź na zmianę naszej polityki prywatności to „nie”.
        [policy_window] Nasza polityka prywatności zmieniła się, a czas na sprzeciw jeszcze nie minął.
        [limit] Osiągnięto limit wiadomości w ciągu 7 dni.
        [campaign_over] Zakończyliśmy tę wysyłkę, zanim przyszła Twoja kolej.
        [refused_there] Twój dostawca poczty jej nie przyjął.
        [connection_broke] Połączenie zostało przerwane podczas wysyłania. Nie wyślemy jej ponownie.
       *[could_not_check] Nie mogliśmy sprawdzić Twoich ustawień, więc jej nie wysłaliśmy.
    }
