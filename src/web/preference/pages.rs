//! The pages that recipients see, as askama templates with plain fields.
//!
//! A page knows nothing of stores, links or requests: whoever answers the request fills in what is true and committed,
//! and the template says it. Every sentence stands in `templates/`; this file holds names, choices and already
//! formatted times only, so that a translation never has to touch it.
//!
//! Three habits of all pages: they need no script, no cookie and no style attribute (the content security policy forbids
//! them); every form posts and has a button that says what it does; the way to reach us is at the same place everywhere.

use askama::Template;

/// Who sends the mail, shown at the head and the foot of every page.
#[derive(Debug, Clone)]
pub(in crate::web) struct SenderView {
    /// The name that recipients know.
    pub(in crate::web) name: String,
    /// The postal address, one line of it per line.
    pub(in crate::web) postal_address: String,
    /// The e-mail address where a person answers.
    pub(in crate::web) contact: String,
    /// The e-mail address where any message stops the mail.
    pub(in crate::web) remove_address: String,
}

impl SenderView {
    /// The link that opens a message to the person who answers.
    fn contact_link(&self) -> String {
        mailto(&self.contact)
    }

    /// The link that opens a message to the remove address.
    fn remove_link(&self) -> String {
        mailto(&self.remove_address)
    }
}

/// What the layout around every page needs.
#[derive(Debug, Clone)]
pub(in crate::web) struct FrameView {
    /// Language of the page (BCP 47).
    pub(in crate::web) lang: &'static str,
    /// Writing direction: `ltr` or `rtl`.
    pub(in crate::web) dir: &'static str,
    /// Who sends the mail.
    pub(in crate::web) sender: SenderView,
}

/// What a choice covers; the templates say each one in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::web) enum ListView {
    /// One topic of the company stream, by its name.
    Topic(String),
    /// Mail from one partner, by its name.
    Partner(String),
    /// The whole company stream.
    Company,
    /// The whole partner stream.
    AllPartners,
    /// Both streams.
    Everything,
}

/// Which of the wider stop buttons the asking page shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::web) struct WiderView {
    /// "Stop all company mail": some company mail is on, and the link is not for the whole stream anyway.
    pub(in crate::web) company: bool,
    /// "Stop all partner mail": some partner mail is on, and the link is not for the whole stream anyway.
    pub(in crate::web) partner: bool,
    /// "Stop everything": not everything is stopped yet.
    pub(in crate::web) everything: bool,
}

impl WiderView {
    /// Whether there is any button to show.
    fn any(self) -> bool {
        self.company || self.partner || self.everything
    }
}

/// Which promotional mail may still come after a stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::web) struct StillView {
    /// Some company mail is still on.
    pub(in crate::web) company: bool,
    /// Some partner mail is still on.
    pub(in crate::web) partner: bool,
}

/// The way back from what was just done: posts to `/u/undo/{token}`.
#[derive(Debug, Clone)]
pub(in crate::web) struct UndoView {
    /// The undo token; it works within the same visit only.
    pub(in crate::web) token: String,
}

/// `GET /u/{token}`: names the list and offers the buttons; opening it changes nothing.
///
/// The form posts `stop` = `list`, `company`, `partner` or `everything`, and `visit`.
#[derive(Debug, Template)]
#[template(path = "preference/ask.html")]
pub(in crate::web) struct AskPage {
    /// What all pages share.
    pub(in crate::web) frame: FrameView,
    /// The token that the link carried.
    pub(in crate::web) token: String,
    /// The address with its middle parts hidden.
    pub(in crate::web) masked_address: String,
    /// What the link is for.
    pub(in crate::web) list: ListView,
    /// That list is stopped already.
    pub(in crate::web) already: bool,
    /// Since when, if it is stopped already and we know.
    pub(in crate::web) since: Option<String>,
    /// The wider buttons that apply.
    pub(in crate::web) wider: WiderView,
    /// The opaque nonce of this page view.
    pub(in crate::web) visit: String,
    /// The browser sent `Sec-GPC: 1` and partner mail is on, so pressing any button turns it off.
    pub(in crate::web) gpc: bool,
}

/// The answer to `POST /u/{token}`: says exactly what was committed.
#[derive(Debug, Template)]
#[template(path = "preference/result.html")]
pub(in crate::web) struct ResultPage {
    /// What all pages share.
    pub(in crate::web) frame: FrameView,
    /// The token that the link carried, for the link to the preference page.
    pub(in crate::web) token: String,
    /// The address with its middle parts hidden.
    pub(in crate::web) masked_address: String,
    /// What is stopped.
    pub(in crate::web) stopped: ListView,
    /// It was stopped before, so nothing changed.
    pub(in crate::web) already: bool,
    /// Since when it is stopped, formatted.
    pub(in crate::web) at: String,
    /// Partner mail was stopped too, because the browser sent `Sec-GPC: 1`.
    pub(in crate::web) partner_too: bool,
    /// The subject of the one message that was past its last look when the opt-out came.
    pub(in crate::web) on_its_way: Option<String>,
    /// Which promotional mail may still come.
    pub(in crate::web) still: StillView,
    /// The way back, if something changed that can be put back.
    pub(in crate::web) undo: Option<UndoView>,
    /// The browser sent `Sec-GPC: 1`, so undoing leaves partner mail off.
    pub(in crate::web) gpc: bool,
}

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

/// The answer to `POST /u/undo/{token}`.
#[derive(Debug, Template)]
#[template(path = "preference/undone.html")]
pub(in crate::web) struct UndonePage {
    /// What all pages share.
    pub(in crate::web) frame: FrameView,
    /// The token of the link that began the visit, for the way back to its pages.
    pub(in crate::web) token: String,
    /// The address with its middle parts hidden.
    pub(in crate::web) masked_address: String,
    /// What is on again; empty if it had been put back before.
    pub(in crate::web) restored: Vec<ListView>,
    /// Partner mail stays off because the browser sent `Sec-GPC: 1`.
    pub(in crate::web) partner_kept_off: bool,
}

/// The answer to a link that is forged, cut off, unknown or of another purpose: one page for all of them.
#[derive(Debug, Template)]
#[template(path = "preference/refused.html")]
pub(in crate::web) struct RefusedPage {
    /// What all pages share.
    pub(in crate::web) frame: FrameView,
}

/// The answer when we failed: 500, or 503 with `Retry-After`.
#[derive(Debug, Template)]
#[template(path = "preference/error.html")]
pub(in crate::web) struct ErrorPage {
    /// What all pages share.
    pub(in crate::web) frame: FrameView,
    /// The id under which the log holds the cause.
    pub(in crate::web) incident: String,
    /// 503: it is worth trying again soon.
    pub(in crate::web) busy: bool,
    /// The request wanted to change something (it was a POST), so the page says that this is not confirmed.
    pub(in crate::web) acting: bool,
}

/// `GET /help`: the target of `List-Help`.
#[derive(Debug, Template)]
#[template(path = "preference/help.html")]
pub(in crate::web) struct HelpPage {
    /// What all pages share.
    pub(in crate::web) frame: FrameView,
}

/// A `mailto:` link (RFC 6068 section 2): what would end or split the address is percent-encoded.
fn mailto(address: &str) -> String {
    const KEPT: &str = "@!$'*+,-._~";
    let letters = address.bytes().map(|byte| match char::from(byte) {
        kept if kept.is_ascii_alphanumeric() || KEPT.contains(kept) => kept.to_string(),
        _ => format!("%{byte:02X}"),
    });
    letters.fold("mailto:".to_owned(), |link, letter| link + &letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Hostile on purpose: it must come out escaped wherever it stands.
    const ADDRESS: &str = "a•••@<script>e•••.org";

    fn frame() -> FrameView {
        FrameView {
            lang: "en",
            dir: "ltr",
            sender: SenderView {
                name: "Harbour & Sons".into(),
                postal_address: "12 Quay Street\nPort Ellis 40210".into(),
                contact: "people@harbour.example".into(),
                remove_address: "remove@harbour.example".into(),
            },
        }
    }

    fn undo() -> UndoView {
        UndoView { token: "u1.undo".into() }
    }

    fn ask(list: ListView) -> AskPage {
        let (company, partner) = (list != ListView::Company, list != ListView::AllPartners);
        AskPage {
            frame: frame(),
            token: "v1.token".into(),
            masked_address: ADDRESS.into(),
            list,
            already: false,
            since: None,
            wider: WiderView { company, partner, everything: true },
            visit: "nonce-1".into(),
            gpc: false,
        }
    }

    fn result(stopped: ListView) -> ResultPage {
        ResultPage {
            frame: frame(),
            token: "v1.token".into(),
            masked_address: ADDRESS.into(),
            stopped,
            already: false,
            at: "23 November 2026, 18:33 UTC".into(),
            partner_too: false,
            on_its_way: None,
            still: StillView { company: true, partner: false },
            undo: Some(undo()),
            gpc: false,
        }
    }

    fn choice(id: &str, name: &str, on: bool) -> ChoiceView {
        ChoiceView { id: id.into(), name: name.into(), on }
    }

    fn message(subject: &str, outcome: OutcomeView, why: WhyView) -> MessageView {
        MessageView { when: "21 November 2026, 09:00 UTC".into(), subject: subject.into(), outcome, why }
    }

    fn center() -> CenterPage {
        CenterPage {
            frame: frame(),
            token: "v1.token".into(),
            masked_address: ADDRESS.into(),
            company: StreamView {
                granted: true,
                held: Some(HeldView {
                    since: "3 March 2026".into(),
                    source: SourceView::Registration,
                    wording: Some(WordingView {
                        lang: "en".into(),
                        text: "Yes, send me news and offers from Harbour & Sons by e-mail.".into(),
                    }),
                }),
                choices: vec![
                    choice("t-news", "Newsletter", true),
                    choice("t-offers", "Weekly offers", true),
                    choice("t-events", "Events near you", false),
                ],
            },
            partner: StreamView {
                granted: false,
                held: None,
                choices: vec![choice("p-acme", "Acme Travel", false), choice("p-north", "Northlight Energy", false)],
            },
            recent: vec![
                message(
                    "Autumn sale: this week",
                    OutcomeView::Sent,
                    WhyView::WasOn(ListView::Topic("Weekly offers".into())),
                ),
                message("A weekend by the sea", OutcomeView::Withheld, WhyView::NeverGiven(ListView::AllPartners)),
                message("Weekly news", OutcomeView::Sent, WhyView::WasOn(ListView::Company)),
            ],
            visit: "nonce-1".into(),
            gpc: false,
        }
    }

    fn saved(stopped: Vec<ListView>) -> SavedPage {
        SavedPage {
            frame: frame(),
            token: "v1.token".into(),
            masked_address: ADDRESS.into(),
            stopped,
            at: "23 November 2026, 18:33 UTC".into(),
            partner_too: false,
            on_its_way: None,
            still: StillView { company: true, partner: false },
            undo: Some(undo()),
            gpc: false,
        }
    }

    fn undone(restored: Vec<ListView>) -> UndonePage {
        UndonePage {
            frame: frame(),
            token: "v1.token".into(),
            masked_address: ADDRESS.into(),
            restored,
            partner_kept_off: false,
        }
    }

    fn topic() -> ListView {
        ListView::Topic("Weekly offers".into())
    }

    fn error(busy: bool, acting: bool) -> ErrorPage {
        ErrorPage { frame: frame(), incident: "7F3K-20Q9".into(), busy, acting }
    }

    /// Every page in each shape that differs, by name.
    pub(super) fn every_page() -> Vec<(&'static str, String)> {
        let stopped_all = AskPage {
            already: true,
            since: Some("3 March 2026".into()),
            wider: WiderView { company: false, partner: false, everything: false },
            ..ask(ListView::Everything)
        };
        let on_its_way = ResultPage {
            on_its_way: Some("Autumn <b>sale</b>: this week".into()),
            partner_too: true,
            gpc: true,
            ..result(ListView::Partner("Acme Travel".into()))
        };
        let partner_on = StreamView {
            granted: true,
            held: Some(HeldView { since: "9 May 2026".into(), source: SourceView::Contest, wording: None }),
            choices: vec![choice("p-acme", "Acme Travel", true)],
        };
        let pages: Vec<(&'static str, askama::Result<String>)> = vec![
            ("ask-topic", ask(topic()).render()),
            ("ask-partner-gpc", AskPage { gpc: true, ..ask(ListView::Partner("Acme Travel".into())) }.render()),
            ("ask-company", ask(ListView::Company).render()),
            ("ask-already", AskPage { already: true, since: Some("3 March 2026".into()), ..ask(topic()) }.render()),
            ("ask-stopped-all", stopped_all.render()),
            ("result", result(topic()).render()),
            ("result-already", ResultPage { already: true, undo: None, ..result(ListView::Everything) }.render()),
            ("result-on-its-way", on_its_way.render()),
            ("center", center().render()),
            ("center-gpc", CenterPage { gpc: true, partner: partner_on, recent: vec![], ..center() }.render()),
            ("saved", saved(vec![topic(), ListView::AllPartners]).render()),
            ("saved-nothing", SavedPage { undo: None, ..saved(vec![]) }.render()),
            ("undone", undone(vec![topic(), ListView::Company]).render()),
            ("undone-nothing", UndonePage { partner_kept_off: true, ..undone(vec![]) }.render()),
            ("refused", RefusedPage { frame: frame() }.render()),
            ("error", error(false, false).render()),
            ("error-busy", error(true, true).render()),
            ("help", HelpPage { frame: frame() }.render()),
        ];
        pages.into_iter().map(|(name, page)| (name, page.unwrap())).collect()
    }

    fn page(name: &str) -> String {
        every_page().into_iter().find(|(known, _)| *known == name).unwrap().1
    }

    /// The opening tags of one element, as written.
    fn tags<'a>(html: &'a str, element: &str) -> Vec<&'a str> {
        html.match_indices(&format!("<{element}"))
            .map(|(at, _)| &html[at..=at + html[at..].find('>').unwrap()])
            .filter(|tag| tag[element.len() + 1..].starts_with([' ', '>']))
            .collect()
    }

    #[test]
    fn each_page_has_one_of_each_landmark_one_h1_a_title_and_a_language() {
        for (name, html) in every_page() {
            for element in ["title", "header", "main", "footer", "h1"] {
                assert_eq!(tags(&html, element).len(), 1, "{element} on {name}");
            }
            assert!(html.contains(r#"<html lang="en" dir="ltr">"#), "{name}");
            let title = html.split("<title>").nth(1).unwrap().split("</title>").next().unwrap();
            assert!(title.len() > " - Harbour &#38; Sons".len() && !title.contains('<'), "{title} on {name}");
        }
    }

    #[test]
    fn the_writing_direction_is_the_one_given() {
        let arabic = FrameView { lang: "ar", dir: "rtl", ..frame() };
        let html = HelpPage { frame: arabic }.render().unwrap();
        assert!(html.contains(r#"<html lang="ar" dir="rtl">"#));
    }

    #[test]
    fn results_are_announced_and_pages_that_only_ask_are_not() {
        for (name, html) in every_page() {
            let result = ["result", "saved", "undone"].iter().any(|kind| name.starts_with(kind));
            assert_eq!(html.matches(r#"role="status""#).count(), usize::from(result), "{name}");
        }
    }

    #[test]
    fn no_page_carries_a_script_a_style_or_anything_from_elsewhere() {
        for (name, html) in every_page() {
            for banned in ["<script", "<style", " style=", " onclick=", " onload=", "javascript:", "<iframe", "<base"] {
                assert!(!html.contains(banned), "{banned} on {name}");
            }
            for outside in ["https://", "http://", "src=", "data:"] {
                assert!(!html.contains(outside), "{outside} on {name}");
            }
        }
    }

    #[test]
    fn what_others_wrote_comes_out_escaped() {
        for (name, html) in every_page() {
            assert!(html.contains("Harbour &#38; Sons"), "{name}");
            let personal = !["refused", "error", "error-busy", "help"].contains(&name);
            assert_eq!(html.contains("a•••@&#60;script&#62;e•••.org"), personal, "{name}");
        }
        assert!(page("result-on-its-way").contains("Autumn &#60;b&#62;sale"));
    }

    #[test]
    fn every_form_posts_and_has_a_button_and_carries_the_visit() {
        for (name, html) in every_page() {
            for form in html.split("<form").skip(1) {
                let form = form.split("</form>").next().unwrap();
                assert!(form.contains(r#"method="post""#), "{name}");
                assert!(form.contains("<button"), "{name}");
                let undoes = form.contains(r#"action="/u/undo/u1.undo""#);
                assert_eq!(form.contains(r#"name="visit" value="nonce-1""#), !undoes, "{name}");
            }
        }
    }

    #[test]
    fn the_sender_help_and_contact_stand_at_the_foot_of_every_page() {
        for (name, html) in every_page() {
            let foot = html.split("<footer").nth(1).unwrap();
            assert!(foot.contains("12 Quay Street\nPort Ellis 40210"), "{name}");
            assert!(foot.contains(r#"href="/help""#), "{name}");
            assert!(foot.contains(r#"href="mailto:people@harbour.example""#), "{name}");
        }
    }

    #[test]
    fn asking_names_the_list_and_offers_each_stop_that_applies_in_one_form() {
        let html = page("ask-topic");
        assert!(html.contains("Stop “<bdi>Weekly offers</bdi>”"));
        assert_eq!(tags(&html, "form").len(), 1);
        assert!(html.contains(r#"action="/u/v1.token""#) && html.contains(r#"href="/preferences/v1.token""#));
        for stop in ["list", "company", "partner", "everything"] {
            assert_eq!(html.matches(&format!(r#"name="stop" value="{stop}""#)).count(), 1, "{stop}");
        }
        assert!(!page("ask-company").contains(r#"value="company""#));
    }

    #[test]
    fn asking_for_what_is_stopped_already_says_so_and_offers_the_wider_stops_only() {
        let html = page("ask-already");
        assert!(html.contains("is stopped</h1>") && html.contains("stopped since 3 March 2026"));
        assert!(!html.contains(r#"value="list""#) && html.contains(r#"value="everything""#));
        assert!(tags(&page("ask-stopped-all"), "form").is_empty());
    }

    #[test]
    fn a_browser_that_objects_to_sharing_is_told_before_anything_is_pressed() {
        for name in ["ask-partner-gpc", "center-gpc"] {
            let html = page(name);
            let told = html.find("When you press a button here we also turn off partner mail.").unwrap();
            assert!(told < html.find("<form").unwrap(), "{name}");
        }
        assert!(!page("ask-topic").contains("Your browser asks"));
        assert!(page("result-on-its-way").contains("Partner mail stays off"));
    }

    #[test]
    fn a_result_says_since_when_what_may_still_come_and_how_to_undo() {
        let html = page("result");
        assert!(html.contains("is stopped</h1>") && html.contains("Stopped since 23 November 2026, 18:33 UTC."));
        assert!(html.contains("Company mail that is still on.") && !html.contains("Partner mail that is still on."));
        assert!(html.contains("Legal notices.") && html.contains(r#"action="/u/undo/u1.undo""#));
        assert!(!page("result-already").contains("Undo"));
    }

    #[test]
    fn stopping_everything_comes_first_on_the_preference_page_and_enter_never_means_it() {
        let html = page("center");
        let (first, second) = (html.find(r#"value="everything""#).unwrap(), html.find("<fieldset").unwrap());
        assert!(first < second);
        let choices = html.split(r#"<form class="choices""#).nth(1).unwrap().split("</form>").next().unwrap();
        assert!(choices.contains("Save choices") && !choices.contains(r#"name="stop""#));
    }

    #[test]
    fn no_box_is_ticked_unless_granted_and_what_is_off_cannot_be_posted() {
        let html = page("center");
        for tag in tags(&html, "input") {
            let on = [r#"value="t-news""#, r#"value="t-offers""#].iter().any(|id| tag.contains(id));
            if tag.contains(r#"type="checkbox""#) {
                assert_eq!(tag.contains(" checked"), on, "{tag}");
                assert_eq!(tag.contains(" disabled"), !on, "{tag}");
            }
        }
        assert!(html.contains(r#"name="partner" value="yes" disabled"#));
        assert!(html.contains(r#"name="partner" value="no" checked"#));
        assert!(page("center-gpc").contains(r#"name="from_partner" value="p-acme" checked"#));
    }

    #[test]
    fn a_topic_left_on_under_a_stream_that_is_off_is_not_ticked() {
        let mut shown = center();
        shown.company.granted = false;
        let html = shown.render().unwrap();
        assert!(!tags(&html, "input").iter().any(|tag| tag.contains("checkbox") && tag.contains("checked")));
    }

    #[test]
    fn turning_on_is_never_a_dead_end() {
        let html = page("center");
        for id in ["company-on", "partner-on"] {
            let note = html.split(&format!(r#"id="{id}""#)).nth(1).unwrap().split("</p>").next().unwrap();
            assert!(note.contains("ask for a confirmation link") && note.contains("mailto:people@harbour.example"));
            assert!(html.contains(&format!(r#"aria-describedby="{id}""#)));
        }
    }

    #[test]
    fn the_preference_page_shows_what_is_held_and_why_each_message_came_or_not() {
        let html = page("center");
        for words in ["3 March 2026", "When registering", "by e-mail.", "We have no yes from you for partner mail."] {
            assert!(html.contains(words), "{words}");
        }
    }

    #[test]
    fn a_failure_claims_nothing_and_names_its_incident() {
        let html = page("error-busy");
        assert!(html.contains("We cannot say that your choice was saved.") && html.contains("7F3K-20Q9"));
        assert!(!page("error").contains("your choice was saved"));
    }

    #[test]
    fn a_mail_link_cannot_be_split_by_the_address_in_it() {
        assert_eq!(mailto("remove@harbour.example"), "mailto:remove@harbour.example");
        assert_eq!(mailto("a?b&c%d@e.example"), "mailto:a%3Fb%26c%25d@e.example");
    }
}
