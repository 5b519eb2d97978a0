### Reporting that an address belongs to a child.

child-title = عنوان طفل
child-heading = هل هذا العنوان لطفل؟
child-lead = أخبرنا إذا كان عمر صاحب العنوان { $address } أقل من { $age } سنة.
child-lead-typed = أخبرنا بالعنوان إذا كان عمر صاحبه أقل من { $age } سنة.
child-stops = نوقف فورًا كل بريد الشركة وكل بريد الشركاء إلى هذا العنوان.
child-erases = نمحو العنوان وكل ما لدينا عن هذا الشخص.
child-keeps = نحتفظ فقط برمز مشتق من العنوان، كي لا يعود إلى قوائمنا.
child-for-good = لا يمكن التراجع عن ذلك.
child-erase-by-link =
    لمحو كل شيء أيضًا، افتح الرابط في نهاية إحدى رسائلنا واختر هناك «{ $name }».
child-erase-by-mail = أو اكتب إلينا، وسيتولى أحد موظفينا الأمر.
child-address = عنوان البريد الإلكتروني
child-address-bad = هذا ليس عنوان بريد إلكتروني. شكل العنوان هكذا: name@example.org
child-later = أُبلغ عن عناوين كثيرة من شبكتك خلال الساعة الماضية. يُرجى الإبلاغ عن هذا العنوان بعد ساعة.
child-report = إبلاغ
child-report-and-erase = إبلاغ ومحو كل شيء
child-done-title = شكرًا، تم الأمر
child-done-erased = أوقفنا كل بريد الشركة وكل بريد الشركاء إلى { $address }، ومحونا ما كان لدينا عن هذا الشخص.
child-done-before = سبق الإبلاغ عن ذلك، فلم يتغير شيء.
child-done-typed = لن يُرسل بعد الآن بريد الشركة ولا بريد الشركاء إلى العنوان الذي ذكرته، إن كان في قوائمنا.
