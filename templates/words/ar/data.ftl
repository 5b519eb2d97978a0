### What people do with their own data, on pages and in the letters that complete it.

data-title = بياناتك
data-about =
    لكل من هذه الأمور نرسل رابطًا إلى عنوانك. يعمل مدة نصف ساعة، ولا يتغير شيء قبل أن تستخدمه.
data-see = اعرض ما نعرفه عنك وصحّحه
data-download = احصل على نسخة من بياناتك
data-erase = امحُ بياناتي
data-move-title = تغيير عنوانك
data-move = عنوان بريدك الإلكتروني الجديد
data-move-button = أرسل الرابط

data-asked-title = انظر في صندوق بريدك
data-asked = أرسلنا رسالة إلى { $address }. لم يتغير شيء بعد: افتح الرابط في تلك الرسالة خلال 30 دقيقة.
data-asked-more = أرسلنا رسالة إلى { $address }. كل هذا ينتظر حتى تفتح الرابط في تلك الرسالة خلال 30 دقيقة وتؤكده.
data-asked-often-title = ابحث عن رسائلنا الأخيرة
data-asked-often =
    أرسلنا عدة رسائل إلى { $address } خلال ساعة. استخدم الرابط في أحدثها، أو عد بعد ساعة.

data-see-title = ما نعرفه عنك
data-see-lead = غيّر ما هو خطأ، واترك فارغًا ما لا ينبغي أن نعرفه.
data-see-address = العنوان
data-see-button = احفظ
data-field-name = الاسم
data-field-zip = الرمز البريدي
data-field-age = الفئة العمرية
data-field-income = فئة الدخل
data-field-language = اللغة، مثل en أو pt-BR
data-field-zone = المنطقة الزمنية، مثل Europe/Berlin
data-wrong = لم يُحفظ ذلك. غيّر من فضلك:
data-mend =
    { $field ->
        [name] الاسم: سطر واحد من 200 حرف على الأكثر.
        [zip] الرمز البريدي: 12 خانة على الأكثر من الحروف A إلى Z والأرقام والمسافات والشرطات.
        [age] الفئة العمرية: سنوات، مثل 30-39 أو 65+.
        [income] فئة الدخل: سطر واحد من 40 حرفًا على الأكثر.
        [language] اللغة: رمز قصير، مثل en أو pt-BR.
       *[zone] المنطقة الزمنية: اسم، مثل Europe/Berlin.
    }
data-leave-title = تغيير عنوانك
data-leave-lead =
    عندما تضغط الزر، نرسل رابطًا إلى العنوان الجديد. يتغير عنوانك عندما يُستخدم ذلك الرابط. وحتى ذلك الحين يبقى كل شيء كما
    هو.
data-leave-button = نعم، اكتبوا إلى العنوان الجديد
data-arrive-title = هل هذا عنوانك؟
data-arrive-lead =
    عندما تضغط الزر، يسري كل ما اخترته على هذا العنوان، ولا نكتب بعد ذلك إلى العنوان السابق.
data-arrive-button = نعم، استخدموا هذا العنوان
data-new-address = العنوان الجديد: { $address }
data-opt-in-title = المزيد من البريد
data-opt-in-lead = عندما تضغط الزر فإنك تقول:
data-opt-in-after = يمكنك إيقافه في أي وقت، بنقرة واحدة في كل رسالة.
data-opt-in-button = نعم، أريد ذلك
data-opt-in-wording =
    { $list ->
        [topic] نعم، أرسلوا إليّ «{ $name }» من { $sender } بالبريد الإلكتروني.
        [partner] نعم، أرسلوا إليّ بريدًا من { $name } بالبريد الإلكتروني. ترسله { $sender } ولا تنقل عنواني.
        [company] نعم، أرسلوا إليّ بريدًا ترويجيًا عن { $sender } بالبريد الإلكتروني.
        [partners] نعم، أرسلوا إليّ بريدًا ترويجيًا عن شركات أخرى بالبريد الإلكتروني. ترسله { $sender } ولا تنقل عنواني.
       *[everything] نعم، أرسلوا إليّ كل البريد الترويجي من { $sender } بالبريد الإلكتروني.
    }
data-opt-in-cap =
    { $count ->
        [one] نعم، أرسلوا إليّ رسالة ترويجية واحدة ({ $count }) على الأكثر خلال 7 أيام.
        [two] نعم، أرسلوا إليّ رسالتين ترويجيتين ({ $count }) على الأكثر خلال 7 أيام.
        [few] نعم، أرسلوا إليّ { $count } رسائل ترويجية على الأكثر خلال 7 أيام.
       *[other] نعم، أرسلوا إليّ { $count } رسالة ترويجية على الأكثر خلال 7 أيام.
    }
data-opt-in-no-cap = نعم، ألغوا حدّي الخاص للرسائل الترويجية خلال 7 أيام.
data-opt-in-end-pause =
    { $list ->
        [company] نعم، أنهوا الآن التوقف المؤقت لبريد الشركة.
        [partners] نعم، أنهوا الآن التوقف المؤقت لبريد الشركاء.
       *[everything] نعم، أنهوا الآن التوقف المؤقت لكل البريد الترويجي.
    }
data-download-title = نسخة من بياناتك
data-download-lead = يمكنك قراءتها هنا، أو أخذها ملفًا تقرؤه الآلة (JSON).
data-download-show = اعرضها هنا
data-download-file = نزّل الملف
data-erase-title = محو بياناتك
data-erase-lead =
    عندما تضغط الزر، نمحو عنوانك واسمك وكل ما أخبرتنا به. لا يمكن التراجع عن ذلك.
data-erase-keep =
    نحتفظ برمز لا يمكن إرجاعه إلى عنوانك. به نتأكد من ألا يراسلك أحد في { $sender } مرة أخرى.
data-erase-button = امحُ كل شيء

data-corrected-title = حُفظ
data-corrected = نعرف الآن ما أخبرتنا به للتو، ولا شيء غيره.
data-half-title = بقيت خطوة
data-half = أرسلنا رابطًا إلى العنوان الجديد. افتحه خلال 30 دقيقة.
data-moved-title = تغير عنوانك
data-moved = يسري عليه كل ما اخترته. لن نكتب بعد الآن إلى العنوان السابق.
data-opted-in-title = البريد مفعّل
data-opted-in =
    { $list ->
        [topic] نرسل إليك «{ $name }» من الآن.
        [partner] نرسل إليك البريد من { $name } من الآن.
        [company] نرسل إليك بريد الشركة من الآن.
        [partners] نرسل إليك بريد الشركاء من الآن.
       *[everything] نرسل إليك بريد الشركة وبريد الشركاء من الآن.
    }
data-noted-off = سجّلنا موافقتك. ومع ذلك يبقى هذا البريد متوقفًا:
data-cap-gone = لم يعد لك حد خاص بك.
data-pause-ended =
    { $list ->
        [company] انتهى التوقف المؤقت لبريد الشركة.
        [partners] انتهى التوقف المؤقت لبريد الشركاء.
       *[everything] انتهى التوقف المؤقت لبريد الشركة وبريد الشركاء.
    }
data-erased-title = مُحيت بياناتك
data-erased = لم نعد نعرف عنوانك ولا أي شيء آخر عنك. لن نكتب إليك مرة أخرى.
data-erased-copies = ما تحتفظ به قاعدة البيانات لإصلاح نفسها، مثل سجلها والنسخ الاحتياطية، يُستبدل أثناء عملها المعتاد. ولا يبحث أحد هناك عن أي شيء.
data-before-title = سبق أن تم ذلك
data-before = تم ذلك في { $date }. لم يتغير شيء الآن.
data-expired-title = انتهت صلاحية هذا الرابط
data-expired = كان يعمل 30 دقيقة. لم يتغير شيء. يمكنك طلب رابط جديد.
data-expired-new = اطلب رابطًا جديدًا

data-copy-title = بياناتك
data-copy-person = عنك
data-copy-known = معروف منذ
data-copy-source = المصدر
data-copy-file-more = الملف يحوي كل ذلك، مع السجلات وفق ISO/IEC TS 27560.

data-link-title = احصل على رابط إلى خياراتك
data-link-lead = اكتب عنوانك، ونرسل إليك رابطًا. لإيقاف البريد يمكنك أيضًا أن تكتب إلى { $address }.
data-link-field = عنوان بريدك الإلكتروني
data-link-button = أرسلوا إليّ الرابط
data-link-sent-title = انظر في صندوق بريدك
data-link-sent = إذا كنا نكتب إلى { $address }، فإن رسالة فيها رابط في الطريق إليه.

data-letter-minutes = يعمل الرابط مدة { $minutes } دقيقة، ولهذا الأمر وحده.
data-letter-not-you = إذا لم تطلب ذلك، فلا تفعل شيئًا. لم يتغير شيء.
data-letter-new-address = العنوان الجديد: { $address }
data-letter-see-subject = رابطك إلى ما نعرفه عنك
data-letter-see = بهذا الرابط يمكنك أن ترى ما تعرفه { $sender } عنك وأن تصححه.
data-letter-see-link = اعرض وصحّح
data-letter-download-subject = رابطك إلى نسخة من بياناتك
data-letter-download = بهذا الرابط تحصل على نسخة من كل ما تعرفه { $sender } عنك.
data-letter-download-link = احصل على النسخة
data-letter-erase-subject = هل تريد محو بياناتك؟
data-letter-erase = طلب شخص ما، هو أنت على الأرجح، من { $sender } محو كل بيانات هذا العنوان.
data-letter-erase-link = متابعة
data-letter-opt-in-subject = للتأكيد: المزيد من البريد
data-letter-opt-in = طلب شخص ما، هو أنت على الأرجح، من { $sender } مزيدًا من البريد إلى هذا العنوان. لا يُفعَّل إلا إذا أكدت ذلك.
data-letter-opt-in-link = تأكيد
data-letter-leave-subject = هل تريد تغيير عنوانك؟
data-letter-leave = طلب شخص ما، هو أنت على الأرجح، من { $sender } أن تكتب إلى عنوان غير هذا.
data-letter-leave-link = متابعة
data-letter-arrive-subject = هل هذا عنوانك الجديد؟
data-letter-arrive = طلب شخص ما، هو أنت على الأرجح، من { $sender } أن تكتب إلى هذا العنوان من الآن.
data-letter-arrive-link = متابعة
data-letter-preferences-subject = رابطك إلى خياراتك
data-letter-preferences = بهذا الرابط يمكنك أن ترى وتغير البريد الذي ترسله إليك { $sender }.
data-letter-preferences-link = خياراتك
data-letter-moved-subject = لم نعد نكتب إلى هذا العنوان
data-letter-moved = تغير عنوانك لدى { $sender }، كما أُكد من صندوق البريد هذا ومن الجديد.
data-letter-moved-wrong = إذا لم تكن أنت من فعل ذلك، فرد على هذه الرسالة.
