### The receipt of a person's consents, as a letter.

receipt-subject = Onay belgeniz: { $sender } e-postaları
receipt-intro = { $sender } şirketinin, e-posta onaylarınız hakkında { $date } tarihinde tuttuğu kayıtlar aşağıdadır. İsterseniz saklayın.
receipt-what =
    { $list ->
        [topic] “{ $name }”
        [partner] { $name } adlı iş ortağının e-postaları
        [company] Şirket e-postaları
       *[partners] İş ortağı e-postaları
    }
receipt-state =
    { $state ->
        [given] { $date } tarihinde “Evet” dediniz
        [granted] { $date } tarihinden beri varsayılan olarak açık: { $basis }
        [withdrawn] { $date } tarihinde “Hayır” dediniz
        [refused] { $date } tarihinde “Hayır” dediniz
       *[open] Bir yanıt vermediniz
    }
receipt-where = Nerede
receipt-words = Size gösterilen metin
receipt-policy = Gizlilik politikamızın sürümü
receipt-partners = İş ortağı e-postalarını kendimiz göndeririz. İş ortaklarına hakkınızda hiçbir bilgi verilmez.
receipt-change = Bunların herhangi birini istediğiniz zaman değiştirebilir veya durdurabilirsiniz:
receipt-link = E-posta tercihleriniz
receipt-file = Ekteki dosya aynı bilgileri ve önceki tüm kayıtları programların okuyabileceği biçimde içerir.
receipt-number = Bu belgenin numarası: { $number }

## Asking for one on the preference page
receipt-ask-title = Onay belgesi
receipt-ask-about = Nelere, ne zaman ve hangi metinle “Evet” ve “Hayır” dediğinizi gösterir. Belgeyi kendi adresinize göndeririz.
receipt-ask = Bana onay belgesi gönder
receipt-sent-title = Posta kutunuza bakın
receipt-sent = Adresinize yazmamıza izin varsa onay belgesi yoldadır. Bir saatte birkaç belgeden fazlasını göndermeyiz.
