### The page that says how to stop mail.

help-title = Jak wstrzymać wiadomości
help-lead = Wiadomości promocyjne możesz wstrzymać w każdej chwili. Nie potrzebujesz konta ani hasła.
help-link = Użyj linku z dowolnej wiadomości od nas
help-link-how =
    Link do wstrzymania wiadomości znajduje się na końcu każdej wiadomości promocyjnej. Otwiera stronę z jednym
    przyciskiem. Linki w starych wiadomościach też działają.
help-program = Albo użyj swojego programu pocztowego
help-program-how =
    Wiele programów pocztowych pokazuje obok nazwy nadawcy przycisk „Anuluj subskrypcję”. Wstrzymuje on wiadomości tego samego rodzaju.
help-kinds = Dwa rodzaje wiadomości promocyjnych
help-kinds-apart =
    O każdym z nich decydujesz osobno. Wiadomości o Twoich zamówieniach i koncie oraz powiadomienia prawne nie są
    wiadomościami promocyjnymi i będą nadal przychodzić.
help-reach = Jak się z nami skontaktować
help-reach-how = To, co napiszesz na adres { $address }, czyta człowiek. Możesz też wysłać list na adres podany poniżej.
