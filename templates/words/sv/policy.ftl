### A new version of the privacy policy: its notice by mail, and its page.

## The notice
policy-mail-subject = Vad som ändras i vår integritetspolicy
policy-mail-lead = Vi har publicerat version { $version } av vår integritetspolicy. Det här ändras:
policy-mail-choose = Läs den och säg ja eller nej:
policy-mail-write = Du kan också säga nej via mejl: skriv till { $address }.
policy-mail-why = Detta är ett juridiskt meddelande. Alla vars adress vi har får det, oavsett vilka mejl de har valt.

## What it brings
policy-new-uses =
    { $uses ->
        [company] Den innebär en ny användning av dina uppgifter för företagsmejl, det vill säga reklammejl om { $sender }.
        [partner] Den innebär en ny användning av dina uppgifter för partnermejl, det vill säga reklammejl som vi skickar åt andra företag.
        [both] Den innebär nya användningar av dina uppgifter för företagsmejl och för partnermejl.
       *[none] Den innebär ingen ny användning av dina uppgifter för reklammejl.
    }
policy-in-force-from = Den börjar gälla den { $date }.
policy-in-force-since = Den gäller sedan den { $date }.
policy-followed = Vi har publicerat en nyare version sedan dess. Du kan fortfarande svara på den här.

## What follows from each answer
policy-nothing-new-days =
    { $days ->
        [0] Om du inte gör något antecknar vi bara att vi har informerat dig. Det räknas inte som ett ja. Det nya gäller då för dina mejl.
        [one] Om du inte gör något antecknar vi bara att vi har informerat dig. Det räknas inte som ett ja. Det nya gäller för dina mejl tidigast en dag efter vårt meddelande.
       *[other] Om du inte gör något antecknar vi bara att vi har informerat dig. Det räknas inte som ett ja. Det nya gäller för dina mejl tidigast { $days } dagar efter vårt meddelande.
    }
policy-nothing-new-from =
    Om du inte gör något antecknar vi bara att vi har informerat dig. Det räknas inte som ett ja. Det nya gäller för dina mejl från och med
    den { $date }.
policy-nothing-same =
    Om du inte gör något antecknar vi bara att vi har informerat dig. Det räknas inte som ett ja. Dina mejl fortsätter så som du har valt.
policy-if-no = Om du säger nej stoppar vi genast alla företagsmejl och alla partnermejl till dig.
policy-if-yes = Om du säger ja antecknar vi det. Det slår inte på några mejl som du inte har valt.

## The page
policy-title = Integritetspolicy, version { $version }
policy-heading = Vad som ändras i vår integritetspolicy
policy-changes = Vad som ändras
policy-answer = Ditt svar
policy-no = Säg nej
policy-yes = Säg ja
policy-whole = Hela policyn, version { $version }
policy-you-said-no = Du sade nej den { $date }. Vi skickar dig inga företagsmejl och inga partnermejl.
policy-you-said-no-other =
    Du sade nej till en annan version. Vi skickar dig inga företagsmejl och inga partnermejl.
policy-you-said-yes = Du sade ja den { $date }.
policy-again = Om du vill ha mejl igen, anmäl dig på nytt. Vi mejlar dig en länk, och anmälan gäller när du har använt den.
policy-sign-up = Anmäl dig på nytt

## What was recorded
policy-declined = Du sade nej till version { $version }
policy-declined-lead = Antecknat den { $date }. Vi skickar dig inga företagsmejl och inga partnermejl från och med nu.
policy-declined-before = Du sade det redan den { $date }, så ingenting har ändrats. Vi skickar dig inga företagsmejl och inga partnermejl.
policy-accepted = Du sade ja till version { $version }
policy-accepted-lead = Antecknat den { $date }. Dina mejl fortsätter så som du har valt.
policy-accepted-before = Du sade det redan den { $date }, så ingenting har ändrats.
policy-still-no = Ditt tidigare nej gäller fortfarande
policy-still-no-lead =
    Du har sagt nej tidigare. Vem som helst som har det här meddelandet kan trycka på knappen, så ett ja här slår inte på dina mejl igen.
policy-undo-about = Ångra tar tillbaka ditt svar, som om du inte hade gett det.
policy-undone = Ditt svar är tillbakataget
policy-undone-lead = Det är som om du inte hade svarat. Du kan svara när som helst.
policy-back = Tillbaka till policyn

## On the preference page
policy-standing-title = Vår integritetspolicy
policy-standing-read = Läs version { $version } av vår integritetspolicy
policy-standing-said-no = Du sade nej till version { $version } den { $date }. Vi skickar dig inga företagsmejl och inga partnermejl.
policy-standing-said-yes = Du sade ja till version { $version } den { $date }.
policy-standing-told = Vi informerade dig om version { $version } den { $date }. Du har inte svarat, och det räknas inte som ett ja.
policy-standing-not-told = Vi har inte kunnat informera dig om version { $version } via mejl.
