//! Consent regimes: what holds for a source where nobody was asked, and whether a yes must be confirmed by mail.
//!
//! They are data (SPEC section 3). The rule is to ask: no consent until it is given. The operator may set a default for
//! company mail where the law allows one, with its legal basis; there is no way to write one for partner mail.

use std::str::FromStr;

use super::consent::{BASIS_CONSENT, Source};
use super::scope::Stream;

/// What the operator said about sources.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Regimes(Vec<(Source, Regime)>);

/// What holds for one source beyond the rule.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Regime {
    /// Company mail is granted where nobody was asked, on this legal basis.
    Granted(String),
    /// A yes counts only after it was confirmed by a link mailed to the address.
    DoubleOptIn,
}

/// The text is no list of regimes.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RegimeFault {
    /// Not `SOURCE.STREAM=...`.
    #[error("{0:?} is not SOURCE.STREAM=ask, SOURCE.company=granted:LEGAL BASIS or SOURCE=double_opt_in")]
    Shape(String),
    /// Not a source of files and of the API.
    #[error("{0:?} is no source; write registration, order, survey, contest or api")]
    Source(String),
    /// SPEC section 3: partner consent is never granted by default.
    #[error("partner mail is never granted by default: a person says yes to it, or it is no")]
    Partner,
    /// A default needs its reason.
    #[error("granted needs its legal basis, such as `order.company=granted:soft opt-in (PECR 22)`")]
    NoBasis,
    /// What a person said is called by this word.
    #[error("{0:?} is no legal basis for a default: it is what the ledger calls a yes of the person")]
    NotSaid(String),
    /// Two lines about one source.
    #[error("{0} is named twice: company mail is granted by default, or a yes needs a confirmation, or neither")]
    Twice(Source),
}

impl Regimes {
    /// The legal basis on which mail of `stream` is granted where nobody was asked; none where people are asked.
    pub fn default_grant(&self, source: Source, stream: Stream) -> Option<&str> {
        match (stream, self.of(source)) {
            (Stream::Company, Some(Regime::Granted(basis))) => Some(basis),
            (Stream::Company, Some(Regime::DoubleOptIn) | None) | (Stream::Partner, _) => None,
        }
    }

    /// The sources of which company mail is granted where nobody was asked, each with its legal basis.
    pub fn company_defaults(&self) -> impl Iterator<Item = (Source, &str)> {
        self.0.iter().filter_map(|(source, regime)| match regime {
            Regime::Granted(basis) => Some((*source, basis.as_str())),
            Regime::DoubleOptIn => None,
        })
    }

    /// Whether a yes from `source` must be confirmed by a link mailed to the address.
    pub fn needs_confirmation(&self, source: Source) -> bool {
        matches!(self.of(source), Some(Regime::DoubleOptIn))
    }

    fn of(&self, source: Source) -> Option<&Regime> {
        self.0.iter().find(|(known, _)| *known == source).map(|(_, regime)| regime)
    }
}

impl FromStr for Regimes {
    type Err = RegimeFault;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut regimes = Self::default();
        for part in text.split(',') {
            let Some((source, regime)) = parse(part.trim())? else { continue };
            if regimes.of(source).is_some() {
                return Err(RegimeFault::Twice(source));
            }
            regimes.0.push((source, regime));
        }
        Ok(regimes)
    }
}

/// Reads one part; none where it says no more than the rule.
fn parse(part: &str) -> Result<Option<(Source, Regime)>, RegimeFault> {
    let shape = || RegimeFault::Shape(part.to_owned());
    let (whom, what) = part.split_once('=').ok_or_else(shape)?;
    let (source, stream) = match whom.trim().split_once('.') {
        None => (whom.trim(), None),
        Some((source, stream)) => (source, Some(stream.parse::<Stream>().map_err(|_| shape())?)),
    };
    let source = source_of(source)?;
    match (what.trim(), stream) {
        ("ask", Some(_)) => Ok(None),
        ("double_opt_in", None) => Ok(Some((source, Regime::DoubleOptIn))),
        (granted, Some(stream)) if granted.starts_with("granted") => {
            if stream == Stream::Partner {
                return Err(RegimeFault::Partner);
            }
            let basis = granted.split_once(':').map(|(_, basis)| basis.trim()).unwrap_or_default();
            match basis {
                "" => Err(RegimeFault::NoBasis),
                BASIS_CONSENT => Err(RegimeFault::NotSaid(basis.to_owned())),
                basis => Ok(Some((source, Regime::Granted(basis.to_owned())))),
            }
        }
        _ => Err(shape()),
    }
}

/// Sources that the operator feeds in. On our own pages people are always asked.
fn source_of(text: &str) -> Result<Source, RegimeFault> {
    let unknown = || RegimeFault::Source(text.to_owned());
    let source: Source = text.parse().map_err(|_| unknown())?;
    match source {
        Source::Registration | Source::Order | Source::Survey | Source::Contest | Source::Api => Ok(source),
        Source::Link | Source::Preferences | Source::Policy | Source::Import | Source::Staff | Source::Bounce => {
            Err(unknown())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_word_people_are_asked() {
        let regimes = Regimes::default();
        assert_eq!(regimes.default_grant(Source::Order, Stream::Company), None);
        assert!(!regimes.needs_confirmation(Source::Order));
        assert_eq!("order.company=ask, survey.partner=ask".parse(), Ok(regimes));
    }

    /// CONFORMANCE I13: each source has its own default.
    #[test]
    fn i13_each_source_has_its_own_default() {
        let regimes: Regimes = "order.company=granted:soft opt-in (PECR 22), contest=double_opt_in".parse().unwrap();
        assert_eq!(regimes.default_grant(Source::Order, Stream::Company), Some("soft opt-in (PECR 22)"));
        assert_eq!(regimes.default_grant(Source::Order, Stream::Partner), None);
        assert_eq!(regimes.default_grant(Source::Contest, Stream::Company), None);
        assert!(regimes.needs_confirmation(Source::Contest));
        assert!(!regimes.needs_confirmation(Source::Order));
    }

    /// CONFORMANCE I10.
    #[test]
    fn i10_partner_mail_is_never_granted_by_default() {
        let refused = "order.partner=granted:soft opt-in".parse::<Regimes>();
        assert_eq!(refused, Err(RegimeFault::Partner));
    }

    #[test]
    fn what_cannot_be_meant_is_refused_with_a_sentence() {
        let fault = |text: &str| text.parse::<Regimes>().unwrap_err();
        assert_eq!(fault("order.company=granted"), RegimeFault::NoBasis);
        assert_eq!(fault("order.company=granted: "), RegimeFault::NoBasis);
        assert_eq!(fault("order.company=granted:consent"), RegimeFault::NotSaid("consent".to_owned()));
        assert_eq!(fault("order=granted:soft opt-in"), RegimeFault::Shape("order=granted:soft opt-in".to_owned()));
        assert_eq!(fault("order.company=perhaps"), RegimeFault::Shape("order.company=perhaps".to_owned()));
        assert_eq!(fault("staff.company=ask"), RegimeFault::Source("staff".to_owned()));
        assert_eq!(fault("order.company=granted:x,order=double_opt_in"), RegimeFault::Twice(Source::Order));
    }
}
