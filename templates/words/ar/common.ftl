### Words that every page or several of them have.

common-date =
    { $day } { $month ->
        [1] يناير
        [2] فبراير
        [3] مارس
        [4] أبريل
        [5] مايو
        [6] يونيو
        [7] يوليو
        [8] أغسطس
        [9] سبتمبر
        [10] أكتوبر
        [11] نوفمبر
       *[12] ديسمبر
    } { $year }
common-moment = { $date }، { $time } بالتوقيت العالمي

common-skip = انتقل إلى المحتوى
common-tagline = خيارات بريدك
common-help-title = المساعدة والاتصال
common-how-to-stop = كيف توقف البريد
common-write-to = اكتب إلى { $address }
common-sender-title = من يرسل هذا البريد
common-for = إلى { $address }

common-write-to-stop = أرسل أي كلمات إلى { $address }. نوقف عندئذ البريد إلى العنوان الذي تكتب منه.
common-company-mail = بريد الشركة
common-partner-mail = بريد الشركاء
common-company-mail-is = بريد ترويجي عن { $sender }.
common-partner-mail-is = بريد ترويجي نرسله نيابة عن شركات أخرى. لا تحصل هذه الشركات على عنوانك.
common-still-comes = تستمر في الوصول الرسائل المتعلقة بطلباتك وحسابك، والإشعارات القانونية.
common-what-you-can-do = ما يمكنك فعله
common-or-write = أو اكتب إلينا

common-refused-title = هذا الرابط لا يعمل
common-refused-lead = ربما انقطع جزء منه في الطريق إليك. لم يتغير شيء.
common-refused-newest = استخدم الرابط في أحدث رسالة منا
common-refused-newest-how =
    ستجده في نهاية الرسالة. إذا نسخته فخذه كاملًا: فبعض برامج البريد تقسم الرابط الطويل إلى سطرين.

common-error-title = عذرًا، حدث خطأ
common-error-lead = الخطأ من جانبنا، وليس مما فعلته.
common-error-again = حاول مرة أخرى
common-error-again-how = افتح الرابط في رسالتك مرة أخرى. إنه يظل صالحًا.
common-error-acting =
    لا يمكننا أن نؤكد أن اختيارك قد حُفظ. ارجع واضغط الزر مرة أخرى: الضغط مرتين لا يضر.
common-error-number = إذا كتبت إلينا بشأن هذا الخطأ، فاذكر هذا الرقم: { $incident }
common-busy-title = حاول مرة أخرى بعد دقيقة
common-busy-lead = لا نستطيع الرد الآن. الخطأ من جانبنا.
common-busy-again-how = انتظر دقيقة، ثم افتح الرابط في رسالتك مرة أخرى. إنه يظل صالحًا.

common-elsewhere-title = جاء هذا النموذج من موقع آخر
common-elsewhere-lead = لذلك لم يُنفَّذ شيء. افتح صفحتنا واضغط الزر هناك.
common-elsewhere-open = فتح صفحتنا
common-stale = كانت هذه الصفحة مفتوحة مدة طويلة، أو كان النموذج ناقصًا. لم يُنفَّذ شيء بعد: يُرجى ضغط الزر مرة أخرى.
