### Signing up: the public form, the letter that asks for a confirmation, and the page behind its link.

signup-title = اشترك في بريد { $sender }
signup-lead = اختر ما تريد. نكتب أولًا إلى عنوانك، ولا يُفعَّل البريد إلا بالرابط في تلك الرسالة.
signup-about-you = عنك
signup-address = عنوان بريدك الإلكتروني
signup-name = اسمك (يمكنك تركه)
signup-wants = ماذا تريد؟
signup-wants-partner = بريد من الشركاء
signup-wants-partner-is =
    هذا منفصل عن بريد الشركة. ترسله { $sender } نيابة عن شركات أخرى. لا تحصل هذه الشركات على عنوانك.
signup-partner-off = يطلب متصفحك من المواقع ألا تشارك البيانات أو تبيعها. لذلك يبقى بريد الشركاء متوقفًا.

signup-box =
    { $list ->
        [company] أرسلوا إليّ كل بريد الشركة: بريد ترويجي عن { $sender }.
        [topic] أرسلوا إليّ «{ $name }»: بريد ترويجي عن { $sender }.
        [partners] أرسلوا إليّ بريدًا من الشركاء. ترسله { $sender }، ولا يحصلون على عنواني.
       *[partner] أرسلوا إليّ بريدًا من { $name }. ترسله { $sender }، ولا تحصل { $name } على عنواني.
    }
signup-can-stop = يمكنني إيقافه في أي وقت، بنقرة واحدة في كل رسالة.

signup-age = كم عمرك؟
signup-age-over = { $age } سنة أو أكثر
signup-age-under = أقل من { $age } سنة
signup-age-why = لا نرسل بريدًا إلى الأطفال. لا نحتفظ بردك.
signup-send = اشترك

signup-faults = انظر إلى هذا مرة أخرى
signup-fault-address-missing = عنوان بريدك الإلكتروني ناقص. اكتبه من فضلك.
signup-fault-address = هذا ليس عنوان بريد إلكتروني. يحتاج إلى اسم وعلامة @ ونطاق، مثل ada@example.org.
signup-fault-name = الاسم طويل جدًا، أو فيه فاصل أسطر. اختصره أو اتركه.
signup-fault-wants = لم تختر شيئًا. ضع علامة على ما تريد.
signup-fault-gone = لم نعد نقدم أحد اختياراتك. اختر مرة أخرى.
signup-fault-age = قل لنا كم عمرك.

signup-sent-title = انظر في صندوق بريدك
signup-sent = إذا كان يحق لنا أن نكتب إلى { $address }، فإن رسالة فيها رابط في الطريق. لا يأتي البريد إلا بعد أن تستخدم الرابط.
signup-sent-hours = يعمل الرابط مدة { $hours } ساعة.
signup-sent-none-title = لم تصل رسالة بعد ساعة؟
signup-sent-none-spam = انظر في مجلد الرسائل غير المرغوبة، وتحقق من أن العنوان أعلاه بلا خطأ.
signup-sent-none-stopped =
    لا نكتب إلى عنوان طلب منا ألا نكتب إليه أبدًا، أو لم يعمل. إذا كان عنوانك، فاكتب منه إلى { $contact }.
signup-young-title = لا يمكننا تسجيل اشتراكك
signup-young = يجب أن يكون العمر { $age } سنة أو أكثر. لم نحتفظ بشيء مما كتبته.
signup-later-title = حاول مرة أخرى لاحقًا
signup-later = اشترك كثيرون من شبكتك خلال الساعة الماضية. لا خطأ فيما كتبته.

signup-letter-subject = للتأكيد: بريد من { $sender }
signup-letter-asked = أُعطي هذا العنوان إلى { $sender } للاشتراك في:
signup-letter-open = إذا كنت أنت، فافتح هذه الصفحة واضغط الزر هناك. يعمل الرابط مدة { $hours } ساعة.
signup-letter-link = أكد أو قل لا
signup-letter-not =
    إذا لم تكن أنت، فلا تفعل شيئًا. لن يصلك بريد من هذا، ويُحذف ما كُتب بعد { $days } أيام.

signup-confirm-title = هل هذا ما تريده؟
signup-confirm-yes = نعم، أرسلوا إليّ هذا
signup-child = أبلغنا شخص ما أن هذا العنوان لطفل. بموافقتك تقول أيضًا إن هذا خطأ وإن عمرك { $age } سنة أو أكثر.
signup-confirm-no = إن لم يكن كذلك، فأغلق هذه الصفحة. لن يصلك بريد منها، ويُحذف ما كُتب بعد { $days } أيام.
signup-done-title = تم اشتراكك
signup-done-none-title = يبقى هذا البريد متوقفًا
signup-done-on = من الآن يصلك:
signup-done-off = أُوقف هذا بطريقة أخرى ويبقى متوقفًا. إذا أردته، فاكتب إلى { $contact }:
signup-done-partner-off = يبقى بريد الشركاء متوقفًا، لأن متصفحك يطلب من المواقع ألا تشارك البيانات أو تبيعها.
signup-done-receipt = إيصال في الطريق إلى عنوانك.
signup-done-change = غيّر أو أوقف أيًّا من ذلك
signup-over-title = انتهت صلاحية هذا الرابط
signup-over = كان يعمل مدة { $hours } ساعة. لم يتغير شيء. يمكنك الاشتراك مرة أخرى في أي وقت.
signup-again = اشترك مرة أخرى

signup-embed-title = هذا النموذج في صفحتك أنت
signup-embed = انسخ شيفرة HTML هذه. لا تحتاج إلى برنامج نصي ولا إلى ملف تعريف ارتباط، وتأخذ مظهر صفحتك.
signup-embed-again = انسخها من جديد عندما تضيف موضوعًا أو شريكًا. نعرض نحن على الناس مرة أخرى ما يوافقون عليه.
signup-embed-code = شيفرة HTML للنسخ
