### Words in mail.

## The end of each promotional message
mail-footer-company = Det här är ett företagsmejl: reklam från { $sender }. Lista: { $list }.
mail-footer-partner = Det här är ett partnermejl: reklam som { $sender } skickar åt en partner. Lista: { $list }.
mail-footer-unsubscribe = Avsluta prenumerationen på { $list }
mail-footer-choices = Alla dina val

## What the two streams are called as lists
mail-list-company = Nyheter från { $sender }
mail-list-partner = Partnermejl från { $sender }
mail-list-company-nameless = Företagsnyheter
mail-list-partner-nameless = Partnermejl
