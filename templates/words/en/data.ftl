### What people do with their own data, on pages and in the letters that complete it.

## On the preference page
data-title = Your data
data-about =
    For each of these we send a link to your address. It works for half an hour, and nothing changes before you have used it.
data-see = See and correct what we know about you
data-download = Get a copy of your data
data-erase = Erase my data
data-move-title = Change your address
data-move = Your new e-mail address
data-move-button = Send the link

## The answer
data-asked-title = Look into your mailbox
data-asked = We have sent a message to { $address }. Nothing has changed yet: open the link in that message within 30 minutes.
data-asked-more = We have sent a message to { $address }. All of this waits until you have opened the link in that message, within 30 minutes, and confirmed it.
data-asked-often-title = Please look for our last messages
data-asked-often =
    We have sent several messages to { $address } within an hour. Use the link in the newest one, or come back in an hour.

## The page behind a link
data-see-title = What we know about you
data-see-lead = Change what is wrong, and leave empty what we shall not know.
data-see-address = Address
data-see-button = Save
data-field-name = Name
data-field-zip = ZIP or postal code
data-field-age = Age band
data-field-income = Income band
data-field-language = Language, such as en or pt-BR
data-field-zone = Time zone, such as Europe/Berlin
data-wrong = This was not saved. Please change:
data-mend =
    { $field ->
        [name] Name: use one line of at most 200 characters.
        [zip] ZIP or postal code: use at most 12 letters from A to Z, digits, spaces and hyphens.
        [age] Age band: use years such as 30-39 or 65+.
        [income] Income band: use one line of at most 40 characters.
        [language] Language: use a short code such as en or pt-BR.
       *[zone] Time zone: use a name such as Europe/Berlin.
    }
data-leave-title = Change your address
data-leave-lead =
    When you press the button, we send a link to the new address. Your address changes when that link is used. Until then
    everything stays as it is.
data-leave-button = Yes, write to the new address
data-arrive-title = Is this your address?
data-arrive-lead =
    When you press the button, all that you have chosen holds for this address, and we do not write to the one before any
    more.
data-arrive-button = Yes, use this address
data-new-address = New address: { $address }
data-opt-in-title = More mail
data-opt-in-lead = When you press the button, you say:
data-opt-in-after = You can stop it again at any time, with one click in every message.
data-opt-in-button = Yes, I want this
data-opt-in-wording =
    { $list ->
        [topic] Yes, send me “{ $name }” from { $sender } by e-mail.
        [partner] Yes, send me mail from { $name } by e-mail. { $sender } sends it and does not pass on my address.
        [company] Yes, send me promotional mail about { $sender } by e-mail.
        [partners]
            Yes, send me promotional mail for other companies by e-mail. { $sender } sends it and does not pass on my address.
       *[everything] Yes, send me all promotional mail of { $sender } by e-mail.
    }
data-opt-in-cap =
    { $count ->
        [one] Yes, send me up to { $count } promotional message in 7 days.
       *[other] Yes, send me up to { $count } promotional messages in 7 days.
    }
data-opt-in-no-cap = Yes, drop my own limit of promotional messages in 7 days.
data-opt-in-end-pause =
    { $list ->
        [company] Yes, end the break of company mail now.
        [partners] Yes, end the break of partner mail now.
       *[everything] Yes, end the break of all promotional mail now.
    }
data-download-title = A copy of your data
data-download-lead = You can read it here, or take it with you as a file for a machine (JSON).
data-download-show = Show it here
data-download-file = Download the file
data-erase-title = Erase your data
data-erase-lead =
    When you press the button, we erase your address, your name and everything that you told us. It cannot be undone.
data-erase-keep =
    We keep a code that cannot be turned back into your address. With it we make sure that nobody at { $sender } mails you
    again.
data-erase-button = Erase everything

## What was done
data-corrected-title = Saved
data-corrected = We now know what you have just told us, and nothing else.
data-half-title = Half done
data-half = We have sent a link to the new address. Open it within 30 minutes.
data-moved-title = Your address is changed
data-moved = All that you have chosen holds for it. We do not write to the one before any more.
data-opted-in-title = Mail is on
data-opted-in =
    { $list ->
        [topic] We send you “{ $name }” from now on.
        [partner] We send you mail from { $name } from now on.
        [company] We send you company mail from now on.
        [partners] We send you partner mail from now on.
       *[everything] We send you company mail and partner mail from now on.
    }
data-noted-off = We have noted your yes. This mail stays off all the same:
data-cap-gone = You have no limit of your own any more.
data-pause-ended =
    { $list ->
        [company] The break of company mail is over.
        [partners] The break of partner mail is over.
       *[everything] The break of company mail and partner mail is over.
    }
data-erased-title = Your data is erased
data-erased = We know neither your address nor anything else about you any more. We do not write to you again.
data-erased-copies = What the database keeps for its own repair, such as its log and backups, is overwritten in the course of its work. Nobody looks anything up there.
data-before-title = This has been done already
data-before = It was done on { $date }. Nothing has been changed now.
data-expired-title = This link has run out
data-expired = It worked for 30 minutes. Nothing has been changed. You can ask for a new one.
data-expired-new = Ask for a new link

## The copy
data-copy-title = Your data
data-copy-person = About you
data-copy-known = Known since
data-copy-source = From
data-copy-file-more = The file has all of it, with the records of ISO/IEC TS 27560.

## No link at hand
data-link-title = Get a link to your choices
data-link-lead = Type your address, and we send you a link. To stop mail you can also write to { $address }.
data-link-field = Your e-mail address
data-link-button = Send me the link
data-link-sent-title = Look into your mailbox
data-link-sent = If we write to { $address }, a message with a link is on its way there.

## Letters
data-letter-minutes = The link works for { $minutes } minutes, for this one thing.
data-letter-not-you = If you did not ask for this, do nothing. Nothing has been changed.
data-letter-new-address = New address: { $address }
data-letter-see-subject = Your link to what we know about you
data-letter-see = With this link you can see and correct what { $sender } knows about you.
data-letter-see-link = See and correct
data-letter-download-subject = Your link to a copy of your data
data-letter-download = With this link you get a copy of all that { $sender } knows about you.
data-letter-download-link = Get the copy
data-letter-erase-subject = Erase your data?
data-letter-erase = Somebody, probably you, asked { $sender } to erase all data of this address.
data-letter-erase-link = Go on
data-letter-opt-in-subject = Please confirm: more mail
data-letter-opt-in = Somebody, probably you, asked { $sender } for more mail to this address. It is turned on only if you confirm it.
data-letter-opt-in-link = Confirm
data-letter-leave-subject = Change your address?
data-letter-leave = Somebody, probably you, asked { $sender } to write to another address than this one.
data-letter-leave-link = Go on
data-letter-arrive-subject = Is this your new address?
data-letter-arrive = Somebody, probably you, asked { $sender } to write to this address from now on.
data-letter-arrive-link = Go on
data-letter-preferences-subject = Your link to your choices
data-letter-preferences = With this link you can see and change which mail { $sender } sends you.
data-letter-preferences-link = Your choices
data-letter-moved-subject = We do not write to this address any more
data-letter-moved = Your address at { $sender } has been changed, as it was confirmed from this mailbox and from the new one.
data-letter-moved-wrong = If this was not you, please answer this message.
