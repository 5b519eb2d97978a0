### A new version of the privacy policy: its notice by mail, and its page.

## The notice
policy-mail-subject = Gizlilik politikamızda neler değişiyor
policy-mail-lead = Gizlilik politikamızın { $version } sürümünü yayımladık. Değişiklikler şunlar:
policy-mail-choose = Okuyun ve “Evet” ya da “Hayır” deyin:
policy-mail-write = E-postayla da “Hayır” diyebilirsiniz: { $address } adresine yazın.
policy-mail-why = Bu bir yasal bildirimdir. Hangi e-postaları seçmiş olursa olsun, adresi bizde bulunan herkese gönderilir.

## What it brings
policy-new-uses =
    { $uses ->
        [company] Bu sürüm, verilerinizin şirket e-postaları, yani { $sender } hakkındaki tanıtım e-postaları için yeni bir kullanımını getiriyor.
        [partner] Bu sürüm, verilerinizin iş ortağı e-postaları, yani başka şirketler adına gönderdiğimiz tanıtım e-postaları için yeni bir kullanımını getiriyor.
        [both] Bu sürüm, verilerinizin şirket e-postaları ve iş ortağı e-postaları için yeni kullanımlarını getiriyor.
       *[none] Bu sürüm, verilerinizin tanıtım e-postaları için yeni bir kullanımını getirmiyor.
    }
policy-in-force-from = { $date } tarihinde yürürlüğe girer.
policy-in-force-since = { $date } tarihinden beri yürürlüktedir.
policy-followed = O zamandan beri daha yeni bir sürüm yayımladık. Bu sürümü yine de yanıtlayabilirsiniz.

## What follows from each answer
policy-nothing-new-days =
    { $days ->
        [0] Hiçbir şey yapmazsanız yalnızca size bildirdiğimizi kaydederiz. Bu, “Evet” sayılmaz. Yenilikler o zaman e-postalarınız için geçerli olur.
        [one] Hiçbir şey yapmazsanız yalnızca size bildirdiğimizi kaydederiz. Bu, “Evet” sayılmaz. Yenilikler e-postalarınız için en erken bildirimimizden bir gün sonra geçerli olur.
       *[other] Hiçbir şey yapmazsanız yalnızca size bildirdiğimizi kaydederiz. Bu, “Evet” sayılmaz. Yenilikler e-postalarınız için en erken bildirimimizden { $days } gün sonra geçerli olur.
    }
policy-nothing-new-from =
    Hiçbir şey yapmazsanız yalnızca size bildirdiğimizi kaydederiz. Bu, “Evet” sayılmaz. Yenilikler e-postalarınız için
    { $date } tarihinden itibaren geçerli olur.
policy-nothing-same =
    Hiçbir şey yapmazsanız yalnızca size bildirdiğimizi kaydederiz. Bu, “Evet” sayılmaz. E-postalarınız seçtiğiniz gibi devam eder.
policy-if-no = “Hayır” derseniz size giden tüm şirket e-postalarını ve tüm iş ortağı e-postalarını hemen durdururuz.
policy-if-yes = “Evet” derseniz bunu kaydederiz. Bu, seçmediğiniz hiçbir e-postayı açmaz.

## The page
policy-title = Gizlilik politikası, sürüm { $version }
policy-heading = Gizlilik politikamızda neler değişiyor
policy-changes = Neler değişiyor
policy-answer = Yanıtınız
policy-no = “Hayır” de
policy-yes = “Evet” de
policy-whole = Politikanın tamamı, sürüm { $version }
policy-you-said-no = { $date } tarihinde “Hayır” dediniz. Size şirket e-postası ve iş ortağı e-postası göndermiyoruz.
policy-you-said-no-other =
    Başka bir sürüme “Hayır” dediniz. Size şirket e-postası ve iş ortağı e-postası göndermiyoruz.
policy-you-said-yes = { $date } tarihinde “Evet” dediniz.
policy-again = Yeniden e-posta almak isterseniz yeniden kaydolun. Size e-postayla bir bağlantı göndeririz; kaydınız, bağlantıyı kullandığınızda geçerli olur.
policy-sign-up = Yeniden kaydolun

## What was recorded
policy-declined = { $version } sürümüne “Hayır” dediniz
policy-declined-lead = { $date } tarihinde kaydedildi. Bundan böyle size şirket e-postası ve iş ortağı e-postası göndermiyoruz.
policy-declined-before = Bunu { $date } tarihinde söylemiştiniz, bu yüzden hiçbir şey değişmedi. Size şirket e-postası ve iş ortağı e-postası göndermiyoruz.
policy-accepted = { $version } sürümüne “Evet” dediniz
policy-accepted-lead = { $date } tarihinde kaydedildi. E-postalarınız seçtiğiniz gibi devam eder.
policy-accepted-before = Bunu { $date } tarihinde söylemiştiniz, bu yüzden hiçbir şey değişmedi.
policy-still-no = Önceki “Hayır” yanıtınız hâlâ geçerli
policy-still-no-lead =
    Daha önce “Hayır” dediniz. Bu iletiye sahip olan herkes düğmeye basabilir, bu yüzden buradaki bir “Evet” e-postalarınızı yeniden açmaz.
policy-undo-about = “Geri al”, yanıtınızı hiç vermemişsiniz gibi geri alır.
policy-undone = Yanıtınız geri alındı
policy-undone-lead = Hiç yanıt vermemişsiniz gibi oldu. İstediğiniz zaman yanıt verebilirsiniz.
policy-back = Politikaya dön

## On the preference page
policy-standing-title = Gizlilik politikamız
policy-standing-read = Gizlilik politikamızın { $version } sürümünü okuyun
policy-standing-said-no = { $date } tarihinde { $version } sürümüne “Hayır” dediniz. Size şirket e-postası ve iş ortağı e-postası göndermiyoruz.
policy-standing-said-yes = { $date } tarihinde { $version } sürümüne “Evet” dediniz.
policy-standing-told = { $version } sürümünü size { $date } tarihinde bildirdik. Yanıt vermediniz; bu, “Evet” sayılmaz.
policy-standing-not-told = { $version } sürümünü size e-postayla bildiremedik.
