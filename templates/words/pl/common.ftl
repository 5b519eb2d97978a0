### Words that every page or several of them have.

## Dates
common-date =
    { $day } { $month ->
        [1] stycznia
        [2] lutego
        [3] marca
        [4] kwietnia
        [5] maja
        [6] czerwca
        [7] lipca
        [8] sierpnia
        [9] września
        [10] października
        [11] listopada
       *[12] grudnia
    } { $year }
common-moment = { $date }, { $time } UTC

## What stands around every page
common-skip = Przejdź do treści
common-tagline = Twoje ustawienia wiadomości
common-help-title = Pomoc i kontakt
common-how-to-stop = Jak wstrzymać wiadomości
common-write-to = Napisz na adres { $address }
common-sender-title = Kto wysyła te wiadomości
common-for = Dla adresu { $address }

## Sentences that several pages share
common-write-to-stop = Napisz cokolwiek na adres { $address }. Wstrzymamy wiadomości na adres, z którego piszesz.
common-company-mail = Wiadomości firmowe
common-partner-mail = Wiadomości partnerskie
common-company-mail-is = Wiadomości promocyjne o firmie { $sender }.
common-partner-mail-is = Wiadomości promocyjne, które wysyłamy w imieniu innych firm. Nie otrzymują one Twojego adresu.
common-still-comes = Wiadomości o Twoich zamówieniach i koncie oraz powiadomienia prawne będą nadal przychodzić.
common-what-you-can-do = Co możesz zrobić
common-or-write = Możesz też do nas napisać

## A link that does not work
common-refused-title = Ten link nie działa
common-refused-lead = Mógł zostać ucięty po drodze do Ciebie. Nic nie zostało zmienione.
common-refused-newest = Użyj linku z najnowszej wiadomości od nas
common-refused-newest-how =
    Znajduje się on na końcu wiadomości. Jeśli go kopiujesz, skopiuj go w całości: niektóre programy pocztowe dzielą
    długi link na dwa wiersze.

## Our own failure
common-error-title = Przepraszamy, coś poszło nie tak
common-error-lead = Błąd leży po naszej stronie, a nie w tym, co robisz.
common-error-again = Spróbuj ponownie
common-error-again-how = Otwórz ponownie link z wiadomości. Nadal działa.
common-error-acting =
    Nie możemy stwierdzić, czy Twój wybór został zapisany. Wróć i naciśnij przycisk jeszcze raz: ponowne naciśnięcie niczemu nie zaszkodzi.
common-error-number = Jeśli chcesz napisać do nas o tym błędzie, podaj ten numer: { $incident }
common-busy-title = Spróbuj ponownie za minutę
common-busy-lead = W tej chwili nie możemy odpowiedzieć. Błąd leży po naszej stronie.
common-busy-again-how = Odczekaj minutę, a potem ponownie otwórz link z wiadomości. Nadal działa.

common-elsewhere-title = Ten formularz przyszedł z innej strony
common-elsewhere-lead = Dlatego nic nie zostało zrobione. Otwórz naszą stronę i naciśnij tam przycisk.
common-elsewhere-open = Otwórz naszą stronę
common-stale = Ta strona była otwarta zbyt długo albo formularz był niepełny. Nic jeszcze nie zostało zrobione: naciśnij przycisk jeszcze raz.
