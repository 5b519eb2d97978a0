### Reporting that an address belongs to a child. $age is the age from which people may be mailed.

child-title = A child’s address
child-heading = Does this address belong to a child?
child-lead = Tell us if the person at { $address } is younger than { $age }.
child-lead-typed = Tell us the address if the person is younger than { $age }.
child-stops = We stop all company mail and all partner mail to the address, at once.
child-erases = We erase the address and everything else that we hold about the person.
child-keeps = We keep only a code made from the address, so that it does not come back to our lists.
child-for-good = This cannot be undone.
child-erase-by-link =
    To have everything erased as well, open the link at the end of a message from us and choose “{ $name }” there.
child-erase-by-mail = Or write to us, and a person sees to it.
child-address = E-mail address
child-address-bad = This is not an e-mail address. An address looks like this: name@example.org
child-later = Many addresses have been reported from your network within the hour. Please report this one in an hour.
child-report = Report it
child-report-and-erase = Report it and erase everything
child-done-title = Thank you, it is done
child-done-erased = We have stopped all company mail and all partner mail to { $address }, and erased what we held about the person.
child-done-before = It was reported before, so nothing has changed.
child-done-typed = No more company mail and no more partner mail is sent to the address that you gave, if it was in our lists.
