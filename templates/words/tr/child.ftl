### Reporting that an address belongs to a child.

child-title = Bir çocuğun adresi
child-heading = Bu adres bir çocuğa mı ait?
child-lead = { $address } adresini kullanan kişi { $age } yaşından küçükse bize bildirin.
child-lead-typed = Kişi { $age } yaşından küçükse adresi bize bildirin.
child-stops = Bu adrese giden tüm şirket e-postalarını ve tüm iş ortağı e-postalarını hemen durdururuz.
child-writes = Adres bizde varsa ona yazarız: bu iletiyle her şey silinebilir ya da bildirim yanlışsa geri alınabilir.
child-erases = Adresi ve bu kişi hakkında tuttuğumuz diğer her şeyi sileriz.
child-keeps = Yalnızca adresten üretilmiş bir kodu saklarız; böylece adres listelerimize geri dönmez.
child-for-good = Bu işlem geri alınamaz.
child-erase-by-link =
    Diğer her şeyin de silinmesi için bizden gelen bir iletinin sonundaki bağlantıyı açın ve orada “{ $name }” seçeneğini seçin.
child-erase-by-mail = Ya da bize yazın; bir çalışanımız ilgilenir.
child-address = E-posta adresi
child-address-bad = Bu bir e-posta adresi değil. Adres şöyle görünür: name@example.org
child-later = Şu anda çok fazla adres bildiriliyor, bu yüzden bunu almadık. Lütfen daha sonra yeniden bildirin ya da bize yazın.
child-report = Bildir
child-done-title = Teşekkür ederiz, işlem tamam
child-done-stopped = { $address } adresine giden tüm şirket e-postalarını ve tüm iş ortağı e-postalarını durdurduk. Hiçbir şey silinmedi.
child-done-erased = { $address } adresine giden tüm şirket e-postalarını ve tüm iş ortağı e-postalarını durdurduk ve bu kişi hakkında tuttuklarımızı sildik.
child-done-before = Adres daha önce bildirilmişti, bu yüzden hiçbir şey değişmedi.
child-done-typed = Bundan sonra verdiğiniz adrese şirket e-postası ve iş ortağı e-postası gönderilmez. Şu anda yolda olan bir ileti yine de ulaşabilir.

child-letter-title = Her şeyi de sil
child-letter-about = Bu kişi hakkında tuttuklarımızı yalnızca { $address } adresine giden bir bağlantı siler. Aynı iletide, yanlışsa bildirimi geri alan bir bağlantı da vardır.
child-letter-button = Bu iletiyi gönder
child-letter-sent = Bağlantıları içeren bir ileti { $address } adresine gidiyor.

child-mail-subject = Bu adres bir çocuğun adresi olarak bildirildi
child-mail-lead = Birisi { $sender } kuruluşuna bu adresin { $age } yaşından küçük bir çocuğa ait olduğunu söyledi. Bu yüzden bu adrese giden tüm şirket e-postalarını ve tüm iş ortağı e-postalarını durdurduk. Hiçbir şey silinmedi.
child-mail-not = Bu bir çocuğun adresi değil
child-mail-erase = Bu adresle ilgili her şeyi sil
child-mail-days = Her iki bağlantı da üç gün çalışır. Bildirim doğruysa ve hiçbir şeyin silinmesi gerekmiyorsa bir şey yapmanız gerekmez.

child-erase-title = Bir çocukla ilgili her şeyi sil
child-not-title = Bir çocuğun adresi değil
child-not-lead = Düğmeye bastığınızda { $age } yaşında veya daha büyük olduğunuzu söylersiniz. Bildirim geri alınır ve daha önce seçilenler yeniden geçerli olur.
child-not-button = Evet, bildirimi geri al
child-lifted-title = Bildirim geri alındı
child-lifted = Daha önce seçilenler yeniden geçerli.
child-stays = Bu adresin bir çocuğa ait olduğuna dair başka bir bildirim var. O geçerli kalır.
child-expired = Bağlantı üç gün çalıştı. Hiçbir şey değiştirilmedi. Yeni bir bağlantı isteyebilirsiniz.
