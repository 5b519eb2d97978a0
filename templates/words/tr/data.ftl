### What people do with their own data, on pages and in the letters that complete it.

## On the preference page
data-title = Verileriniz
data-about =
    Bunların her biri için adresinize bir bağlantı göndeririz. Bağlantı yarım saat çalışır ve siz onu kullanmadan hiçbir şey değişmez.
data-see = Hakkınızda bildiklerimizi görün ve düzeltin
data-download = Verilerinizin bir kopyasını alın
data-erase = Verilerimi sil
data-move-title = Adresinizi değiştirin
data-move = Yeni e-posta adresiniz
data-move-button = Bağlantıyı gönder

## The answer
data-asked-title = Posta kutunuza bakın
data-asked = { $address } adresine bir ileti gönderdik. Henüz hiçbir şey değişmedi: bu iletideki bağlantıyı 30 dakika içinde açın.
data-asked-more = { $address } adresine bir ileti gönderdik. Bu iletideki bağlantıyı 30 dakika içinde açıp onaylayana kadar bunların hepsi bekler.
data-asked-often-title = Lütfen son iletilerimize bakın
data-asked-often =
    Bir saat içinde { $address } adresine birkaç ileti gönderdik. En yenisindeki bağlantıyı kullanın ya da bir saat sonra yeniden gelin.

## The page behind a link
data-see-title = Hakkınızda bildiklerimiz
data-see-lead = Yanlış olanı düzeltin, bilmemizi istemediğiniz alanı boş bırakın.
data-see-address = Adres
data-see-button = Kaydet
data-field-name = Ad
data-field-zip = Posta kodu
data-field-age = Yaş aralığı
data-field-income = Gelir aralığı
data-field-language = Dil, örneğin en veya pt-BR
data-field-zone = Saat dilimi, örneğin Europe/Berlin
data-wrong = Bu kaydedilmedi. Lütfen şunları değiştirin:
data-mend =
    { $field ->
        [name] Ad: tek satır, en fazla 200 karakter.
        [zip] Posta kodu: A ile Z arası harfler, rakamlar, boşluklar ve kısa çizgiler; en fazla 12 karakter.
        [age] Yaş aralığı: yıl olarak, örneğin 30-39 veya 65+.
        [income] Gelir aralığı: tek satır, en fazla 40 karakter.
        [language] Dil: kısa bir kod, örneğin en veya pt-BR.
       *[zone] Saat dilimi: bir ad, örneğin Europe/Berlin.
    }
data-leave-title = Adresinizi değiştirin
data-leave-lead =
    Düğmeye bastığınızda yeni adrese bir bağlantı göndeririz. Adresiniz, o bağlantı kullanıldığında değişir. O zamana kadar
    her şey olduğu gibi kalır.
data-leave-button = Evet, yeni adrese yazın
data-arrive-title = Bu sizin adresiniz mi?
data-arrive-lead =
    Düğmeye bastığınızda tüm seçimleriniz bu adres için geçerli olur ve önceki adrese artık yazmayız.
data-arrive-button = Evet, bu adresi kullanın
data-new-address = Yeni adres: { $address }
data-opt-in-title = Daha fazla e-posta
data-opt-in-lead = Düğmeye bastığınızda şunu beyan edersiniz:
data-opt-in-after = Bunu istediğiniz zaman, her iletideki tek bir tıklamayla yeniden durdurabilirsiniz.
data-opt-in-button = Evet, istiyorum
data-opt-in-wording =
    { $list ->
        [topic] Evet, { $sender } şirketinden “{ $name }” bana e-postayla gönderilsin.
        [partner] Evet, { $name } adlı iş ortağının iletileri bana e-postayla gönderilsin. Bunları { $sender } gönderir ve adresimi başkasına vermez.
        [company] Evet, { $sender } hakkında tanıtım iletileri bana e-postayla gönderilsin.
        [partners]
            Evet, başka şirketlerin tanıtım iletileri bana e-postayla gönderilsin. Bunları { $sender } gönderir ve adresimi başkasına vermez.
       *[everything] Evet, { $sender } şirketinin tüm tanıtım iletileri bana e-postayla gönderilsin.
    }
data-opt-in-cap =
    { $count ->
       *[other] Evet, 7 gün içinde bana en fazla { $count } tanıtım iletisi gönderilsin.
    }
data-opt-in-no-cap = Evet, 7 gün içindeki tanıtım iletileri için koyduğum sınır kaldırılsın.
data-opt-in-end-pause =
    { $list ->
        [company] Evet, şirket e-postalarına verilen ara şimdi sona ersin.
        [partners] Evet, iş ortağı e-postalarına verilen ara şimdi sona ersin.
       *[everything] Evet, tüm tanıtım e-postalarına verilen ara şimdi sona ersin.
    }
data-download-title = Verilerinizin bir kopyası
data-download-lead = Burada okuyabilir ya da makinece okunabilir bir dosya (JSON) olarak alabilirsiniz.
data-download-show = Burada göster
data-download-file = Dosyayı indir
data-erase-title = Verilerinizi silin
data-erase-lead =
    Düğmeye bastığınızda adresinizi, adınızı ve bize bildirdiğiniz her şeyi sileriz. Bu işlem geri alınamaz.
data-erase-keep =
    Adresinize geri dönüştürülemeyen bir kodu saklarız. Bu kodla, { $sender } bünyesinden hiç kimsenin size yeniden e-posta
    göndermemesini sağlarız.
data-erase-button = Her şeyi sil

## What was done
data-corrected-title = Kaydedildi
data-corrected = Artık az önce bildirdiklerinizi biliyoruz, başka bir şey bilmiyoruz.
data-half-title = Yarısı tamam
data-half = Yeni adrese bir bağlantı gönderdik. Bağlantıyı 30 dakika içinde açın.
data-moved-title = Adresiniz değişti
data-moved = Tüm seçimleriniz yeni adres için geçerli. Önceki adrese artık yazmayız.
data-opted-in-title = E-postalar açık
data-opted-in =
    { $list ->
        [topic] Bundan böyle size “{ $name }” gönderiyoruz.
        [partner] Bundan böyle size { $name } adlı iş ortağının e-postalarını gönderiyoruz.
        [company] Bundan böyle size şirket e-postaları gönderiyoruz.
        [partners] Bundan böyle size iş ortağı e-postaları gönderiyoruz.
       *[everything] Bundan böyle size şirket e-postaları ve iş ortağı e-postaları gönderiyoruz.
    }
data-noted-off = Evet yanıtınızı kaydettik. Bu e-postalar yine de kapalı kalır:
data-cap-gone = Artık kendi sınırınız yok.
data-pause-ended =
    { $list ->
        [company] Şirket e-postalarına verilen ara sona erdi.
        [partners] İş ortağı e-postalarına verilen ara sona erdi.
       *[everything] Şirket e-postalarına ve iş ortağı e-postalarına verilen ara sona erdi.
    }
data-erased-title = Verileriniz silindi
data-erased = Artık ne adresinizi ne de hakkınızda başka bir şeyi biliyoruz. Size bir daha yazmayız.
data-erased-copies = Veritabanının kendi onarımı için sakladıkları, örneğin günlüğü ve yedekleri, çalışması sırasında üzerine yazılarak silinir. Orada kimse bir şey aramaz.
data-before-title = Bu işlem zaten yapılmış
data-before = İşlem { $date } tarihinde yapıldı. Şimdi hiçbir şey değiştirilmedi.
data-expired-title = Bu bağlantının süresi doldu
data-expired = Bağlantı 30 dakika çalıştı. Hiçbir şey değiştirilmedi. Yeni bir bağlantı isteyebilirsiniz.
data-expired-new = Yeni bağlantı iste

## The copy
data-copy-title = Verileriniz
data-copy-person = Hakkınızda
data-copy-known = Kayıt başlangıcı
data-copy-source = Kaynak
data-copy-file-more = Dosya, ISO/IEC TS 27560 kayıtlarıyla birlikte hepsini içerir.

## No link at hand
data-link-title = Tercihlerinize giden bir bağlantı alın
data-link-lead = Adresinizi yazın, size bir bağlantı gönderelim. E-postaları durdurmak için { $address } adresine de yazabilirsiniz.
data-link-field = E-posta adresiniz
data-link-button = Bağlantıyı bana gönder
data-link-sent-title = Posta kutunuza bakın
data-link-sent = { $address } adresine yazıyorsak, bağlantı içeren bir ileti yoldadır.

## Letters
data-letter-minutes = Bağlantı { $minutes } dakika boyunca ve yalnızca bu işlem için çalışır.
data-letter-not-you = Bunu siz istemediyseniz hiçbir şey yapmayın. Hiçbir şey değiştirilmedi.
data-letter-new-address = Yeni adres: { $address }
data-letter-see-subject = Hakkınızda bildiklerimize giden bağlantınız
data-letter-see = Bu bağlantıyla, { $sender } şirketinin hakkınızda bildiklerini görebilir ve düzeltebilirsiniz.
data-letter-see-link = Gör ve düzelt
data-letter-download-subject = Verilerinizin kopyasına giden bağlantınız
data-letter-download = Bu bağlantıyla, { $sender } şirketinin hakkınızda bildiği her şeyin bir kopyasını alırsınız.
data-letter-download-link = Kopyayı al
data-letter-erase-subject = Verileriniz silinsin mi?
data-letter-erase = Biri, muhtemelen siz, { $sender } şirketinden bu adrese ait tüm verilerin silinmesini istedi.
data-letter-erase-link = Devam et
data-letter-opt-in-subject = Lütfen doğrulayın: daha fazla e-posta
data-letter-opt-in = Biri, muhtemelen siz, { $sender } şirketinden bu adrese daha fazla e-posta gönderilmesini istedi. Bu, yalnızca siz doğrularsanız açılır.
data-letter-opt-in-link = Doğrula
data-letter-leave-subject = Adresiniz değiştirilsin mi?
data-letter-leave = Biri, muhtemelen siz, { $sender } şirketinden bu adres yerine başka bir adrese yazılmasını istedi.
data-letter-leave-link = Devam et
data-letter-arrive-subject = Bu sizin yeni adresiniz mi?
data-letter-arrive = Biri, muhtemelen siz, { $sender } şirketinden bundan böyle bu adrese yazılmasını istedi.
data-letter-arrive-link = Devam et
data-letter-preferences-subject = Tercihlerinize giden bağlantınız
data-letter-preferences = Bu bağlantıyla, { $sender } şirketinin size hangi e-postaları gönderdiğini görebilir ve değiştirebilirsiniz.
data-letter-preferences-link = Tercihleriniz
data-letter-moved-subject = Bu adrese artık yazmıyoruz
data-letter-moved = { $sender } şirketindeki adresiniz, bu posta kutusundan ve yenisinden doğrulandığı için değiştirildi.
data-letter-moved-wrong = Bunu siz yapmadıysanız lütfen bu iletiyi yanıtlayın.
