### Words that every page or several of them have.

## Dates
common-date =
    { $day } { $month ->
        [1] Ocak
        [2] Şubat
        [3] Mart
        [4] Nisan
        [5] Mayıs
        [6] Haziran
        [7] Temmuz
        [8] Ağustos
        [9] Eylül
        [10] Ekim
        [11] Kasım
       *[12] Aralık
    } { $year }
common-moment = { $date }, { $time } UTC

## What stands around every page
common-skip = İçeriğe geç
common-tagline = E-posta tercihleriniz
common-help-title = Yardım ve iletişim
common-how-to-stop = E-postalar nasıl durdurulur
common-write-to = { $address } adresine yazın
common-sender-title = Bu e-postaları gönderen
common-for = { $address } için

## Sentences that several pages share
common-write-to-stop = { $address } adresine herhangi bir şey yazın. Yazdığınız adrese giden e-postaları durdururuz.
common-company-mail = Şirket e-postaları
common-partner-mail = İş ortağı e-postaları
common-company-mail-is = { $sender } hakkında tanıtım e-postaları.
common-partner-mail-is = Başka şirketler adına gönderdiğimiz tanıtım e-postaları. Bu şirketlere adresiniz verilmez.
common-still-comes = Siparişleriniz ve hesabınızla ilgili iletiler ile yasal bildirimler gelmeye devam eder.
common-what-you-can-do = Neler yapabilirsiniz
common-or-write = Ya da bize yazın

## A link that does not work
common-refused-title = Bu bağlantı çalışmıyor
common-refused-lead = Size gelirken kesilmiş olabilir. Hiçbir şey değiştirilmedi.
common-refused-newest = Bizden gelen en yeni iletideki bağlantıyı kullanın
common-refused-newest-how =
    Bağlantı iletinin sonundadır. Kopyalıyorsanız tamamını alın: bazı e-posta programları uzun bir bağlantıyı iki satıra
    böler.

## Our own failure
common-error-title = Üzgünüz, bir sorun oluştu
common-error-lead = Hata bizden kaynaklanıyor, yaptığınız bir şeyden değil.
common-error-again = Yeniden deneyin
common-error-again-how = İletinizdeki bağlantıyı yeniden açın. Bağlantı çalışmaya devam eder.
common-error-acting =
    Seçiminizin kaydedildiğini söyleyemiyoruz. Lütfen geri dönüp düğmeye yeniden basın: iki kez basmanın zararı olmaz.
common-error-number = Bu hata hakkında bize yazarsanız lütfen şu numarayı belirtin: { $incident }
common-busy-title = Lütfen bir dakika sonra yeniden deneyin
common-busy-lead = Şu anda yanıt veremiyoruz. Hata bizden kaynaklanıyor.
common-busy-again-how = Bir dakika bekleyin, sonra iletinizdeki bağlantıyı yeniden açın. Bağlantı çalışmaya devam eder.

common-elsewhere-title = Bu form başka bir siteden geldi
common-elsewhere-lead = Bu yüzden hiçbir şey yapılmadı. Sayfamızı açın ve oradaki düğmeye basın.
common-elsewhere-open = Sayfamızı aç
common-stale = Bu sayfa çok uzun süre açık kalmıştı ya da form eksikti. Henüz hiçbir şey yapılmadı: lütfen düğmeye yeniden basın.
