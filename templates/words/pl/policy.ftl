### A new version of the privacy policy: its notice by mail, and its page.

## The notice
policy-mail-subject = Co się zmienia w naszej polityce prywatności
policy-mail-lead = Opublikowaliśmy wersję { $version } naszej polityki prywatności. Oto co się zmienia:
policy-mail-choose = Przeczytaj ją i odpowiedz „tak” lub „nie”:
policy-mail-write = Odpowiedzieć „nie” możesz też e-mailem: napisz na adres { $address }.
policy-mail-why = To jest powiadomienie prawne. Otrzymuje je każda osoba, której adres przechowujemy, niezależnie od wybranych wiadomości.

## What it brings
policy-new-uses =
    { $uses ->
        [company] Wprowadza ona nowe wykorzystanie Twoich danych w wiadomościach firmowych, czyli w wiadomościach promocyjnych o firmie { $sender }.
        [partner] Wprowadza ona nowe wykorzystanie Twoich danych w wiadomościach partnerskich, czyli w wiadomościach promocyjnych, które wysyłamy w imieniu innych firm.
        [both] Wprowadza ona nowe wykorzystania Twoich danych w wiadomościach firmowych i wiadomościach partnerskich.
       *[none] Nie wprowadza ona nowego wykorzystania Twoich danych w wiadomościach promocyjnych.
    }
policy-in-force-from = Wchodzi w życie { $date }.
policy-in-force-since = Obowiązuje od { $date }.
policy-followed = Od tego czasu opublikowaliśmy nowszą wersję. Nadal możesz odpowiedzieć w sprawie tej.

## What follows from each answer
policy-nothing-new-days =
    { $days ->
        [0] Jeśli nic nie zrobisz, zapiszemy tylko, że Cię powiadomiliśmy. Nie liczy się to jako „tak”. Nowe zasady obejmą wtedy Twoje wiadomości.
        [one] Jeśli nic nie zrobisz, zapiszemy tylko, że Cię powiadomiliśmy. Nie liczy się to jako „tak”. Nowe zasady obejmą Twoje wiadomości najwcześniej jeden dzień po naszym powiadomieniu.
        [few] Jeśli nic nie zrobisz, zapiszemy tylko, że Cię powiadomiliśmy. Nie liczy się to jako „tak”. Nowe zasady obejmą Twoje wiadomości najwcześniej { $days } dni po naszym powiadomieniu.
        [many] Jeśli nic nie zrobisz, zapiszemy tylko, że Cię powiadomiliśmy. Nie liczy się to jako „tak”. Nowe zasady obejmą Twoje wiadomości najwcześniej { $days } dni po naszym powiadomieniu.
       *[other] Jeśli nic nie zrobisz, zapiszemy tylko, że Cię powiadomiliśmy. Nie liczy się to jako „tak”. Nowe zasady obejmą Twoje wiadomości najwcześniej { $days } dnia po naszym powiadomieniu.
    }
policy-nothing-new-from =
    Jeśli nic nie zrobisz, zapiszemy tylko, że Cię powiadomiliśmy. Nie liczy się to jako „tak”. Nowe zasady obejmą Twoje wiadomości od
    { $date }.
policy-nothing-same =
    Jeśli nic nie zrobisz, zapiszemy tylko, że Cię powiadomiliśmy. Nie liczy się to jako „tak”. Wiadomości będą przychodzić tak jak dotąd, zgodnie z Twoim wyborem.
policy-if-no = Jeśli odpowiesz „nie”, natychmiast wstrzymamy wszystkie wiadomości firmowe i wszystkie wiadomości partnerskie do Ciebie.
policy-if-yes = Jeśli odpowiesz „tak”, zapiszemy to. Nie włączy to żadnych wiadomości, które nie zostały przez Ciebie wybrane.

## The page
policy-title = Polityka prywatności, wersja { $version }
policy-heading = Co się zmienia w naszej polityce prywatności
policy-changes = Co się zmienia
policy-answer = Twoja odpowiedź
policy-no = Odpowiedz „nie”
policy-yes = Odpowiedz „tak”
policy-whole = Cała polityka, wersja { $version }
policy-you-said-no = Twoja odpowiedź z { $date }: nie. Nie wysyłamy Ci wiadomości firmowych ani wiadomości partnerskich.
policy-you-said-no-other =
    Twoja odpowiedź w sprawie innej wersji: nie. Nie wysyłamy Ci wiadomości firmowych ani wiadomości partnerskich.
policy-you-said-yes = Twoja odpowiedź z { $date }: tak.
policy-again = Jeśli chcesz znowu otrzymywać wiadomości, zapisz się ponownie. Wyślemy Ci link, a zapis będzie ważny, gdy go użyjesz.
policy-sign-up = Zapisz się ponownie

## What was recorded
policy-declined = Twoja odpowiedź w sprawie wersji { $version }: nie
policy-declined-lead = Zapisano { $date }. Od teraz nie wysyłamy Ci wiadomości firmowych ani wiadomości partnerskich.
policy-declined-before = Taką odpowiedź mamy już z { $date }, więc nic się nie zmieniło. Nie wysyłamy Ci wiadomości firmowych ani wiadomości partnerskich.
policy-accepted = Twoja odpowiedź w sprawie wersji { $version }: tak
policy-accepted-lead = Zapisano { $date }. Wiadomości będą przychodzić tak jak dotąd, zgodnie z Twoim wyborem.
policy-accepted-before = Taką odpowiedź mamy już z { $date }, więc nic się nie zmieniło.
policy-still-no = Twoje wcześniejsze „nie” nadal obowiązuje
policy-still-no-lead =
    Twoja wcześniejsza odpowiedź to „nie”. Przycisk może nacisnąć każdy, kto ma tę wiadomość, dlatego „tak” w tym miejscu nie włącza ponownie wiadomości.
policy-undo-about = „Cofnij” wycofuje odpowiedź, tak jakby jej nie było.
policy-undone = Twoja odpowiedź została wycofana
policy-undone-lead = Jest tak, jakby odpowiedzi nie było. Możesz odpowiedzieć w każdej chwili.
policy-back = Wróć do polityki

## On the preference page
policy-standing-title = Nasza polityka prywatności
policy-standing-read = Przeczytaj wersję { $version } naszej polityki prywatności
policy-standing-said-no = Twoja odpowiedź z { $date } w sprawie wersji { $version }: nie. Nie wysyłamy Ci wiadomości firmowych ani wiadomości partnerskich.
policy-standing-said-yes = Twoja odpowiedź z { $date } w sprawie wersji { $version }: tak.
policy-standing-told = O wersji { $version } powiadomiliśmy Cię { $date }. Nie mamy Twojej odpowiedzi, co nie liczy się jako „tak”.
policy-standing-not-told = Nie udało nam się powiadomić Cię e-mailem o wersji { $version }.
