### Words in mail.

## The end of each promotional message. $list is the name of the topic, the partner or the stream, as people know it.
mail-footer-company = This is company mail: advertising from { $sender }. List: { $list }.
mail-footer-partner = This is partner mail: advertising that { $sender } sends for a partner. List: { $list }.
mail-footer-unsubscribe = Unsubscribe from { $list }
mail-footer-choices = All your choices

## What the two streams are called as lists
mail-list-company = News from { $sender }
mail-list-partner = Partner mail from { $sender }
mail-list-company-nameless = Company news
mail-list-partner-nameless = Partner mail
