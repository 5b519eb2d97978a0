### Signing up: the public form, the letter that asks for a confirmation, and the page behind its link.
### $age is the age from which people may sign up. $name is the name of a topic or a partner.

## The form
signup-title = Sign up for mail from { $sender }
signup-lead = Choose what you want. First we write to your address, and only the link in that message turns mail on.
signup-about-you = About you
signup-address = Your e-mail address
signup-name = Your name (you can leave this out)
signup-wants = What do you want?
signup-wants-partner = Mail from partners
signup-wants-partner-is =
    This is separate from company mail. { $sender } sends it for other companies. They do not get your address.
signup-partner-off = Your browser asks sites not to share or sell data. So partner mail stays off.

# The exact words beside a box. They are kept as the proof of a consent, and shown again before it counts.
signup-box =
    { $list ->
        [company] Send me all company mail: promotional mail about { $sender }.
        [topic] Send me “{ $name }”: promotional mail about { $sender }.
        [partners] Send me mail from partners. { $sender } sends it, and they do not get my address.
       *[partner] Send me mail from { $name }. { $sender } sends it, and { $name } does not get my address.
    }
signup-can-stop = I can stop it at any time, with one click in every message.

signup-age = How old are you?
signup-age-over = { $age } or older
signup-age-under = Younger than { $age }
signup-age-why = We do not send mail to children. Your answer is not kept.
signup-send = Sign up

## What is wrong with the form
signup-faults = Please look at this again
signup-fault-address-missing = Your e-mail address is missing. Please type it.
signup-fault-address = This is not an e-mail address. It needs a name, an @ and a domain, such as ada@example.org.
signup-fault-name = The name is too long, or has a line break in it. Please make it shorter, or leave it out.
signup-fault-wants = Nothing is chosen. Please tick what you want.
signup-fault-gone = We do not offer one of your choices any more. Please choose again.
signup-fault-age = Please say how old you are.

## After the form
signup-sent-title = Look into your mailbox
signup-sent = If we may write to { $address }, a message with a link is on its way. Mail comes only after you have used the link.
signup-sent-hours = The link works for { $hours } hours.
signup-sent-none-title = No message after an hour?
signup-sent-none-spam = Look into your spam folder, and check that the address above has no mistake in it.
signup-sent-none-stopped =
    We do not write to an address that asked us never to write again, or that did not work. If it is yours, write to
    { $contact } from it.
signup-young-title = We cannot sign you up
signup-young = People have to be { $age } or older. We have kept nothing of what you typed.
signup-later-title = Please try again later
signup-later = Many people have signed up from your network within the hour. Nothing is wrong with what you typed.

## The letter that asks
signup-letter-subject = Please confirm: mail from { $sender }
signup-letter-asked = This address was given to { $sender } to sign up for:
signup-letter-open = If it was you, open this page and press the button there. The link works for { $hours } hours.
signup-letter-link = Confirm or say no
signup-letter-not =
    If it was not you, do nothing. You get no mail from this, and what was typed is deleted after { $days } days.

## The page behind the link
signup-confirm-title = Is this what you want?
signup-confirm-yes = Yes, send me this
signup-child = Somebody told us that this address belongs to a child. With your yes you also say that this is wrong and that you are { $age } or older.
signup-confirm-no = If not, close this page. You get no mail from it, and what was typed is deleted after { $days } days.
signup-done-title = You are signed up
signup-done-none-title = This mail stays off
signup-done-on = From now on you get:
signup-done-off = This was stopped in another way and stays off. If you want it, write to { $contact }:
signup-done-partner-off = Partner mail stays off, because your browser asks sites not to share or sell data.
signup-done-receipt = A receipt is on its way to your address.
signup-done-change = Change or stop any of it
signup-over-title = This link has run out
signup-over = It worked for { $hours } hours. Nothing has been changed. You can sign up again at any time.
signup-again = Sign up again

## The form for other pages
signup-embed-title = This form on your own page
signup-embed = Copy this HTML. It needs no script and no cookie, and it takes the look of your page.
signup-embed-again = Copy it again when you add a topic or a partner. What people agree to is shown to them again by us.
signup-embed-code = HTML to copy
