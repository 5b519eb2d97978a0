### A new version of the privacy policy: its notice by mail, and its page.
### $uses says of which mail it brings a new use: company, partner, both or none.

## The notice
policy-mail-subject = What changes in our privacy policy
policy-mail-lead = We have published version { $version } of our privacy policy. This is what changes:
policy-mail-choose = Read it, and say yes or no:
policy-mail-write = You can also say no by mail: write to { $address }.
policy-mail-why = This is a legal notice. Everybody whose address we hold gets it, whatever mail they chose.

## What it brings
policy-new-uses =
    { $uses ->
        [company] It brings a new use of your data for company mail, which is promotional mail about { $sender }.
        [partner] It brings a new use of your data for partner mail, which is promotional mail that we send for other companies.
        [both] It brings new uses of your data for company mail and for partner mail.
       *[none] It brings no new use of your data for promotional mail.
    }
policy-in-force-from = It comes into force on { $date }.
policy-in-force-since = It has been in force since { $date }.
policy-followed = We have published a newer version since. You can still answer this one.

## What follows from each answer
policy-nothing-new-days =
    { $days ->
        [0] If you do nothing, we record only that we told you. That is not counted as a yes. What is new then applies to your mail.
        [one] If you do nothing, we record only that we told you. That is not counted as a yes. What is new applies to your mail one day after our notice at the earliest.
       *[other] If you do nothing, we record only that we told you. That is not counted as a yes. What is new applies to your mail { $days } days after our notice at the earliest.
    }
policy-nothing-new-from =
    If you do nothing, we record only that we told you. That is not counted as a yes. What is new applies to your mail from
    { $date }.
policy-nothing-same =
    If you do nothing, we record only that we told you. That is not counted as a yes. Your mail goes on as you chose it.
policy-if-no = If you say no, we stop all company mail and all partner mail to you, at once.
policy-if-yes = If you say yes, we record it. It turns on no mail that you have not chosen.

## The page
policy-title = Privacy policy, version { $version }
policy-heading = What changes in our privacy policy
policy-changes = What changes
policy-answer = Your answer
policy-no = Say no
policy-yes = Say yes
policy-whole = The whole policy, version { $version }
policy-you-said-no = You said no on { $date }. We send you no company mail and no partner mail.
policy-you-said-no-other =
    You said no to another version. We send you no company mail and no partner mail.
policy-you-said-yes = You said yes on { $date }.
policy-again = If you want mail again, sign up again. We mail you a link, and it counts when you have used it.
policy-sign-up = Sign up again

## What was recorded
policy-declined = You said no to version { $version }
policy-declined-lead = Recorded on { $date }. We send you no company mail and no partner mail from now on.
policy-declined-before = You said so on { $date }, so nothing has changed. We send you no company mail and no partner mail.
policy-accepted = You said yes to version { $version }
policy-accepted-lead = Recorded on { $date }. Your mail goes on as you chose it.
policy-accepted-before = You said so on { $date }, so nothing has changed.
policy-still-no = Your earlier no still stands
policy-still-no-lead =
    You said no before. Anybody who has this message could press the button, so a yes here does not turn your mail on again.
policy-undo-about = Undo takes your answer back, as if you had not given it.
policy-undone = Your answer is taken back
policy-undone-lead = It is as if you had not answered. You can answer at any time.
policy-back = Back to the policy

## On the preference page
policy-standing-title = Our privacy policy
policy-standing-read = Read version { $version } of our privacy policy
policy-standing-said-no = You said no to version { $version } on { $date }. We send you no company mail and no partner mail.
policy-standing-said-yes = You said yes to version { $version } on { $date }.
policy-standing-told = We told you of version { $version } on { $date }. You have not answered, which is not counted as a yes.
policy-standing-not-told = We have not been able to tell you of version { $version } by mail.
