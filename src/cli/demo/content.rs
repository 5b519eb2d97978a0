//! The demo's two campaigns.

use crate::cli::Failure;
use crate::clock;
use crate::domain::{CampaignId, Stream};
use crate::ops::App;
use crate::ops::campaigns::{self, Draft};
use crate::ops::lists::Named;

/// The demo's partner.
pub(super) const PARTNER: &str = "Lighthouse Coffee";
/// The demo's topic.
pub(super) const TOPIC: &str = "New arrivals";

const COMPANY_TEXT: &str = "Hello {{ first_name | reader }},\n\n\
    the nights are drawing in and the shelves are full. Twelve new novels arrived this week, and the reading group meets \
    again on Thursday at seven.\n\n\
    See you at the harbour,\n\
    {{ sender_name }}\n";
const COMPANY_HTML: &str = include_str!("../../../templates/demo/company.html");
const PARTNER_TEXT: &str = "Hello {{ first_name | reader }},\n\n\
    our neighbours at Lighthouse Coffee roast on Fridays. Show this message and the second cup is on them.\n\n\
    {{ sender_name }}\n";
const PARTNER_HTML: &str = include_str!("../../../templates/demo/partner.html");

/// Writes and schedules a company campaign.
pub(super) async fn send_company(app: &App, name: &str) -> Result<CampaignId, Failure> {
    let draft = Draft {
        name: name.to_owned(),
        named: Named { stream: Stream::Company, topic: None, partner: None },
        subject: format!("{name} from the harbour"),
        text: COMPANY_TEXT.to_owned(),
        html: COMPANY_HTML.to_owned(),
    };
    send(app, draft).await
}

/// Writes and schedules the partner campaign.
pub(super) async fn send_partner(app: &App) -> Result<CampaignId, Failure> {
    let draft = Draft {
        name: "Second cup".to_owned(),
        named: Named { stream: Stream::Partner, topic: None, partner: Some(PARTNER.to_owned()) },
        subject: "{{ first_name | Reader }}, the second cup is on Lighthouse Coffee".to_owned(),
        text: PARTNER_TEXT.to_owned(),
        html: PARTNER_HTML.to_owned(),
    };
    send(app, draft).await
}

async fn send(app: &App, draft: Draft) -> Result<CampaignId, Failure> {
    let id = campaigns::create(app, draft).await.map_err(|error| Failure::of(&error))?;
    campaigns::schedule(app, id, clock::now(), None).await.map_err(|error| Failure::of(&error))?;
    Ok(id)
}
