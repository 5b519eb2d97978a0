### The page behind the link in a message, and the preference page.

## The page that asks
preference-ask-title = Bu e-postaları durdurun
preference-ask =
    { $list ->
        [topic] “{ $name }” durdurulsun
        [partner] { $name } adlı iş ortağının e-postaları durdurulsun
        [company] Şirket e-postaları durdurulsun
        [partners] İş ortağı e-postaları durdurulsun
       *[everything] Şirket e-postaları ve iş ortağı e-postaları durdurulsun
    }
preference-ask-about =
    { $list ->
        [topic] Bunlar şirket e-postalarıdır: { $sender } hakkında tanıtım e-postaları.
        [partner] Bunlar iş ortağı e-postalarıdır. Bunları { $name } adına göndeririz; adresiniz bu iş ortağına verilmez.
        [company] Şirket e-postaları, { $sender } hakkındaki tanıtım e-postalarıdır.
        [partners] İş ortağı e-postaları, başka şirketler adına gönderdiğimiz tanıtım e-postalarıdır. Bu şirketlere adresiniz verilmez.
       *[everything]
            Şirket e-postaları, { $sender } hakkındaki tanıtım e-postalarıdır. İş ortağı e-postaları, başka şirketler adına
            gönderdiğimiz tanıtım e-postalarıdır.
    }
preference-ask-since = { $date } tarihinden beri durdurulmuş durumda. Yapmanız gereken bir şey yok.
preference-ask-off = Bunları göndermiyoruz. Yapmanız gereken bir şey yok.
preference-stop-this = Bu e-postaları durdur
preference-stop-more = Daha fazlasını durdurabilirsiniz
preference-stop-more-at-once = Ya da bir kerede daha fazlasını durdurun
preference-stop-company = Tüm şirket e-postalarını durdur
preference-stop-partner = Tüm iş ortağı e-postalarını durdur
preference-stop-everything = Her şeyi durdur
preference-everything-is = Her şey, tüm şirket e-postaları ve tüm iş ortağı e-postaları demektir.
preference-see-all = Tüm e-posta tercihlerinizi görün
preference-gpc-before =
    Tarayıcınız sitelerden verileri paylaşmamalarını ve satmamalarını istiyor. Burada bir düğmeye bastığınızda iş ortağı e-postalarını da kapatırız.

## What was done
preference-is-stopped =
    { $list ->
        [topic] “{ $name }” durduruldu
        [partner] { $name } adlı iş ortağının e-postaları durduruldu
        [company] Şirket e-postaları durduruldu
        [partners] İş ortağı e-postaları durduruldu
       *[everything] Şirket e-postaları ve iş ortağı e-postaları durduruldu
    }
preference-stopped-since = { $date } tarihinden beri durdurulmuş durumda.
preference-stopped-before = { $date } tarihinden beri durdurulmuş durumda. Daha önce durdurulmuştu, bu yüzden hiçbir şey değişmedi.
preference-partner-too = Tarayıcınız sitelerden verileri paylaşmamalarını ve satmamalarını istediği için tüm iş ortağı e-postaları da durduruldu.
preference-partner-by-signal = Tarayıcınız sitelerden verileri paylaşmamalarını ve satmamalarını istediği için tüm iş ortağı e-postaları durduruldu.
preference-partner-stays-off = Tarayıcınız sitelerden verileri paylaşmamalarını ve satmamalarını istediği için iş ortağı e-postaları kapalı kalır.
preference-on-its-way =
    Düğmeye bastığınızda bir ileti zaten yoldaydı: “{ $subject }”. Bu ileti yine de ulaşabilir.
preference-may-come = Neler gelmeye devam edebilir
preference-may-come-company = Hâlâ açık olan şirket e-postaları.
preference-may-come-partner = Hâlâ açık olan iş ortağı e-postaları.
preference-may-come-account = Siparişleriniz ve hesabınızla ilgili iletiler.
preference-may-come-notices = Yasal bildirimler.
preference-undo-title = İstediğiniz bu değil miydi?
preference-undo-about = “Geri al”, tercihlerinizi eski durumuna getirir.
preference-undo = Geri al
preference-saved-title = Tercihleriniz kaydedildi
preference-saved-nothing-title = Hiçbir şey değişmedi
preference-saved-nothing = Tercihleriniz daha önce de böyle kayıtlıydı.
preference-saved-stopped = { $date } tarihinden beri durdurulmuş olanlar:
preference-back = E-posta tercihlerinize dönün
preference-undone-title = Önceki tercihleriniz geri geldi
preference-undone-nothing = Başka hiçbir şey değişmedi.
preference-undone-on = Şu e-postalar yeniden açık:
preference-undone-again = Bunları istediğiniz zaman yeniden durdurabilirsiniz.
preference-list =
    { $list ->
        [topic] “{ $name }”
        [partner] { $name } adlı iş ortağının e-postaları
        [company] Tüm şirket e-postaları
        [partners] Tüm iş ortağı e-postaları
       *[everything] Tüm şirket e-postaları ve tüm iş ortağı e-postaları
    }

## What was saved and undone on the preference page
preference-pauses =
    { $list ->
        [company] Şirket e-postalarına { $date } tarihine kadar ara verildi. Sonra kendiliğinden yeniden gelir.
        [partners] İş ortağı e-postalarına { $date } tarihine kadar ara verildi. Sonra kendiliğinden yeniden gelir.
       *[everything] Şirket e-postalarına ve iş ortağı e-postalarına { $date } tarihine kadar ara verildi. Sonra kendiliğinden yeniden gelir.
    }
preference-saved-cap =
    { $count ->
       *[other] 7 gün içinde en fazla { $count } tanıtım iletisi alırsınız.
    }
preference-saved-language = Sayfalar ve e-postalar artık bu dilde gelir.
preference-more-title = Daha fazla e-posta için bir adım daha gerekli
preference-more-is =
    Öncekinden daha fazla e-posta istediniz. Başka hiç kimse sizin adınıza e-posta başlatamasın diye bu, yalnızca kendi posta
    kutunuzdan doğrulanabilir:
preference-more-cap = 7 gün içinde daha fazla tanıtım iletisi
preference-more-end-pause =
    { $list ->
        [company] Şirket e-postalarına verilen aranın sona ermesi
        [partners] İş ortağı e-postalarına verilen aranın sona ermesi
       *[everything] Tüm tanıtım e-postalarına verilen aranın sona ermesi
    }
preference-more-often =
    Bir saat içinde { $address } adresine birkaç ileti gönderdik; bu nedenle bunun için yeni bir ileti göndermedik. Lütfen
    bir saat sonra yeniden seçin.
preference-more-write = { $address } adresine yazın ve bir doğrulama bağlantısı isteyin.
preference-undone-pause =
    { $list ->
        [company] Şirket e-postalarına verilen ara öncekinden uzun değil.
        [partners] İş ortağı e-postalarına verilen ara öncekinden uzun değil.
       *[everything] Şirket e-postalarına ve iş ortağı e-postalarına verilen ara öncekinden uzun değil.
    }
preference-undone-cap = 7 gün içindeki ileti sayısı önceki gibi.
preference-undone-language = Dil önceki gibi.

## The preference page
preference-title = E-posta tercihleriniz
preference-stop-everything-is =
    Tek bir basış, tüm şirket e-postalarını ve tüm iş ortağı e-postalarını durdurur. Siparişleriniz ve hesabınızla ilgili
    iletiler ile yasal bildirimler gelmeye devam eder.
preference-want-company = Şirket e-postaları almak ister misiniz?
preference-want-partner = İş ortağı e-postaları almak ister misiniz?
preference-yes = Evet
preference-no = Hayır
preference-topics = Konular
preference-topics-stop = Yukarıda “Hayır” seçerseniz tüm konular durur.
preference-partners = İş ortakları
preference-partners-stop = Yukarıda “Hayır” seçerseniz tüm iş ortaklarının e-postaları durur.
preference-turn-on =
    Kapalı olan e-postalar, kendi posta kutunuza gönderilen bir doğrulama bağlantısıyla yeniden açılabilir; böylece başka hiç
    kimse sizin adınıza e-posta başlatamaz.
preference-paused-until = { $date } tarihine kadar ara verildi
preference-end-pause = Bu arayı şimdi bitirin. Bunun için posta kutunuza bir bağlantı göndeririz.
preference-pause = Ara verin
preference-pause-is =
    Tanıtım e-postaları bir süre gelmez ve sonra kendiliğinden yeniden gelir. Yukarıdaki tercihleriniz olduğu gibi kalır.
preference-pause-long = Ne kadar süre?
preference-pause-none = Ara yok
preference-pause-keep = Şimdiki gibi
preference-pause-days =
    { $days ->
       *[other] { $days } gün
    }
preference-pause-what = Hangi e-postalara ara verilsin?
preference-all-mail = Tüm tanıtım e-postaları
preference-much = Ne kadar ve hangi dilde
preference-cap = 7 gün içinde en fazla kaç tanıtım iletisi?
preference-cap-none = Kendi sınırım yok
preference-cap-some =
    { $count ->
       *[other] En fazla { $count }
    }
preference-language = Sayfaların ve e-postaların dili
preference-save = Tercihleri kaydet

## What bars mail whatever is chosen
preference-bars = Göndermediğimiz e-postalar
preference-bar =
    { $why ->
        [bounce] Bu adrese gönderilen iletiler teslim edilemediği için geri döndü.
        [complaint] E-posta sağlayıcınız bize bir iletinin istenmediğini bildirdi.
        [child] Bu adresin bir çocuğa ait olduğu bildirildi.
        [domain] Bu sağlayıcının adreslerine göndermiyoruz.
        [erased] Verileriniz silindi.
       *[staff] { $sender } bünyesinden bir kişi bu adrese giden e-postaları durdurdu.
    }
preference-bar-since =
    { $list ->
        [topic] Bu nedenle { $date } tarihinden beri “{ $name }” gönderilmiyor.
        [partner] Bu nedenle { $date } tarihinden beri { $name } adlı iş ortağının e-postaları gönderilmiyor.
        [company] Bu nedenle { $date } tarihinden beri şirket e-postaları gönderilmiyor.
        [partners] Bu nedenle { $date } tarihinden beri iş ortağı e-postaları gönderilmiyor.
       *[everything] Bu nedenle { $date } tarihinden beri hiçbir tanıtım e-postası gönderilmiyor.
    }
preference-bar-until =
    { $list ->
        [topic] Bu nedenle { $date } tarihinden { $until } tarihine kadar “{ $name }” gönderilmiyor.
        [partner] Bu nedenle { $date } tarihinden { $until } tarihine kadar { $name } adlı iş ortağının e-postaları gönderilmiyor.
        [company] Bu nedenle { $date } tarihinden { $until } tarihine kadar şirket e-postaları gönderilmiyor.
        [partners] Bu nedenle { $date } tarihinden { $until } tarihine kadar iş ortağı e-postaları gönderilmiyor.
       *[everything] Bu nedenle { $date } tarihinden { $until } tarihine kadar hiçbir tanıtım e-postası gönderilmiyor.
    }
preference-bars-ask = Bunun yanlış olduğunu düşünüyorsanız { $address } adresine yazın.

## What we hold
preference-held = Tuttuğumuz kayıtlar
preference-held-none = Sizden bir onay almadık, bu yüzden tanıtım e-postası göndermiyoruz.
preference-held-is = Bunlar, kayıtlarımızda yer aldığı haliyle tercihlerinizdir.
preference-held-list =
    { $list ->
        [topic] “{ $name }”
        [partner] { $name } adlı iş ortağının e-postaları
        [company] Şirket e-postaları
        [partners] İş ortağı e-postaları
       *[everything] Şirket e-postaları ve iş ortağı e-postaları
    }
preference-held-on-since = Açılma tarihi
preference-held-off-since = Kapanma tarihi
preference-held-chosen = Seçim yeri
preference-held-words = Gösterilen metin
preference-held-language = Dil
preference-held-policy = Gizlilik politikası
preference-held-version = Sürüm { $version }
preference-source =
    { $source ->
        [registration] Kayıt sırasında
        [order] Bir siparişte
        [survey] Bir ankette
        [contest] Bir yarışmada
        [page] Bu sayfada ya da bir iletideki bağlantıyla
        [api] Diğer sitelerimizden veya hizmetlerimizden birinde
        [import] Seçiminizin kanıtını içeren bir listeden
       *[staff] { $sender } bünyesinden bir kişi girdi
    }

## The last messages
preference-recent = Son iletileriniz
preference-recent-none = Henüz hiç ileti yok.
preference-outcome =
    { $outcome ->
        [sent] Gönderildi
        [withheld] Gönderilmedi
        [waiting] Bekliyor
        [returned] Teslim edilemedi
       *[in_doubt] Gönderilmiş olabilir
    }
preference-was-on =
    { $list ->
        [topic] “{ $name }” açıktı.
        [partner] { $name } adlı iş ortağının e-postaları açıktı.
        [company] Şirket e-postaları açıktı.
        [partners] İş ortağı e-postaları açıktı.
       *[everything] Şirket e-postaları ve iş ortağı e-postaları açıktı.
    }
preference-was-stopped =
    { $list ->
        [topic] “{ $name }” durdurulmuştu.
        [partner] { $name } adlı iş ortağının e-postaları durdurulmuştu.
        [company] Şirket e-postaları durdurulmuştu.
        [partners] İş ortağı e-postaları durdurulmuştu.
       *[everything] Şirket e-postaları ve iş ortağı e-postaları durdurulmuştu.
    }
preference-never-given =
    { $list ->
        [topic] “{ $name }” için sizden bir onay almadık.
        [partner] { $name } adlı iş ortağının e-postaları için sizden bir onay almadık.
        [company] Şirket e-postaları için sizden bir onay almadık.
        [partners] İş ortağı e-postaları için sizden bir onay almadık.
       *[everything] Ne şirket e-postaları ne de iş ortağı e-postaları için sizden bir onay aldık.
    }
preference-why =
    { $why ->
        [no_consent_needed] Bu bir reklam değildi: istediğiniz ya da size bildirmek zorunda olduğumuz bir şeydi.
        [paused] Ara verilmesini istemiştiniz.
        [complaint] E-posta sağlayıcınız bize daha önceki bir iletinin istenmediğini bildirdi.
        [child] Bu adresin bir çocuğa ait olduğu bildirildi.
        [staff] { $sender } bünyesinden bir kişi bu adrese giden e-postaları durdurdu.
        [undeliverable] Bu adrese gönderilen önceki iletiler geri döndü.
        [domain] Bu sağlayıcının adreslerine göndermiyoruz.
        [erased] Verileriniz silindi.
        [policy_declined] Gizlilik politikamızdaki bir değişikliğe “Hayır” dediniz.
        [policy_window] Gizlilik politikamız değişti ve itiraz süresi henüz dolmadı.
        [limit] 7 gün içindeki ileti sınırına ulaşılmıştı.
        [campaign_over] Bu gönderimi sıra size gelmeden sonlandırdık.
        [refused_there] E-posta sağlayıcınız iletiyi kabul etmedi.
        [connection_broke] Gönderirken bağlantı koptu. Yeniden göndermeyiz.
       *[could_not_check] Tercihlerinizi denetleyemedik, bu yüzden göndermedik.
    }
