### Words in mail.

mail-footer-company = هذا بريد الشركة: إعلان من { $sender }. القائمة: { $list }.
mail-footer-partner = هذا بريد شريك: إعلان ترسله { $sender } نيابة عن شريك. القائمة: { $list }.
mail-footer-unsubscribe = إلغاء الاشتراك في { $list }
mail-footer-choices = كل خياراتك

mail-list-company = أخبار { $sender }
mail-list-partner = بريد شركاء { $sender }
mail-list-company-nameless = أخبار الشركة
mail-list-partner-nameless = بريد الشركاء
