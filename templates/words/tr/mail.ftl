### Words in mail.

## The end of each promotional message
mail-footer-company = Bu bir şirket e-postasıdır: { $sender } reklamı. Liste: { $list }.
mail-footer-partner = Bu bir iş ortağı e-postasıdır: { $sender } tarafından bir iş ortağı adına gönderilen reklam. Liste: { $list }.
mail-footer-unsubscribe = Abonelikten çık: { $list }
mail-footer-choices = Tüm tercihleriniz

## What the two streams are called as lists
mail-list-company = { $sender } haberleri
mail-list-partner = { $sender } iş ortağı e-postaları
mail-list-company-nameless = Şirket haberleri
mail-list-partner-nameless = İş ortağı e-postaları
