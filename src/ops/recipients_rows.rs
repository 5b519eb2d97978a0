//! One row of a file of recipients: its columns, its person, and what can be wrong with it.

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};

use super::App;
use super::csv_rows::{Columns, FileError, Row, RowError, quotable};
use crate::domain::address::AddressError;
use crate::domain::age::{self, AgeError, Said, Standing};
use crate::domain::consent::Source;
use crate::domain::recipient::{FactError, Locale, Name, NameError, TimeZone};
use crate::domain::wording::{Wording, WordingFault, Wordings};
use crate::domain::{Address, AddressHash, Stream};
use crate::store::recipients::NewRecipient;

/// Every column that is read.
pub(super) const COLUMNS: [&str; 12] = [
    "address",
    "name",
    "locale",
    "time_zone",
    "source",
    "company",
    "partner",
    "consented_at",
    "wording",
    "age",
    "birth_date",
    "age_band",
];

/// Why one row is left out.
#[derive(Debug, thiserror::Error)]
pub(super) enum BadRow {
    #[error(transparent)]
    Row(#[from] RowError),
    #[error(transparent)]
    Address(#[from] AddressError),
    #[error(transparent)]
    Name(#[from] NameError),
    #[error(transparent)]
    Fact(#[from] FactError),
    #[error(transparent)]
    Wording(#[from] WordingFault),
    #[error("source is {0:?}; write registration, order, survey or contest")]
    Source(String),
    #[error("{0} is {1:?}; write yes, no, or nothing for `not asked`")]
    Choice(&'static str, String),
    #[error("consented_at is {0:?}; write a time such as 2026-03-01T12:00:00Z or a date such as 2026-03-01")]
    Time(String),
    #[error("consented_at is in the future")]
    Future,
    #[error(transparent)]
    Age(#[from] AgeError),
    #[error("the person is younger than {0}: nothing of the row is stored but a mark that keeps the address out")]
    Child(u8),
    #[error("age_band does not say whether the person is {0} or older: nothing of the row is stored")]
    PerhapsChild(u8),
    #[error("the address stands in an earlier row of this file; a `no` of this row was kept")]
    Twice,
}

/// What a row says about one stream.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Wish {
    /// Nobody was asked, and the regime of the source grants nothing.
    NotAsked,
    /// Nobody was asked; the regime of the source grants it on this legal basis.
    ByDefault(String),
    /// The person said yes.
    Yes,
    /// The person said yes, and the regime of the source wants a confirmation by mail.
    YesToConfirm,
    /// The person said no.
    No,
}

/// What a row is about.
pub(super) enum Read {
    /// Somebody who may be imported.
    Person(Box<Person>),
    /// A child: by the keyed hash of the address, and nothing else is kept.
    Child(AddressHash),
}

/// One good row.
#[derive(Clone, Debug)]
pub(super) struct Person {
    pub(super) new: NewRecipient,
    /// What the row says about each stream.
    pub(super) wishes: [(Stream, Wish); 2],
    pub(super) consented_at: Option<DateTime<Utc>>,
    pub(super) wording: Option<Wording>,
}

/// Where each column stands.
pub(super) struct Places {
    address: usize,
    source: usize,
    company: usize,
    partner: usize,
    name: Option<usize>,
    locale: Option<usize>,
    time_zone: Option<usize>,
    consented_at: Option<usize>,
    wording: Option<usize>,
    age: Option<usize>,
    birth_date: Option<usize>,
    age_band: Option<usize>,
}

impl Places {
    pub(super) fn of(columns: &Columns) -> Result<Self, FileError> {
        Ok(Self {
            address: columns.required("address")?,
            source: columns.required("source")?,
            company: columns.required("company")?,
            partner: columns.required("partner")?,
            name: columns.optional("name"),
            locale: columns.optional("locale"),
            time_zone: columns.optional("time_zone"),
            consented_at: columns.optional("consented_at"),
            wording: columns.optional("wording"),
            age: columns.optional("age"),
            birth_date: columns.optional("birth_date"),
            age_band: columns.optional("age_band"),
        })
    }
}

/// Reads one row.
///
/// # Errors
/// The row is no good; see [`BadRow`].
pub(super) fn read_person(
    app: &App,
    places: &Places,
    wordings: &mut Wordings,
    row: Row,
    now: DateTime<Utc>,
) -> Result<Read, BadRow> {
    let fields = row.fields?;
    let field = |place: usize| fields.get(place).map_or("", |text| text.trim());
    let optional = |place: Option<usize>| place.map_or("", field);
    let address = Address::parse(field(places.address))?;
    let ring = app.keys.ring();
    // Before anything else is looked at: a child's row is refused for being that, whatever else is wrong with it.
    let said = Said {
        age: optional(places.age),
        birth_date: optional(places.birth_date),
        age_band: optional(places.age_band),
    };
    let limit = app.settings.age_limit;
    match age::against(limit, said, now.date_naive())? {
        Standing::NotSaid | Standing::Enough => {}
        Standing::Below => return Ok(Read::Child(ring.hash_address(&address))),
        Standing::Unclear => return Err(BadRow::PerhapsChild(limit)),
    }
    let asked_at = [Source::Registration, Source::Order, Source::Survey, Source::Contest];
    let source = field(places.source).parse::<Source>().ok().filter(|source| asked_at.contains(source));
    let source = source.ok_or_else(|| BadRow::Source(quotable(field(places.source))))?;
    let consented_at = parse_time(optional(places.consented_at))?;
    if consented_at.is_some_and(|at| at > now) {
        return Err(BadRow::Future);
    }
    let regimes = &app.settings.regimes;
    let wish = |column: &'static str, stream: Stream, place: usize| {
        Ok::<_, BadRow>(match parse_choice(column, field(place))? {
            None => {
                regimes.default_grant(source, stream).map_or(Wish::NotAsked, |basis| Wish::ByDefault(basis.to_owned()))
            }
            Some(true) if regimes.needs_confirmation(source) => Wish::YesToConfirm,
            Some(true) => Wish::Yes,
            Some(false) => Wish::No,
        })
    };
    let name = Name::parse(optional(places.name))?;
    Ok(Read::Person(Box::new(Person {
        wishes: [
            (Stream::Company, wish("company", Stream::Company, places.company)?),
            (Stream::Partner, wish("partner", Stream::Partner, places.partner)?),
        ],
        consented_at,
        wording: wordings.shown_to(&address, name.as_ref(), optional(places.wording))?,
        new: NewRecipient {
            address_hash: ring.hash_address(&address),
            domain_hash: ring.hash_domain(address.domain()),
            name,
            locale: Locale::parse(optional(places.locale))?,
            time_zone: TimeZone::parse(optional(places.time_zone))?,
            address,
            source,
        },
    })))
}

fn parse_choice(column: &'static str, text: &str) -> Result<Option<bool>, BadRow> {
    match text.to_ascii_lowercase().as_str() {
        "" => Ok(None),
        "yes" => Ok(Some(true)),
        "no" => Ok(Some(false)),
        _ => Err(BadRow::Choice(column, quotable(text))),
    }
}

/// Reads a time with its zone, a time in UTC, or a day.
pub fn parse_moment(text: &str) -> Option<DateTime<Utc>> {
    let with_zone = DateTime::parse_from_rfc3339(text).map(|at| at.with_timezone(&Utc));
    let without = || NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M:%S").map(|at| at.and_utc());
    let day = || NaiveDate::parse_from_str(text, "%Y-%m-%d").map(|day| day.and_time(chrono::NaiveTime::MIN).and_utc());
    with_zone.or_else(|_| without()).or_else(|_| day()).ok()
}

fn parse_time(text: &str) -> Result<Option<DateTime<Utc>>, BadRow> {
    if text.is_empty() {
        return Ok(None);
    }
    parse_moment(text).map(Some).ok_or_else(|| BadRow::Time(quotable(text)))
}
