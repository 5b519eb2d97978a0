### The receipt of a person's consents, as a letter.

receipt-subject = إيصالك: بريد من { $sender }
receipt-intro = هذا ما سجلته { $sender } عن موافقتك على البريد بتاريخ { $date }. احتفظ به إن شئت.
receipt-what =
    { $list ->
        [topic] «{ $name }»
        [partner] بريد من { $name }
        [company] بريد الشركة
       *[partners] بريد الشركاء
    }
receipt-state =
    { $state ->
        [given] قلت نعم في { $date }
        [granted] مفعّل افتراضيًا منذ { $date }: { $basis }
        [withdrawn] قلت لا في { $date }
        [refused] قلت لا في { $date }
       *[open] لم تقل شيئًا
    }
receipt-where = أين
receipt-words = النص الذي عُرض عليك
receipt-policy = نسخة سياسة الخصوصية لدينا
receipt-partners = نرسل بريد الشركاء بأنفسنا. لا يحصل الشركاء على أي شيء عنك.
receipt-change = يمكنك تغيير أي من ذلك أو إيقافه في أي وقت:
receipt-link = خيارات بريدك
receipt-file = يحتوي الملف المرفق على المعلومات نفسها وكل ما سبقها، بصيغة تقرؤها البرامج.
receipt-number = رقم هذا الإيصال: { $number }

receipt-ask-title = إيصال
receipt-ask-about = يبيّن ما قلت له نعم أو لا، ومتى، وبأي نص. نرسله إلى عنوانك أنت.
receipt-ask = أرسلوا لي إيصالًا
receipt-sent-title = انظر في صندوق بريدك
receipt-sent = إذا كان يحق لنا أن نكتب إلى عنوانك، فإن إيصالًا في الطريق. لا نرسل أكثر من بضعة إيصالات في الساعة.
