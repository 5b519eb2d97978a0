### The page behind the link in a message, and the preference page.

## The page that asks
preference-ask-title = Stop this mail
preference-ask =
    { $list ->
        [topic] Stop “{ $name }”
        [partner] Stop mail from { $name }
        [company] Stop company mail
        [partners] Stop partner mail
       *[everything] Stop company mail and partner mail
    }
preference-ask-about =
    { $list ->
        [topic] This is company mail: promotional mail about { $sender }.
        [partner] This is partner mail. We send it for { $name }, who does not get your address.
        [company] Company mail is promotional mail about { $sender }.
        [partners] Partner mail is promotional mail that we send for other companies. They do not get your address.
       *[everything]
            Company mail is promotional mail about { $sender }. Partner mail is promotional mail that we send for other
            companies.
    }
preference-ask-since = It has been stopped since { $date }. There is nothing that you need to do.
preference-ask-off = We do not send it. There is nothing that you need to do.
preference-stop-this = Stop this mail
preference-stop-more = You can stop more
preference-stop-more-at-once = Or stop more at once
preference-stop-company = Stop all company mail
preference-stop-partner = Stop all partner mail
preference-stop-everything = Stop everything
preference-everything-is = Everything means all company mail and all partner mail.
preference-see-all = See all your mail choices
preference-gpc-before =
    Your browser asks sites not to share or sell data. When you press a button here we also turn off partner mail.

## What was done
preference-is-stopped =
    { $list ->
        [topic] “{ $name }” is stopped
        [partner] Mail from { $name } is stopped
        [company] Company mail is stopped
        [partners] Partner mail is stopped
       *[everything] Company mail and partner mail are stopped
    }
preference-stopped-since = Stopped since { $date }.
preference-stopped-before = Stopped since { $date }. It was stopped before, so nothing has changed.
preference-partner-too = All partner mail is stopped too, because your browser asks sites not to share or sell data.
preference-partner-by-signal = All partner mail is stopped, because your browser asks sites not to share or sell data.
preference-partner-stays-off = Partner mail stays off, because your browser asks sites not to share or sell data.
preference-on-its-way =
    One message was already on its way when you pressed the button: “{ $subject }”. It may still arrive.
preference-may-come = What may still come
preference-may-come-company = Company mail that is still on.
preference-may-come-partner = Partner mail that is still on.
preference-may-come-account = Messages about your orders and your account.
preference-may-come-notices = Legal notices.
preference-undo-title = Not what you wanted?
preference-undo-about = Undo puts your choices back as they were.
preference-undo = Undo
preference-saved-title = Your choices are saved
preference-saved-nothing-title = Nothing has changed
preference-saved-nothing = Your choices were saved like this before.
preference-saved-stopped = Stopped since { $date }:
preference-back = Back to your mail choices
preference-undone-title = Your earlier choices are back
preference-undone-nothing = Nothing else has changed.
preference-undone-on = This mail is on again:
preference-undone-again = You can stop it again at any time.
preference-list =
    { $list ->
        [topic] “{ $name }”
        [partner] Mail from { $name }
        [company] All company mail
        [partners] All partner mail
       *[everything] All company mail and all partner mail
    }

## What was saved and undone on the preference page
preference-pauses =
    { $list ->
        [company] Company mail pauses until { $date }. Then it comes again by itself.
        [partners] Partner mail pauses until { $date }. Then it comes again by itself.
       *[everything] Company mail and partner mail pause until { $date }. Then they come again by themselves.
    }
preference-saved-cap =
    { $count ->
        [one] You get at most { $count } promotional message in 7 days.
       *[other] You get at most { $count } promotional messages in 7 days.
    }
preference-saved-language = Pages and mail now come in this language.
preference-more-title = More mail takes one more step
preference-more-is =
    You asked for more mail than before. That can be confirmed only from your own mailbox, so that nobody else can start
    mail for you:
preference-more-cap = More promotional messages in 7 days
preference-more-end-pause =
    { $list ->
        [company] The end of the break of company mail
        [partners] The end of the break of partner mail
       *[everything] The end of the break of all promotional mail
    }
preference-more-often =
    We have sent several messages to { $address } within an hour, so none was sent for this. Please choose it again in an
    hour.
preference-more-write = Write to { $address } and ask for a confirmation link.
preference-undone-pause =
    { $list ->
        [company] Company mail pauses no longer than before.
        [partners] Partner mail pauses no longer than before.
       *[everything] Company mail and partner mail pause no longer than before.
    }
preference-undone-cap = The number of messages in 7 days is as it was before.
preference-undone-language = The language is as it was before.

## The preference page
preference-title = Your mail choices
preference-stop-everything-is =
    One press stops all company mail and all partner mail. Messages about your orders and your account, and legal notices,
    still come.
preference-want-company = Do you want company mail?
preference-want-partner = Do you want partner mail?
preference-yes = Yes
preference-no = No
preference-topics = Topics
preference-topics-stop = If you choose No above, all topics stop.
preference-partners = Partners
preference-partners-stop = If you choose No above, all partners stop.
preference-turn-on =
    What is off can be turned on again with a confirmation link that goes to your own mailbox, so that nobody else can
    start mail for you.
preference-paused-until = Paused until { $date }
preference-end-pause = End this break now. For that we send a link to your mailbox.
preference-pause = Take a break
preference-pause-is =
    Promotional mail stays away for a while and comes again by itself. Your choices above stay as they are.
preference-pause-long = How long?
preference-pause-none = No break
preference-pause-keep = As it is now
preference-pause-days =
    { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
preference-pause-what = What should pause?
preference-all-mail = All promotional mail
preference-much = How much, and in which language
preference-cap = At most how many promotional messages in 7 days?
preference-cap-none = No limit of my own
preference-cap-some =
    { $count ->
        [one] At most { $count }
       *[other] At most { $count }
    }
preference-language = Language of pages and mail
preference-save = Save choices

## What bars mail whatever is chosen
preference-bars = Mail that we hold back
preference-bar =
    { $why ->
        [bounce] Messages to this address came back as undeliverable.
        [complaint] Your mail provider told us that a message was not wanted.
        [child] This address was reported as a child’s.
        [domain] We do not send to addresses of this provider.
        [erased] Your data was erased.
       *[staff] A person at { $sender } stopped mail to this address.
    }
preference-bar-since =
    { $list ->
        [topic] This holds back “{ $name }” since { $date }.
        [partner] This holds back mail from { $name } since { $date }.
        [company] This holds back company mail since { $date }.
        [partners] This holds back partner mail since { $date }.
       *[everything] This holds back all promotional mail since { $date }.
    }
preference-bar-until =
    { $list ->
        [topic] This holds back “{ $name }” from { $date } until { $until }.
        [partner] This holds back mail from { $name } from { $date } until { $until }.
        [company] This holds back company mail from { $date } until { $until }.
        [partners] This holds back partner mail from { $date } until { $until }.
       *[everything] This holds back all promotional mail from { $date } until { $until }.
    }
preference-bars-ask = If you think that this is wrong, write to { $address }.

## What we hold
preference-held = What we hold
preference-held-none = We have no yes from you, so we send no promotional mail.
preference-held-is = These are your choices as we have them on record.
preference-held-list =
    { $list ->
        [topic] “{ $name }”
        [partner] Mail from { $name }
        [company] Company mail
        [partners] Partner mail
       *[everything] Company mail and partner mail
    }
preference-held-on-since = On since
preference-held-off-since = Off since
preference-held-chosen = Chosen
preference-held-words = Words shown
preference-held-language = Language
preference-held-policy = Privacy policy
preference-held-version = Version { $version }
preference-source =
    { $source ->
        [registration] When registering
        [order] With an order
        [survey] In a survey
        [contest] In a contest
        [page] On this page, or by a link in a message
        [api] On one of our other sites or services
        [import] From a list with proof of your choice
       *[staff] Entered by a person at { $sender }
    }

## The last messages
preference-recent = Your last messages
preference-recent-none = There are none yet.
preference-outcome =
    { $outcome ->
        [sent] Sent
        [withheld] Not sent
        [waiting] Waiting
        [returned] Not delivered
       *[in_doubt] May have been sent
    }
preference-was-on =
    { $list ->
        [topic] “{ $name }” was on.
        [partner] Mail from { $name } was on.
        [company] Company mail was on.
        [partners] Partner mail was on.
       *[everything] Company mail and partner mail were on.
    }
preference-was-stopped =
    { $list ->
        [topic] “{ $name }” was stopped.
        [partner] Mail from { $name } was stopped.
        [company] Company mail was stopped.
        [partners] Partner mail was stopped.
       *[everything] Company mail and partner mail were stopped.
    }
preference-never-given =
    { $list ->
        [topic] We have no yes from you for “{ $name }”.
        [partner] We have no yes from you for mail from { $name }.
        [company] We have no yes from you for company mail.
        [partners] We have no yes from you for partner mail.
       *[everything] We have no yes from you for company mail or partner mail.
    }
preference-why =
    { $why ->
        [no_consent_needed] It was no advertising: something you asked for, or something we must tell you.
        [paused] You had asked for a break.
        [complaint] Your mail provider told us that an earlier message was not wanted.
        [child] This address was reported as a child’s.
        [staff] A person at { $sender } stopped mail to this address.
        [undeliverable] Earlier messages to this address came back.
        [domain] We do not send to addresses of this provider.
        [erased] Your data was erased.
        [policy_declined] You declined a change of our privacy policy.
        [policy_window] Our privacy policy changed, and the time to object is not over.
        [limit] The limit of messages in 7 days was reached.
        [campaign_over] We ended this mailing before your turn.
        [refused_there] Your mail provider did not accept it.
        [connection_broke] The connection broke while we sent it. We do not send it again.
       *[could_not_check] We could not check your choices, so we did not send it.
    }
