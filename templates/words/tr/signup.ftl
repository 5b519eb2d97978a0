### Signing up: the public form, the letter that asks for a confirmation, and the page behind its link.

## The form
signup-title = { $sender } e-postalarına kaydolun
signup-lead = Ne istediğinizi seçin. Önce adresinize yazarız; e-postaları yalnızca o iletideki bağlantı açar.
signup-about-you = Hakkınızda
signup-address = E-posta adresiniz
signup-name = Adınız (boş bırakabilirsiniz)
signup-wants = Ne almak istersiniz?
signup-wants-partner = İş ortaklarının e-postaları
signup-wants-partner-is =
    Bunlar şirket e-postalarından ayrıdır. { $sender } bunları başka şirketler adına gönderir. Bu şirketlere adresiniz verilmez.
signup-partner-off = Tarayıcınız sitelerden verileri paylaşmamalarını ve satmamalarını istiyor. Bu yüzden iş ortağı e-postaları kapalı kalır.

# The exact words beside a box. They are kept as the proof of a consent.
signup-box =
    { $list ->
        [company] Tüm şirket e-postaları bana gönderilsin: { $sender } hakkında tanıtım e-postaları.
        [topic] “{ $name }” bana gönderilsin: { $sender } hakkında tanıtım e-postaları.
        [partners] İş ortaklarının e-postaları bana gönderilsin. Bunları { $sender } gönderir ve iş ortaklarına adresim verilmez.
       *[partner] { $name } adlı iş ortağının e-postaları bana gönderilsin. Bunları { $sender } gönderir ve { $name } adresimi almaz.
    }
signup-can-stop = Bunu istediğim zaman, her iletideki tek bir tıklamayla durdurabilirim.

signup-age = Kaç yaşındasınız?
signup-age-over = { $age } veya üzeri
signup-age-under = { $age } yaşından küçük
signup-age-why = Çocuklara e-posta göndermiyoruz. Yanıtınız saklanmaz.
signup-send = Kaydol

## What is wrong with the form
signup-faults = Lütfen şunlara yeniden bakın
signup-fault-address-missing = E-posta adresiniz eksik. Lütfen yazın.
signup-fault-address = Bu bir e-posta adresi değil. Bir ad, bir @ işareti ve bir alan adı gerekir, örneğin ada@example.org.
signup-fault-name = Ad çok uzun ya da içinde satır sonu var. Lütfen kısaltın ya da boş bırakın.
signup-fault-wants = Hiçbir şey seçilmedi. Lütfen istediklerinizi işaretleyin.
signup-fault-gone = Seçimlerinizden birini artık sunmuyoruz. Lütfen yeniden seçin.
signup-fault-age = Lütfen yaşınızı belirtin.

## After the form
signup-sent-title = Posta kutunuza bakın
signup-sent = { $address } adresine yazmamıza izin varsa, bağlantı içeren bir ileti yoldadır. E-postalar ancak bağlantıyı kullandıktan sonra gelir.
signup-sent-hours = Bağlantı { $hours } saat boyunca çalışır.
signup-sent-none-title = Bir saat sonra hâlâ ileti yok mu?
signup-sent-none-spam = İstenmeyen posta klasörünüze bakın ve yukarıdaki adreste hata olmadığından emin olun.
signup-sent-none-stopped =
    Bir daha yazmamamızı isteyen ya da çalışmayan bir adrese yazmayız. Adres sizinse, o adresten { $contact } adresine
    yazın.
signup-young-title = Kaydınızı yapamıyoruz
signup-young = Kaydolmak için { $age } veya daha büyük yaşta olmak gerekir. Yazdıklarınızın hiçbirini saklamadık.
signup-later-title = Lütfen daha sonra yeniden deneyin
signup-later = Son bir saat içinde ağınızdan çok sayıda kişi kaydoldu. Yazdıklarınızda bir yanlışlık yok.

## The letter that asks
signup-letter-subject = Lütfen doğrulayın: { $sender } e-postaları
signup-letter-asked = Bu adres, aşağıdakilere kaydolmak için { $sender } şirketine verildi:
signup-letter-open = Bunu yapan sizseniz bu sayfayı açın ve oradaki düğmeye basın. Bağlantı { $hours } saat boyunca çalışır.
signup-letter-link = Doğrula ya da “Hayır” de
signup-letter-not =
    Bunu yapan siz değilseniz hiçbir şey yapmayın. Bu nedenle size e-posta gelmez ve yazılanlar { $days } gün sonra silinir.

## The page behind the link
signup-confirm-title = İstediğiniz bu mu?
signup-confirm-yes = Evet, bana bunları gönder
signup-child = Birisi bize bu adresin bir çocuğa ait olduğunu söyledi. Evet derseniz bunun yanlış olduğunu ve { $age } yaşında veya daha büyük olduğunuzu da söylersiniz.
signup-confirm-no = Değilse bu sayfayı kapatın. Bu nedenle size e-posta gelmez ve yazılanlar { $days } gün sonra silinir.
signup-done-title = Kaydoldunuz
signup-done-none-title = Bu e-postalar kapalı kalır
signup-done-on = Bundan böyle alacaklarınız:
signup-done-off = Şunlar başka bir yoldan durduruldu ve kapalı kalır. İsterseniz { $contact } adresine yazın:
signup-done-partner-off = Tarayıcınız sitelerden verileri paylaşmamalarını ve satmamalarını istediği için iş ortağı e-postaları kapalı kalır.
signup-done-receipt = Adresinize gönderilen onay belgesi yolda.
signup-done-change = Bunları değiştir veya durdur
signup-over-title = Bu bağlantının süresi doldu
signup-over = Bağlantı { $hours } saat çalıştı. Hiçbir şey değiştirilmedi. İstediğiniz zaman yeniden kaydolabilirsiniz.
signup-again = Yeniden kaydolun

## The form for other pages
signup-embed-title = Bu form kendi sayfanızda
signup-embed = Bu HTML kodunu kopyalayın. Betik ve çerez gerektirmez, sayfanızın görünümünü alır.
signup-embed-again = Bir konu ya da iş ortağı eklediğinizde yeniden kopyalayın. Kişilere neyi kabul ettiklerini biz bir kez daha gösteririz.
signup-embed-code = Kopyalanacak HTML
