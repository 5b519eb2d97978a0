### The page that says how to stop mail.

help-title = How to stop mail
help-lead = You can stop promotional mail at any time. You need no account and no password.
help-link = Use the link in any message from us
help-link-how =
    The link to stop mail stands at the end of each promotional message. It opens a page with one button. Links in old
    messages work too.
help-program = Or use your mail program
help-program-how =
    Many mail programs show “Unsubscribe” beside the name of the sender. That stops the mail of the same kind.
help-kinds = Two kinds of promotional mail
help-kinds-apart =
    You choose each of them on its own. Messages about your orders and your account, and legal notices, are not
    promotional mail and still come.
help-reach = How to reach us
help-reach-how = A person reads what you write to { $address }. You can also send a letter to the address below.
