//! The preference page, and what was saved.

use askama::Template;

use super::{ListView, StillView, UndoView};
use crate::web::frame::FrameView;
use crate::web::policy::StandingView;

/// One topic or one partner on the preference page.
#[derive(Debug, Clone)]
pub(in crate::web) struct ChoiceView {
    /// What the form posts.
    pub(in crate::web) id: String,
    /// The name that recipients know.
    pub(in crate::web) name: String,
    /// Whether this mail is on.
    pub(in crate::web) on: bool,
}

/// Where a consent was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::web) enum SourceView {
    /// When registering.
    Registration,
    /// With an order.
    Order,
    /// In a survey.
    Survey,
    /// In a contest.
    Contest,
    /// On the preference page, or by an opt-out link.
    PreferencePage,
    /// Through another program of the sender.
    Api,
    /// From a file of people with proof of consent.
    Import,
    /// By a person who works for the sender.
    Staff,
}

impl SourceView {
    /// What chooses the sentence of `preference-source`.
    fn word(self) -> &'static str {
        match self {
            Self::Registration => "registration",
            Self::Order => "order",
            Self::Survey => "survey",
            Self::Contest => "contest",
            Self::PreferencePage => "page",
            Self::Api => "api",
            Self::Import => "import",
            Self::Staff => "staff",
        }
    }
}

/// The exact words that were shown when a choice was made.
#[derive(Debug, Clone)]
pub(in crate::web) struct WordingView {
    /// Language of the words (BCP 47).
    pub(in crate::web) lang: String,
    /// The words.
    pub(in crate::web) text: String,
}

/// What the ledger holds for one stream.
#[derive(Debug, Clone)]
pub(in crate::web) struct HeldView {
    /// Since when, formatted.
    pub(in crate::web) since: String,
    /// Where the choice was made.
    pub(in crate::web) source: SourceView,
    /// The words shown, if there were any.
    pub(in crate::web) wording: Option<WordingView>,
}

/// One stream on the preference page.
#[derive(Debug, Clone)]
pub(in crate::web) struct StreamView {
    /// Whether mail of this stream is on.
    pub(in crate::web) granted: bool,
    /// What we hold; `None` if there was never a choice.
    pub(in crate::web) held: Option<HeldView>,
    /// The topics of company mail, or the partners of partner mail.
    pub(in crate::web) choices: Vec<ChoiceView>,
}

impl StreamView {
    /// Whether some choice is off while the stream is on.
    fn some_off(&self) -> bool {
        self.choices.iter().any(|choice| !choice.on)
    }
}

/// What became of one message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::web) enum OutcomeView {
    /// The relay accepted it.
    Sent,
    /// The gate withheld it, or the campaign ended first.
    Withheld,
    /// It waits for a later time.
    Waiting,
    /// It was refused or bounced.
    Returned,
    /// It may have been sent, and is not sent again.
    InDoubt,
}

impl OutcomeView {
    /// What chooses the words of `preference-outcome`.
    fn word(self) -> &'static str {
        match self {
            Self::Sent => "sent",
            Self::Withheld => "withheld",
            Self::Waiting => "waiting",
            Self::Returned => "returned",
            Self::InDoubt => "in_doubt",
        }
    }
}

/// Why a message was sent or withheld: one per rule of the gate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::web) enum WhyView {
    /// This mail was on.
    WasOn(ListView),
    /// A notice, or mail about orders or the account.
    NeedsNoConsent,
    /// This mail was stopped.
    Stopped(ListView),
    /// There is no yes for this mail.
    NeverGiven(ListView),
    /// A complaint came from the mailbox.
    Complaint,
    /// The address was reported as a child's.
    Child,
    /// A person who works for the sender stopped it.
    StoppedByStaff,
    /// Earlier mail could not be delivered.
    Undeliverable,
    /// The whole mail domain is suppressed.
    Domain,
    /// The recipient's data was erased.
    Erased,
    /// The recipient declined the policy in force.
    PolicyDeclined,
    /// A new use, whose notice or window is still open.
    PolicyWindow,
    /// The limit of messages in 7 days was reached.
    Limit,
    /// The choices could not be read, so nothing was sent.
    CouldNotCheck,
    /// The campaign was cancelled or over.
    CampaignOver,
    /// The receiving side refused it.
    RefusedThere,
    /// The connection broke before the relay answered.
    ConnectionBroke,
}

impl WhyView {
    /// The sentence.
    fn said(&self, frame: &FrameView) -> String {
        let words = frame.words;
        let why = match self {
            Self::WasOn(list) => return words.with("preference-was-on", &list.args()),
            Self::Stopped(list) => return words.with("preference-was-stopped", &list.args()),
            Self::NeverGiven(list) => return words.with("preference-never-given", &list.args()),
            Self::NeedsNoConsent => "no_consent_needed",
            Self::Complaint => "complaint",
            Self::Child => "child",
            Self::StoppedByStaff => "staff",
            Self::Undeliverable => "undeliverable",
            Self::Domain => "domain",
            Self::Erased => "erased",
            Self::PolicyDeclined => "policy_declined",
            Self::PolicyWindow => "policy_window",
            Self::Limit => "limit",
            Self::CouldNotCheck => "could_not_check",
            Self::CampaignOver => "campaign_over",
            Self::RefusedThere => "refused_there",
            Self::ConnectionBroke => "connection_broke",
        };
        words.with("preference-why", &[("why", why.into()), ("sender", frame.sender.name.as_str().into())])
    }
}

/// One of the last messages.
#[derive(Debug, Clone)]
pub(in crate::web) struct MessageView {
    /// When, formatted.
    pub(in crate::web) when: String,
    /// Its subject.
    pub(in crate::web) subject: String,
    /// What became of it.
    pub(in crate::web) outcome: OutcomeView,
    /// Why.
    pub(in crate::web) why: WhyView,
}

/// `GET /preferences/{token}`: all choices of one recipient, what we hold, and the last messages.
///
/// Two forms post to the same address, each with `visit`. One carries `stop` = `everything`. The other carries
/// `company` and `partner` = `yes` or `no`, `topic` and `from_partner` with the id of each box left ticked, and
/// `topic_shown` and `from_partner_shown` with the id of each box that could be unticked: an id that was not shown was
/// not unticked. What is off is disabled and not posted; nothing in these forms can turn mail on.
#[derive(Debug, Template)]
#[template(path = "preference/center.html")]
pub(in crate::web) struct CenterPage {
    /// What all pages share.
    pub(in crate::web) frame: FrameView,
    /// The token that the link carried.
    pub(in crate::web) token: String,
    /// The address with its middle parts hidden.
    pub(in crate::web) masked_address: String,
    /// The company stream and its topics.
    pub(in crate::web) company: StreamView,
    /// The partner stream and its partners.
    pub(in crate::web) partner: StreamView,
    /// The last messages, newest first.
    pub(in crate::web) recent: Vec<MessageView>,
    /// Where the person stands with the newest policy version, where there is one.
    pub(in crate::web) policy: Option<StandingView>,
    /// The opaque nonce of this page view.
    pub(in crate::web) visit: String,
    /// The browser sent `Sec-GPC: 1` and partner mail is on, so pressing any button turns it off.
    pub(in crate::web) gpc: bool,
}

/// The answer to `POST /preferences/{token}`.
#[derive(Debug, Template)]
#[template(path = "preference/saved.html")]
pub(in crate::web) struct SavedPage {
    /// What all pages share.
    pub(in crate::web) frame: FrameView,
    /// The token that the link carried, for the link back to the preference page.
    pub(in crate::web) token: String,
    /// The address with its middle parts hidden.
    pub(in crate::web) masked_address: String,
    /// What was stopped; empty if nothing changed.
    pub(in crate::web) stopped: Vec<ListView>,
    /// When, formatted.
    pub(in crate::web) at: String,
    /// Partner mail was stopped because the browser sent `Sec-GPC: 1`.
    pub(in crate::web) partner_too: bool,
    /// The subject of the one message that was past its last look when the choices came.
    pub(in crate::web) on_its_way: Option<String>,
    /// Which promotional mail may still come.
    pub(in crate::web) still: StillView,
    /// The way back, if something changed that can be put back.
    pub(in crate::web) undo: Option<UndoView>,
    /// The browser sent `Sec-GPC: 1`, so undoing leaves partner mail off.
    pub(in crate::web) gpc: bool,
}
