//! What stands around a message's text: whom it is from, and which list it is of.

use super::App;
use super::campaigns::CampaignError;
use super::lists::ListError;
use crate::config::SenderIdentity;
use crate::domain::{Address, CampaignId, Kind, List, Stream};
use crate::mail::{CampaignText, Compiled, Frame, ListFrame};
use crate::store::campaigns::Campaign;
use crate::store::{Db, lists};

/// Compiles a campaign for sending, with the list that one click takes the recipient off, where it has one.
///
/// # Errors
/// See [`CampaignError`].
pub(super) fn compile(app: &App, db: &mut Db, campaign: &Campaign) -> Result<(Compiled, Option<List>), CampaignError> {
    let frame = match campaign.kind {
        Kind::Promotional(stream) => {
            let (list, name) = list_of(app, db, campaign, stream)?;
            promotional(app, stream, campaign.id, list, name)?
        }
        Kind::Transactional | Kind::Notice => service(app)?,
    };
    let list = frame.list.as_ref().map(|frame| frame.list);
    let text = CampaignText { subject: &campaign.subject, text: &campaign.text, html: &campaign.html };
    Ok((Compiled::new(&text, &frame)?, list))
}

fn list_of(app: &App, db: &mut Db, campaign: &Campaign, stream: Stream) -> Result<(List, String), CampaignError> {
    Ok(match (campaign.topic, campaign.partner) {
        (Some(id), _) => {
            let topic = lists::topic(db, id)?.ok_or_else(|| ListError::NoTopic(id.to_string()))?;
            (List::Topic(id), topic.name)
        }
        (None, Some(id)) => {
            let partner = lists::partner(db, id)?.ok_or_else(|| ListError::NoPartner(id.to_string()))?;
            (List::Partner(id), partner.name)
        }
        (None, None) => (List::Stream(stream), stream_list_name(app, stream)),
    })
}

/// What people call a stream as a list: the sender's own name for it.
fn stream_list_name(app: &App, stream: Stream) -> String {
    let identity = identity(app, stream).and_then(|identity| identity.name.as_ref());
    match (stream, identity) {
        (Stream::Company, Some(name)) => format!("News from {}", name.as_str()),
        (Stream::Company, None) => "Company news".to_owned(),
        (Stream::Partner, Some(name)) => format!("Partner mail from {}", name.as_str()),
        (Stream::Partner, None) => "Partner mail".to_owned(),
    }
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
    promotional(app, stream, CampaignId::new(0), List::Stream(stream), "list".to_owned())
}

fn promotional(
    app: &App,
    stream: Stream,
    campaign: CampaignId,
    list: List,
    name: String,
) -> Result<Frame, CampaignError> {
    let key = match stream {
        Stream::Company => "CONSENTRY_FROM_COMPANY",
        Stream::Partner => "CONSENTRY_FROM_PARTNER",
    };
    let from = sender(identity(app, stream), key)?;
    let id_domain = from.address.domain().to_owned();
    let list = ListFrame { list, name, id_domain, remove_address: remove_address(app, from), campaign };
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
fn remove_address(app: &App, from: &SenderIdentity) -> Address {
    let set = app.settings.remove_address.as_deref().and_then(|text| Address::parse(text).ok());
    let of_domain = || Address::parse(&format!("remove@{}", from.address.domain())).ok();
    set.or_else(of_domain).unwrap_or_else(|| from.address.clone())
}
