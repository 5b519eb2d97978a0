//! The preference page.

use askama::Template;

use super::ListView;
use crate::web::frame::FrameView;
use crate::web::policy::StandingView;
use crate::words::Language;

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

/// The exact words that were shown when a choice was made.
#[derive(Debug, Clone)]
pub(in crate::web) struct WordingView {
    /// Language of the words (BCP 47).
    pub(in crate::web) lang: String,
    /// The words.
    pub(in crate::web) text: String,
}

impl WordingView {
    /// What speakers of their language call it, if it is one of ours.
    pub(in crate::web) fn language(&self) -> Option<&'static str> {
        Language::of_tag(&self.lang).map(Language::own_name)
    }
}

/// What we hold on one stream, topic or partner.
#[derive(Debug, Clone)]
pub(in crate::web) struct HeldView {
    /// What it is about.
    pub(in crate::web) list: ListView,
    /// Whether it is a yes.
    pub(in crate::web) granted: bool,
    /// Since when, formatted.
    pub(in crate::web) since: String,
    /// Where the choice was made, if we know: the word chooses the sentence of `preference-source`.
    pub(in crate::web) source: Option<&'static str>,
    /// The words shown, if there were any.
    pub(in crate::web) wording: Option<WordingView>,
    /// The version of the privacy policy at that time.
    pub(in crate::web) policy_version: Option<i32>,
}

/// One stream on the preference page.
#[derive(Debug, Clone)]
pub(in crate::web) struct StreamView {
    /// Whether any mail of this stream is on.
    pub(in crate::web) granted: bool,
    /// Until when it pauses, formatted.
    pub(in crate::web) paused_until: Option<String>,
    /// The topics of company mail, or the partners of partner mail.
    pub(in crate::web) choices: Vec<ChoiceView>,
}

impl StreamView {
    /// Whether something here is off and could be asked for.
    fn some_off(&self) -> bool {
        !self.granted || self.choices.iter().any(|choice| !choice.on)
    }
}

/// What bars mail whatever the person chooses; the word chooses the sentence of `preference-bar`.
#[derive(Debug, Clone)]
pub(in crate::web) struct BarView {
    /// Why: `bounce`, `complaint`, `child`, `domain`, `erased` or `staff`.
    pub(in crate::web) why: &'static str,
    /// What it bars.
    pub(in crate::web) list: ListView,
    /// Since when, formatted.
    pub(in crate::web) since: String,
    /// Until when, formatted.
    pub(in crate::web) until: Option<String>,
}

impl BarView {
    /// What it holds back, and since when.
    pub(in crate::web) fn held_back(&self, frame: &FrameView) -> String {
        let words = frame.words;
        let [list, name] = self.list.args();
        let since = ("date", self.since.as_str().into());
        match &self.until {
            None => words.with("preference-bar-since", &[list, name, since]),
            Some(until) => words.with("preference-bar-until", &[list, name, since, ("until", until.as_str().into())]),
        }
    }
}

/// A weekly limit that can be chosen.
#[derive(Debug, Clone, Copy)]
pub(in crate::web) struct CapView {
    /// Messages in 7 days.
    pub(in crate::web) messages: u32,
    /// Whether it is the one that the person set.
    pub(in crate::web) chosen: bool,
}

/// A language that can be chosen.
#[derive(Debug, Clone, Copy)]
pub(in crate::web) struct LanguageView {
    /// Its tag.
    pub(in crate::web) tag: &'static str,
    /// What its speakers call it.
    pub(in crate::web) name: &'static str,
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
    pub(in crate::web) fn word(self) -> &'static str {
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
    /// A break was asked for.
    Paused,
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
    pub(in crate::web) fn said(&self, frame: &FrameView) -> String {
        let words = frame.words;
        let why = match self {
            Self::WasOn(list) => return words.with("preference-was-on", &list.args()),
            Self::Stopped(list) => return words.with("preference-was-stopped", &list.args()),
            Self::NeverGiven(list) => return words.with("preference-never-given", &list.args()),
            Self::NeedsNoConsent => "no_consent_needed",
            Self::Paused => "paused",
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
/// - `company` and `partner` = `yes` or `no`, with `company_shown` and `partner_shown` as they were;
/// - `topic` and `from_partner` with the id of each box left ticked, and `topic_shown` and `from_partner_shown` with the id
///   of each box that was ticked: an id that was not shown was not unticked;
/// - `pause` = a number of days or empty, and `pause_what`; `cap` and `cap_shown` = messages a week, or empty;
///   `language` and `language_shown`;
/// - `end_pause` = `company` or `partner`, once for each break that shall end now.
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
    /// The days that a break can last.
    pub(in crate::web) pause_days: Vec<u32>,
    /// The weekly limit as the person set it.
    pub(in crate::web) cap: Option<u32>,
    /// The weekly limits to choose from.
    pub(in crate::web) caps: Vec<CapView>,
    /// The languages to choose from.
    pub(in crate::web) languages: Vec<LanguageView>,
    /// What bars mail whatever is chosen.
    pub(in crate::web) bars: Vec<BarView>,
    /// What we hold.
    pub(in crate::web) held: Vec<HeldView>,
    /// The last messages, newest first.
    pub(in crate::web) recent: Vec<MessageView>,
    /// Where the person stands with the newest policy version, where there is one.
    pub(in crate::web) policy: Option<StandingView>,
    /// The opaque nonce of this page view.
    pub(in crate::web) visit: String,
    /// A form came that was not of this page, or too old, so nothing was done.
    pub(in crate::web) stale: bool,
    /// The browser sent `Sec-GPC: 1` and partner mail is on, so pressing any button turns it off.
    pub(in crate::web) gpc: bool,
}

impl CenterPage {
    /// Whether a break runs.
    fn paused(&self) -> bool {
        self.company.paused_until.is_some() || self.partner.paused_until.is_some()
    }
}
