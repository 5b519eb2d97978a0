//! The form in which people see and correct what is known about them.

use super::pages::FieldView;
use crate::ops::data::{Field, Typed};
use crate::web::request::Form;
use crate::words::Words;

/// The fields in their order: of which fact, the name in the form, the message of the label, the word that chooses how
/// to mend it, and what a browser may fill in.
const FIELDS: [(Field, &str, &str, &str, &str); 6] = [
    (Field::Name, "name", "data-field-name", "name", "name"),
    (Field::Zip, "zip", "data-field-zip", "zip", "postal-code"),
    (Field::AgeBand, "age_band", "data-field-age", "age", "off"),
    (Field::IncomeBand, "income_band", "data-field-income", "income", "off"),
    (Field::Locale, "locale", "data-field-language", "language", "language"),
    (Field::TimeZone, "time_zone", "data-field-zone", "zone", "off"),
];

/// The fields with what stands in them, and how to mend those that are wrong (WCAG 3.3.1, 3.3.3).
pub(super) fn fields(typed: &Typed, wrong: &[Field], words: Words) -> Vec<FieldView> {
    let view = |(field, name, label, kind, autocomplete): (Field, _, &str, &str, _)| FieldView {
        name,
        label: words.say(label),
        value: value(typed, field).unwrap_or_default().to_owned(),
        autocomplete,
        fault: wrong.contains(&field).then(|| words.with("data-mend", &[("field", kind.to_owned().into())])),
    };
    FIELDS.map(view).into()
}

fn value(typed: &Typed, field: Field) -> Option<&str> {
    let typed = match field {
        Field::Name => &typed.name,
        Field::Zip => &typed.zip,
        Field::AgeBand => &typed.age_band,
        Field::IncomeBand => &typed.income_band,
        Field::Locale => &typed.locale,
        Field::TimeZone => &typed.time_zone,
    };
    typed.as_deref()
}

/// What was typed.
pub(super) fn typed(form: &Form) -> Typed {
    let field = |name: &str| form.first(name).map(str::to_owned);
    Typed {
        name: field("name"),
        zip: field("zip"),
        age_band: field("age_band"),
        income_band: field("income_band"),
        locale: field("locale"),
        time_zone: field("time_zone"),
    }
}
