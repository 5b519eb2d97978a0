### The page that says how to stop mail.

help-title = E-postalar nasıl durdurulur
help-lead = Tanıtım e-postalarını istediğiniz zaman durdurabilirsiniz. Hesap ya da parola gerekmez.
help-link = Bizden gelen herhangi bir iletideki bağlantıyı kullanın
help-link-how =
    E-postaları durdurma bağlantısı her tanıtım iletisinin sonundadır. Tek düğmeli bir sayfa açar. Eski iletilerdeki
    bağlantılar da çalışır.
help-program = Ya da e-posta programınızı kullanın
help-program-how =
    Birçok e-posta programı, gönderenin adının yanında “Abonelikten çık” seçeneğini gösterir. Bu seçenek aynı türdeki e-postaları durdurur.
help-kinds = İki tür tanıtım e-postası
help-kinds-apart =
    Her birini ayrı ayrı seçersiniz. Siparişleriniz ve hesabınızla ilgili iletiler ile yasal bildirimler tanıtım e-postası
    değildir ve gelmeye devam eder.
help-reach = Bize nasıl ulaşırsınız
help-reach-how = { $address } adresine yazdıklarınızı bir insan okur. Aşağıdaki adrese mektup da gönderebilirsiniz.
