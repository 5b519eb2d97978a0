### Reporting that an address belongs to a child.

child-title = Bir çocuğun adresi
child-heading = Bu adres bir çocuğa mı ait?
child-lead = { $address } adresini kullanan kişi { $age } yaşından küçükse bize bildirin.
child-lead-typed = Kişi { $age } yaşından küçükse adresi bize bildirin.
child-stops = Bu adrese giden tüm şirket e-postalarını ve tüm iş ortağı e-postalarını hemen durdururuz.
child-erases = Adresi ve bu kişi hakkında tuttuğumuz diğer her şeyi sileriz.
child-keeps = Yalnızca adresten üretilmiş bir kodu saklarız; böylece adres listelerimize geri dönmez.
child-for-good = Bu işlem geri alınamaz.
child-erase-by-link =
    Diğer her şeyin de silinmesi için bizden gelen bir iletinin sonundaki bağlantıyı açın ve orada “{ $name }” seçeneğini seçin.
child-erase-by-mail = Ya da bize yazın; bir çalışanımız ilgilenir.
child-address = E-posta adresi
child-address-bad = Bu bir e-posta adresi değil. Adres şöyle görünür: name@example.org
child-later = Son bir saat içinde ağınızdan çok sayıda adres bildirildi. Lütfen bu adresi bir saat sonra bildirin.
child-report = Bildir
child-report-and-erase = Bildir ve her şeyi sil
child-done-title = Teşekkür ederiz, işlem tamam
child-done-erased = { $address } adresine giden tüm şirket e-postalarını ve tüm iş ortağı e-postalarını durdurduk ve bu kişi hakkında tuttuklarımızı sildik.
child-done-before = Adres daha önce bildirilmişti, bu yüzden hiçbir şey değişmedi.
child-done-typed = Verdiğiniz adres listelerimizde idiyse, artık bu adrese şirket e-postası ve iş ortağı e-postası gönderilmez.
