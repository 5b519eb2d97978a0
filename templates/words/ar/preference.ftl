### The page behind the link in a message, and the preference page.

preference-ask-title = إيقاف هذا البريد
preference-ask =
    { $list ->
        [topic] إيقاف «{ $name }»
        [partner] إيقاف البريد من { $name }
        [company] إيقاف بريد الشركة
        [partners] إيقاف بريد الشركاء
       *[everything] إيقاف بريد الشركة وبريد الشركاء
    }
preference-ask-about =
    { $list ->
        [topic] هذا بريد الشركة: بريد ترويجي عن { $sender }.
        [partner] هذا بريد شريك. نرسله نيابة عن { $name }، ولا يحصل الشريك على عنوانك.
        [company] بريد الشركة هو بريد ترويجي عن { $sender }.
        [partners] بريد الشركاء هو بريد ترويجي نرسله نيابة عن شركات أخرى. لا تحصل هذه الشركات على عنوانك.
       *[everything] بريد الشركة هو بريد ترويجي عن { $sender }. وبريد الشركاء هو بريد ترويجي نرسله نيابة عن شركات أخرى.
    }
preference-ask-since = إنه متوقف منذ { $date }. لا يلزمك فعل شيء.
preference-ask-off = نحن لا نرسله. لا يلزمك فعل شيء.
preference-stop-this = إيقاف هذا البريد
preference-stop-more = يمكنك إيقاف المزيد
preference-stop-more-at-once = أو أوقف المزيد دفعة واحدة
preference-stop-company = إيقاف كل بريد الشركة
preference-stop-partner = إيقاف كل بريد الشركاء
preference-stop-everything = إيقاف كل شيء
preference-everything-is = كل شيء يعني كل بريد الشركة وكل بريد الشركاء.
preference-see-all = اعرض كل خيارات بريدك
preference-gpc-before =
    يطلب متصفحك من المواقع ألا تشارك البيانات أو تبيعها. عندما تضغط زرًا هنا نوقف أيضًا بريد الشركاء.

preference-is-stopped =
    { $list ->
        [topic] أُوقف «{ $name }»
        [partner] أُوقف البريد من { $name }
        [company] أُوقف بريد الشركة
        [partners] أُوقف بريد الشركاء
       *[everything] أُوقف بريد الشركة وبريد الشركاء
    }
preference-stopped-since = متوقف منذ { $date }.
preference-stopped-before = متوقف منذ { $date }. كان متوقفًا من قبل، فلم يتغير شيء.
preference-partner-too = أُوقف كل بريد الشركاء أيضًا، لأن متصفحك يطلب من المواقع ألا تشارك البيانات أو تبيعها.
preference-partner-by-signal = أُوقف كل بريد الشركاء، لأن متصفحك يطلب من المواقع ألا تشارك البيانات أو تبيعها.
preference-partner-stays-off = يبقى بريد الشركاء متوقفًا، لأن متصفحك يطلب من المواقع ألا تشارك البيانات أو تبيعها.
preference-on-its-way =
    كانت رسالة واحدة في الطريق عندما ضغطت الزر: «{ $subject }». قد تصل بعد.
preference-may-come = ما قد يصل بعد
preference-may-come-company = بريد الشركة الذي لا يزال مفعّلًا.
preference-may-come-partner = بريد الشركاء الذي لا يزال مفعّلًا.
preference-may-come-account = الرسائل المتعلقة بطلباتك وحسابك.
preference-may-come-notices = الإشعارات القانونية.
preference-undo-title = ليس هذا ما أردته؟
preference-undo-about = التراجع يعيد خياراتك كما كانت.
preference-undo = تراجع
preference-saved-title = حُفظت خياراتك
preference-saved-nothing-title = لم يتغير شيء
preference-saved-nothing = كانت خياراتك محفوظة هكذا من قبل.
preference-saved-stopped = متوقف منذ { $date }:
preference-back = العودة إلى خيارات بريدك
preference-undone-title = عادت خياراتك السابقة
preference-undone-nothing = لم يتغير شيء آخر.
preference-undone-on = هذا البريد مفعّل من جديد:
preference-undone-again = يمكنك إيقافه مرة أخرى في أي وقت.
preference-list =
    { $list ->
        [topic] «{ $name }»
        [partner] البريد من { $name }
        [company] كل بريد الشركة
        [partners] كل بريد الشركاء
       *[everything] كل بريد الشركة وكل بريد الشركاء
    }

preference-pauses =
    { $list ->
        [company] يتوقف بريد الشركة مؤقتًا حتى { $date }. ثم يعود من تلقاء نفسه.
        [partners] يتوقف بريد الشركاء مؤقتًا حتى { $date }. ثم يعود من تلقاء نفسه.
       *[everything] يتوقف بريد الشركة وبريد الشركاء مؤقتًا حتى { $date }. ثم يعودان من تلقاء نفسيهما.
    }
preference-saved-cap =
    { $count ->
        [one] تصلك رسالة ترويجية واحدة ({ $count }) على الأكثر خلال 7 أيام.
        [two] تصلك رسالتان ترويجيتان ({ $count }) على الأكثر خلال 7 أيام.
        [few] تصلك { $count } رسائل ترويجية على الأكثر خلال 7 أيام.
       *[other] تصلك { $count } رسالة ترويجية على الأكثر خلال 7 أيام.
    }
preference-saved-language = تأتي الصفحات والرسائل الآن بهذه اللغة.
preference-more-title = المزيد من البريد يتطلب خطوة أخرى
preference-more-is =
    طلبت بريدًا أكثر من ذي قبل. لا يمكن تأكيد ذلك إلا من صندوق بريدك أنت، كي لا يستطيع أحد غيرك تفعيل البريد لك:
preference-more-cap = رسائل ترويجية أكثر خلال 7 أيام
preference-more-end-pause =
    { $list ->
        [company] نهاية التوقف المؤقت لبريد الشركة
        [partners] نهاية التوقف المؤقت لبريد الشركاء
       *[everything] نهاية التوقف المؤقت لكل البريد الترويجي
    }
preference-more-often =
    أرسلنا عدة رسائل إلى { $address } خلال ساعة، لذلك لم نرسل رسالة أخرى بهذا الشأن. يُرجى اختياره من جديد بعد ساعة.
preference-more-write = اكتب إلى { $address } واطلب رابط تأكيد.
preference-undone-pause =
    { $list ->
        [company] لم يعد توقف بريد الشركة المؤقت أطول من ذي قبل.
        [partners] لم يعد توقف بريد الشركاء المؤقت أطول من ذي قبل.
       *[everything] لم يعد التوقف المؤقت لبريد الشركة وبريد الشركاء أطول من ذي قبل.
    }
preference-undone-cap = عاد عدد الرسائل خلال 7 أيام كما كان.
preference-undone-language = عادت اللغة كما كانت.

preference-title = خيارات بريدك
preference-stop-everything-is =
    ضغطة واحدة توقف كل بريد الشركة وكل بريد الشركاء. تستمر في الوصول الرسائل المتعلقة بطلباتك وحسابك والإشعارات القانونية.
preference-want-company = هل تريد بريد الشركة؟
preference-want-partner = هل تريد بريد الشركاء؟
preference-yes = نعم
preference-no = لا
preference-topics = المواضيع
preference-topics-stop = إذا اخترت لا في الأعلى، تتوقف كل المواضيع.
preference-partners = الشركاء
preference-partners-stop = إذا اخترت لا في الأعلى، يتوقف بريد كل الشركاء.
preference-turn-on =
    يمكن إعادة تفعيل ما هو متوقف برابط تأكيد يصل إلى صندوق بريدك أنت، كي لا يستطيع أحد غيرك تفعيل البريد لك.
preference-paused-until = متوقف مؤقتًا حتى { $date }
preference-end-pause = إنهاء هذا التوقف المؤقت الآن. لذلك نرسل رابطًا إلى صندوق بريدك.
preference-pause = توقف مؤقت
preference-pause-is =
    يغيب البريد الترويجي مدة ثم يعود من تلقاء نفسه. تبقى خياراتك في الأعلى كما هي.
preference-pause-long = كم المدة؟
preference-pause-none = بلا توقف مؤقت
preference-pause-keep = كما هو الآن
preference-pause-days =
    { $days ->
        [one] يوم واحد ({ $days })
        [two] يومان ({ $days })
        [few] { $days } أيام
       *[other] { $days } يومًا
    }
preference-pause-what = ما الذي يتوقف مؤقتًا؟
preference-all-mail = كل البريد الترويجي
preference-much = كم، وبأي لغة
preference-cap = كم رسالة ترويجية على الأكثر خلال 7 أيام؟
preference-cap-none = بلا حد خاص بي
preference-cap-some =
    { $count ->
        [one] { $count } على الأكثر
       *[other] { $count } على الأكثر
    }
preference-language = لغة الصفحات والرسائل
preference-save = احفظ الخيارات

preference-bars = بريد نحجزه
preference-bar =
    { $why ->
        [bounce] عادت رسائل إلى هذا العنوان لتعذر تسليمها.
        [complaint] أخبرنا مزود بريدك أن إحدى الرسائل لم تكن مرغوبة.
        [child] أُبلغ عن هذا العنوان أنه لطفل.
        [domain] لا نرسل إلى عناوين هذا المزود.
        [erased] مُحيت بياناتك.
       *[staff] أوقف أحد العاملين في { $sender } البريد إلى هذا العنوان.
    }
preference-bar-since =
    { $list ->
        [topic] يحجز ذلك «{ $name }» منذ { $date }.
        [partner] يحجز ذلك البريد من { $name } منذ { $date }.
        [company] يحجز ذلك بريد الشركة منذ { $date }.
        [partners] يحجز ذلك بريد الشركاء منذ { $date }.
       *[everything] يحجز ذلك كل البريد الترويجي منذ { $date }.
    }
preference-bar-until =
    { $list ->
        [topic] يحجز ذلك «{ $name }» من { $date } حتى { $until }.
        [partner] يحجز ذلك البريد من { $name } من { $date } حتى { $until }.
        [company] يحجز ذلك بريد الشركة من { $date } حتى { $until }.
        [partners] يحجز ذلك بريد الشركاء من { $date } حتى { $until }.
       *[everything] يحجز ذلك كل البريد الترويجي من { $date } حتى { $until }.
    }
preference-bars-ask = إذا كنت ترى أن هذا خطأ، فاكتب إلى { $address }.

preference-held = ما هو مسجل لدينا
preference-held-none = ليست لدينا موافقة منك، لذلك لا نرسل بريدًا ترويجيًا.
preference-held-is = هذه خياراتك كما هي مسجلة لدينا.
preference-held-list =
    { $list ->
        [topic] «{ $name }»
        [partner] البريد من { $name }
        [company] بريد الشركة
        [partners] بريد الشركاء
       *[everything] بريد الشركة وبريد الشركاء
    }
preference-held-on-since = مفعّل منذ
preference-held-off-since = متوقف منذ
preference-held-chosen = اختير
preference-held-words = النص المعروض
preference-held-language = اللغة
preference-held-policy = سياسة الخصوصية
preference-held-version = النسخة { $version }
preference-source =
    { $source ->
        [registration] عند التسجيل
        [order] مع طلب
        [survey] في استطلاع
        [contest] في مسابقة
        [page] في هذه الصفحة، أو برابط في رسالة
        [api] في موقع أو خدمة أخرى لنا
        [import] من قائمة مع إثبات اختيارك
       *[staff] أدخله أحد العاملين في { $sender }
    }

preference-recent = رسائلك الأخيرة
preference-recent-none = لا توجد رسائل بعد.
preference-outcome =
    { $outcome ->
        [sent] أُرسلت
        [withheld] لم تُرسل
        [waiting] في الانتظار
        [returned] لم تُسلَّم
       *[in_doubt] ربما أُرسلت
    }
preference-was-on =
    { $list ->
        [topic] كان «{ $name }» مفعّلًا.
        [partner] كان البريد من { $name } مفعّلًا.
        [company] كان بريد الشركة مفعّلًا.
        [partners] كان بريد الشركاء مفعّلًا.
       *[everything] كان بريد الشركة وبريد الشركاء مفعّلين.
    }
preference-was-stopped =
    { $list ->
        [topic] كان «{ $name }» متوقفًا.
        [partner] كان البريد من { $name } متوقفًا.
        [company] كان بريد الشركة متوقفًا.
        [partners] كان بريد الشركاء متوقفًا.
       *[everything] كان بريد الشركة وبريد الشركاء متوقفين.
    }
preference-never-given =
    { $list ->
        [topic] ليست لدينا موافقة منك على «{ $name }».
        [partner] ليست لدينا موافقة منك على البريد من { $name }.
        [company] ليست لدينا موافقة منك على بريد الشركة.
        [partners] ليست لدينا موافقة منك على بريد الشركاء.
       *[everything] ليست لدينا موافقة منك على بريد الشركة أو بريد الشركاء.
    }
preference-why =
    { $why ->
        [no_consent_needed] لم يكن إعلانًا: شيء طلبته، أو شيء يجب أن نخبرك به.
        [paused] كنت قد طلبت توقفًا مؤقتًا.
        [complaint] أخبرنا مزود بريدك أن رسالة سابقة لم تكن مرغوبة.
        [child] أُبلغ عن هذا العنوان أنه لطفل.
        [staff] أوقف أحد العاملين في { $sender } البريد إلى هذا العنوان.
        [undeliverable] عادت رسائل سابقة إلى هذا العنوان.
        [domain] لا نرسل إلى عناوين هذا المزود.
        [erased] مُحيت بياناتك.
        [policy_declined] رفضت تغييرًا في سياسة الخصوصية لدينا.
        [policy_window] تغيرت سياسة الخصوصية لدينا، ولم تنتهِ مهلة الاعتراض.
        [limit] بُلغ حد الرسائل خلال 7 أيام.
        [campaign_over] أنهينا هذا الإرسال قبل أن يأتي دورك.
        [refused_there] لم يقبلها مزود بريدك.
        [connection_broke] انقطع الاتصال أثناء الإرسال. لن نرسلها مرة أخرى.
       *[could_not_check] لم نتمكن من التحقق من خياراتك، فلم نرسلها.
    }
