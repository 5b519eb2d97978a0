### Reporting that an address belongs to a child. $age is the age from which people may be mailed.

child-title = A child’s address
child-heading = Does this address belong to a child?
child-lead = Tell us if the person at { $address } is younger than { $age }.
child-lead-typed = Tell us the address if the person is younger than { $age }.
child-stops = We stop all company mail and all partner mail to the address, at once.
child-writes = If we have the address, we write to it: with that message everything can be erased, or the report be taken back if it is wrong.
child-erases = We erase the address and everything else that we hold about the person.
child-keeps = We keep only a code made from the address, so that it does not come back to our lists.
child-for-good = This cannot be undone.
child-erase-by-link =
    To have everything erased as well, open the link at the end of a message from us and choose “{ $name }” there.
child-erase-by-mail = Or write to us, and a person sees to it.
child-address = E-mail address
child-address-bad = This is not an e-mail address. An address looks like this: name@example.org
child-later = Too many addresses are reported just now, so we have not taken this one. Please report it again later, or write to us.
child-report = Report it
child-done-title = Thank you, it is done
child-done-stopped = We have stopped all company mail and all partner mail to { $address }. Nothing has been erased.
child-done-erased = We have stopped all company mail and all partner mail to { $address }, and erased what we held about the person.
child-done-before = It was reported before, so nothing has changed.
child-done-typed = From now on no company mail and no partner mail goes to the address that you gave. A message that is on its way at this moment may still arrive.

## After a report by link: the message to the mailbox
child-letter-title = Erase everything as well
child-letter-about = Only a link that goes to { $address } erases what we hold about the person. The same message has a link that takes the report back if it is wrong.
child-letter-button = Send that message
child-letter-sent = A message with the links is on its way to { $address }.

## That message. Its links work for three days, as the code says
child-mail-subject = This address was reported as a child’s
child-mail-lead = Somebody told { $sender } that this address belongs to a child younger than { $age }. So we have stopped all company mail and all partner mail to it. Nothing has been erased.
child-mail-not = This is not a child’s address
child-mail-erase = Erase everything about this address
child-mail-days = Both links work for three days. If the report is right and nothing shall be erased, you do not have to do anything.

## The pages behind its links
child-erase-title = Erase everything about a child
child-not-title = Not a child’s address
child-not-lead = When you press the button, you say that you are { $age } or older. Then the report is taken back, and what was chosen before holds again.
child-not-button = Yes, take the report back
child-lifted-title = The report is taken back
child-lifted = What was chosen before holds again.
child-stays = There is another report that this address belongs to a child. That one stays.
child-expired = It worked for three days. Nothing has been changed. You can ask for a new one.
