### The receipt of a person's consents, as a letter.

receipt-subject = Twoje potwierdzenie zgód: wiadomości od firmy { $sender }
receipt-intro = Oto stan na { $date }: co firma { $sender } ma zapisane o Twojej zgodzie na wiadomości. Zachowaj to, jeśli chcesz.
receipt-what =
    { $list ->
        [topic] „{ $name }”
        [partner] Wiadomości od partnera { $name }
        [company] Wiadomości firmowe
       *[partners] Wiadomości partnerskie
    }
receipt-state =
    { $state ->
        [given] Twoja odpowiedź z { $date }: tak
        [granted] Włączone domyślnie od { $date }: { $basis }
        [withdrawn] Twoja odpowiedź z { $date }: nie
        [refused] Twoja odpowiedź z { $date }: nie
       *[open] Brak Twojej odpowiedzi
    }
receipt-where = Gdzie
receipt-words = Treść, którą Ci pokazano
receipt-policy = Wersja naszej polityki prywatności
receipt-partners = Wiadomości partnerskie wysyłamy sami. Partnerzy nie otrzymują żadnych informacji o Tobie.
receipt-change = Wszystko to możesz w każdej chwili zmienić lub wstrzymać:
receipt-link = Twoje ustawienia wiadomości
receipt-file = Załączony plik zawiera to samo wraz z całą wcześniejszą historią, w formie czytelnej dla programów.
receipt-number = Numer tego potwierdzenia: { $number }

## Asking for one on the preference page
receipt-ask-title = Potwierdzenie zgód
receipt-ask-about = Podaje, na co odpowiedź brzmiała „tak”, a na co „nie”, kiedy i przy jakiej treści. Wysyłamy je na Twój własny adres.
receipt-ask = Wyślij mi potwierdzenie zgód
receipt-sent-title = Sprawdź swoją skrzynkę
receipt-sent = Jeśli wolno nam pisać na Twój adres, potwierdzenie zgód jest już w drodze. W ciągu godziny wysyłamy najwyżej kilka.
