### The receipt of a person's consents, as a letter.
### $list says what a consent is about, and $name is the name of the topic or the partner.

receipt-subject = Your receipt: mail from { $sender }
receipt-intro = This is what { $sender } holds about your consent to mail on { $date }. Keep it if you like.
receipt-what =
    { $list ->
        [topic] “{ $name }”
        [partner] Mail from { $name }
        [company] Company mail
       *[partners] Partner mail
    }
receipt-state =
    { $state ->
        [given] You said yes on { $date }
        [granted] On by default since { $date }: { $basis }
        [withdrawn] You said no on { $date }
        [refused] You said no on { $date }
       *[open] You have said nothing
    }
receipt-where = Where
receipt-words = The words you were shown
receipt-policy = Version of our privacy policy
receipt-partners = We send partner mail ourselves. Partners get nothing about you.
receipt-change = You can change or stop any of it at any time:
receipt-link = Your mail choices
receipt-file = The file with this letter holds the same, and all before it, for programs to read.
receipt-number = Number of this receipt: { $number }

## Asking for one on the preference page
receipt-ask-title = A receipt
receipt-ask-about = It says what you said yes and no to, when, and under which words. We send it to your own address.
receipt-ask = Send me a receipt
receipt-sent-title = Look into your mailbox
receipt-sent = If we may write to your address, a receipt is on its way. We send no more than a few in an hour.
