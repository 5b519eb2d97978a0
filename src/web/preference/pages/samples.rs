//! Every page in each shape that differs.

use askama::Template as _;

use super::*;
use crate::web::frame::{FrameView, SenderView};
use crate::words::{Language, Words};

/// Hostile on purpose: it must come out escaped wherever it stands.
const ADDRESS: &str = "a•••@<script>e•••.org";

pub(super) fn frame() -> FrameView {
    FrameView {
        words: Words::new(Language::English),
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

fn held(list: ListView, granted: bool) -> HeldView {
    HeldView {
        list,
        granted,
        since: "3 March 2026".into(),
        source: Some("registration"),
        wording: Some(WordingView {
            lang: "en".into(),
            text: "Yes, send me news and offers from Harbour & Sons by e-mail.".into(),
        }),
        policy_version: Some(2),
    }
}

pub(super) fn center() -> CenterPage {
    CenterPage {
        frame: frame(),
        token: "v1.token".into(),
        masked_address: ADDRESS.into(),
        company: StreamView {
            granted: true,
            paused_until: None,
            choices: vec![
                choice("t-news", "Newsletter", true),
                choice("t-offers", "Weekly offers", true),
                choice("t-events", "Events near you", false),
            ],
        },
        partner: StreamView {
            granted: false,
            paused_until: None,
            choices: vec![choice("p-acme", "Acme Travel", false), choice("p-north", "Northlight Energy", false)],
        },
        pause_days: vec![30, 60, 90],
        cap: Some(4),
        caps: [1, 2, 4, 7].map(|messages| CapView { messages, chosen: messages == 4 }).to_vec(),
        languages: Language::ALL.map(|one| LanguageView { tag: one.tag(), name: one.own_name() }).to_vec(),
        bars: Vec::new(),
        held: vec![held(ListView::Company, true), held(topic(), false)],
        policy: None,
        recent: vec![
            message("Autumn sale: this week", OutcomeView::Sent, WhyView::WasOn(topic())),
            message("A weekend by the sea", OutcomeView::Withheld, WhyView::NeverGiven(ListView::AllPartners)),
            message("Weekly news", OutcomeView::Sent, WhyView::WasOn(ListView::Company)),
        ],
        visit: "nonce-1".into(),
        stale: false,
        gpc: false,
    }
}

fn bar(why: &'static str, until: Option<&str>) -> BarView {
    BarView { why, list: ListView::Everything, since: "3 March 2026".into(), until: until.map(str::to_owned) }
}

fn saved(stopped: Vec<ListView>) -> SavedPage {
    SavedPage {
        frame: frame(),
        token: "v1.token".into(),
        masked_address: ADDRESS.into(),
        stopped,
        at: "23 November 2026, 18:33 UTC".into(),
        paused: Vec::new(),
        weekly_cap: None,
        language: false,
        more: MoreView::default(),
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
        pauses: Vec::new(),
        weekly_cap: false,
        language: false,
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
        paused_until: Some("24 December 2026".into()),
        choices: vec![choice("p-acme", "Acme Travel", true)],
    };
    let barred = CenterPage {
        bars: vec![bar("bounce", None), bar("staff", Some("1 May 2026"))],
        held: vec![HeldView {
            source: None,
            wording: None,
            policy_version: None,
            ..held(ListView::AllPartners, false)
        }],
        cap: None,
        ..center()
    };
    let less = SavedPage {
        paused: vec![PausedView { list: ListView::Company, until: "24 December 2026".into() }],
        weekly_cap: Some(2),
        language: true,
        ..saved(vec![])
    };
    let more = MoreView {
        all: vec![
            MoreOf::List(ListView::Company),
            MoreOf::List(topic()),
            MoreOf::Cap,
            MoreOf::EndOfPause(ListView::AllPartners),
        ],
        letter: LetterView::Failed,
    };
    let undone_less =
        UndonePage { pauses: vec![ListView::Everything], weekly_cap: true, language: true, ..undone(vec![]) };
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
        ("center-barred", barred.render()),
        ("saved-less", less.render()),
        ("saved-more", SavedPage { more: more.clone(), ..saved(vec![topic()]) }.render()),
        (
            "saved-often",
            SavedPage { more: MoreView { letter: LetterView::Often, ..more.clone() }, ..saved(vec![]) }.render(),
        ),
        ("saved-only-more", SavedPage { more, undo: None, ..saved(vec![]) }.render()),
        ("undone-less", undone_less.render()),
        ("saved-nothing", SavedPage { undo: None, ..saved(vec![]) }.render()),
        ("undone", undone(vec![topic(), ListView::Company]).render()),
        ("undone-nothing", UndonePage { partner_kept_off: true, ..undone(vec![]) }.render()),
        ("erased", ErasedPage { frame: frame() }.render()),
        ("refused", RefusedPage { frame: frame() }.render()),
        ("error", error(false, false).render()),
        ("error-busy", error(true, true).render()),
        ("help", HelpPage { frame: frame() }.render()),
    ];
    pages.into_iter().map(|(name, page)| (name, page.unwrap())).collect()
}
