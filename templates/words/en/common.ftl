### Words that every page or several of them have.
### In every file: $sender is the company's name; $list says what a sentence is about, and $name is then the name of the
### topic or the partner. A sentence is never put together from pieces.

## Dates. $month is a number, so that each language can decline its months.
common-date =
    { $day } { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    } { $year }
common-moment = { $date }, { $time } UTC

## What stands around every page
common-skip = Skip to the content
common-tagline = Your mail choices
common-help-title = Help and contact
common-how-to-stop = How to stop mail
common-write-to = Write to { $address }
common-sender-title = Who sends this mail
common-for = For { $address }

## Sentences that several pages share
common-write-to-stop = Send any words to { $address }. We stop the mail to the address that you write from.
common-company-mail = Company mail
common-partner-mail = Partner mail
common-company-mail-is = Promotional mail about { $sender }.
common-partner-mail-is = Promotional mail that we send for other companies. They do not get your address.
common-still-comes = Messages about your orders and your account, and legal notices, still come.
common-what-you-can-do = What you can do
common-or-write = Or write to us

## A link that does not work
common-refused-title = This link does not work
common-refused-lead = It may have been cut off on its way to you. Nothing has been changed.
common-refused-newest = Use the link in the newest message from us
common-refused-newest-how =
    It stands at the end of the message. If you copy it, take all of it: some mail programs break a long link into two
    lines.

## Our own failure
common-error-title = Sorry, something went wrong
common-error-lead = The fault is on our side, not with what you did.
common-error-again = Try again
common-error-again-how = Open the link in your message again. It keeps working.
common-error-acting =
    We cannot say that your choice was saved. Please go back and press the button again: pressing it twice does no harm.
common-error-number = If you write about this fault, please name this number: { $incident }
common-busy-title = Please try again in a minute
common-busy-lead = We cannot answer just now. The fault is on our side.
common-busy-again-how = Wait a minute, then open the link in your message again. It keeps working.

## A form that is not from one of our pages, or was open for too long
common-elsewhere-title = This form came from another site
common-elsewhere-lead = So nothing has been done. Open our page and press the button there.
common-elsewhere-open = Open our page
common-stale = This page had been open for too long, or the form was not complete. Nothing has been done yet: please press the button again.
