//! What stands around a message's text: whom it is from, and which list it is of.

use super::App;
use super::campaigns::CampaignError;
use super::lists::ListError;
use super::policy::letter::Letter;
use crate::config::SenderIdentity;
use crate::domain::recipient::Locale;
use crate::domain::{Address, CampaignId, Kind, List, Stream};
use crate::mail::{CampaignText, Compiled, Frame, ListFrame};
use crate::store::campaigns::{self, Campaign};
use crate::store::policies::Policy;
use crate::store::{Db, lists, policies};
use crate::words::{Language, Words};

/// A campaign's message in every language: the text is its author's, the footer speaks the recipient's language.
pub(super) struct Editions {
    /// The list that one click takes the recipient off, where it has one.
    pub(super) list: Option<List>,
    english: Compiled,
    others: Vec<(Language, Compiled)>,
}

impl Editions {
    /// The edition for a person.
    pub(super) fn of(&self, locale: Option<&Locale>) -> &Compiled {
        let language = Language::choose(locale, None);
        let found = self.others.iter().find(|(known, _)| *known == language);
        found.map_or(&self.english, |(_, compiled)| compiled)
    }
}

/// Compiles a campaign for sending.
///
/// # Errors
/// See [`CampaignError`].
pub(super) fn compile(app: &App, db: &mut Db, campaign: &Campaign) -> Result<Editions, CampaignError> {
    if let Some(version) = campaign.policy {
        let policy = policies::find(db, version)?.ok_or(CampaignError::NotThere(campaign.id))?;
        return editions_of_notice(app, &policy);
    }
    let texts = campaigns::texts(db, campaign.id)?.ok_or(CampaignError::NotThere(campaign.id))?;
    let text = CampaignText { subject: &texts.subject, text: &texts.text, html: &texts.html };
    let stream = match campaign.kind {
        Kind::Promotional(stream) => stream,
        Kind::Transactional | Kind::Notice => {
            let compiled = Compiled::new(&text, &service(app)?)?;
            return Ok(Editions { list: None, english: compiled, others: Vec::new() });
        }
    };
    let (list, name) = list_of(db, campaign, stream)?;
    let edition = |language| {
        let words = Words::new(language);
        let name = name.clone().unwrap_or_else(|| stream_list_name(app, stream, words));
        let frame = promotional(app, stream, campaign.id, list, name, words)?;
        Ok::<_, CampaignError>(Compiled::new(&text, &frame)?)
    };
    let others = Language::ALL.into_iter().filter(|language| *language != Language::English);
    let others = others.chain([Language::Pseudo]).map(|language| Ok((language, edition(language)?)));
    let others = others.collect::<Result<_, CampaignError>>()?;
    Ok(Editions { list: Some(list), english: edition(Language::English)?, others })
}

/// The notice of a policy version in every language.
///
/// # Errors
/// See [`CampaignError`].
pub(super) fn editions_of_notice(app: &App, policy: &Policy) -> Result<Editions, CampaignError> {
    let edition = |language| {
        let letter = Letter::write(app, policy, Words::new(language))?;
        Ok::<_, CampaignError>(Compiled::notice_of_policy(&letter.as_text(), &service(app)?)?)
    };
    let others = Language::ALL.into_iter().filter(|language| *language != Language::English);
    let others = others.chain([Language::Pseudo]).map(|language| Ok((language, edition(language)?)));
    let others = others.collect::<Result<_, CampaignError>>()?;
    Ok(Editions { list: None, english: edition(Language::English)?, others })
}

/// The campaign's list, and the name that its owner gave it; a stream is called something else in every language.
fn list_of(db: &mut Db, campaign: &Campaign, stream: Stream) -> Result<(List, Option<String>), CampaignError> {
    Ok(match (campaign.topic, campaign.partner) {
        (Some(id), _) => {
            let topic = lists::topic(db, id)?.ok_or_else(|| ListError::NoTopic(id.to_string()))?;
            (List::Topic(id), Some(topic.name))
        }
        (None, Some(id)) => {
            let partner = lists::partner(db, id)?.ok_or_else(|| ListError::NoPartner(id.to_string()))?;
            (List::Partner(id), Some(partner.name))
        }
        (None, None) => (List::Stream(stream), None),
    })
}

/// What people call a stream as a list: the sender's own name for it.
pub(super) fn stream_list_name(app: &App, stream: Stream, words: Words) -> String {
    let identity = identity(app, stream).and_then(|identity| identity.name.as_ref());
    match (stream, identity) {
        (Stream::Company, Some(name)) => words.plain_with("mail-list-company", &[("sender", name.as_str().into())]),
        (Stream::Company, None) => words.plain("mail-list-company-nameless"),
        (Stream::Partner, Some(name)) => words.plain_with("mail-list-partner", &[("sender", name.as_str().into())]),
        (Stream::Partner, None) => words.plain("mail-list-partner-nameless"),
    }
}

/// What the sender of mail of a stream is called, or of mail that belongs to none; nothing where there is no sender.
pub(super) fn sender_of(app: &App, stream: Option<Stream>) -> Option<String> {
    let settings = &app.settings;
    let service = || settings.from_service.as_ref().or(settings.from_company.as_ref());
    stream.map_or_else(service, |stream| identity(app, stream)).map(SenderIdentity::shown)
}

fn identity(app: &App, stream: Stream) -> Option<&SenderIdentity> {
    match stream {
        Stream::Company => app.settings.from_company.as_ref(),
        Stream::Partner => app.settings.from_partner.as_ref(),
    }
}

/// The frame of any mail of a stream: to check a draft by, before it has an id.
///
/// # Errors
/// [`CampaignError::Missing`].
pub(super) fn of_stream(app: &App, stream: Stream) -> Result<Frame, CampaignError> {
    promotional(app, stream, CampaignId::new(0), List::Stream(stream), "list".to_owned(), Words::new(Language::English))
}

fn promotional(
    app: &App,
    stream: Stream,
    campaign: CampaignId,
    list: List,
    name: String,
    words: Words,
) -> Result<Frame, CampaignError> {
    let key = match stream {
        Stream::Company => "CONSENTRY_FROM_COMPANY",
        Stream::Partner => "CONSENTRY_FROM_PARTNER",
    };
    let from = sender(identity(app, stream), key)?;
    let id_domain = from.address.domain().to_owned();
    let list = ListFrame { list, name, id_domain, remove_address: remove_address(app, &from.address), campaign, words };
    frame(app, from, Some(list))
}

/// The frame of mail that needs no consent: notices, confirmations, links that people asked for.
///
/// # Errors
/// [`CampaignError::Missing`].
pub(super) fn service(app: &App) -> Result<Frame, CampaignError> {
    let settings = &app.settings;
    let from = settings.from_service.as_ref().or(settings.from_company.as_ref());
    frame(app, sender(from, "CONSENTRY_FROM_SERVICE")?, None)
}

fn sender<'a>(from: Option<&'a SenderIdentity>, key: &'static str) -> Result<&'a SenderIdentity, CampaignError> {
    from.ok_or(CampaignError::Missing { key, why: "every message needs a sender, such as Shop <news@example.org>" })
}

fn frame(app: &App, from: &SenderIdentity, list: Option<ListFrame>) -> Result<Frame, CampaignError> {
    let why = "mail must show a postal address";
    let postal = app.settings.postal_address.clone();
    let postal_address = postal.ok_or(CampaignError::Missing { key: "CONSENTRY_POSTAL_ADDRESS", why })?;
    Ok(Frame {
        from_name: from.name.clone(),
        from: from.address.clone(),
        sender_name: from
            .name
            .as_ref()
            .map_or_else(|| from.address.domain().to_owned(), |name| name.as_str().to_owned()),
        postal_address,
        base_url: app.settings.base_url.as_str().to_owned(),
        return_path_domain: from.address.domain().to_owned(),
        list,
    })
}

/// Where people write to be removed: as set, or `remove@` the sender's domain.
pub(super) fn remove_address(app: &App, from: &Address) -> Address {
    let set = app.settings.remove_address.as_deref().and_then(|text| Address::parse(text).ok());
    let of_domain = || Address::parse(&format!("remove@{}", from.domain())).ok();
    set.or_else(of_domain).unwrap_or_else(|| from.clone())
}
