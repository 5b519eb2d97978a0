//! What people do, in every way in which they do it.

use super::pages::{CONFIRM, ONWARD, SAVE, SAY_NO, SAY_YES, SIGN_UP, STOP_COMPANY, STOP_EVERYTHING, STOP_LIST, UNDO};
use super::stage::{ACME, COMPANY, PARTNER, Stage, TOPIC};
use crate::support::both_databases;
use crate::support::browser::Browser;
use crate::support::house::House;

const TAB: &str = "\u{e004}";
const ENTER: &str = "\u{e007}";
const SPACE: &str = " ";
const DOWN: &str = "\u{e015}";

/// How somebody uses the pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Mouse,
    /// Tab, Enter, Space and the arrows; the focus must be seen wherever it comes.
    Keyboard,
    WithoutScripts,
    /// 320 CSS pixels.
    Narrow,
    /// A window of 1280 pixels at 200 %.
    Zoomed,
    Dark,
    /// Right to left.
    Arabic,
}

const WAYS: &[Way] =
    &[Way::Mouse, Way::Keyboard, Way::WithoutScripts, Way::Narrow, Way::Zoomed, Way::Dark, Way::Arabic];

/// Somebody with a browser.
struct Visitor<'a> {
    browser: &'a Browser,
    way: Way,
    /// Presses of a button or a link, or changes of a field, since the link in the mail was followed.
    actions: usize,
}

impl<'a> Visitor<'a> {
    fn new(browser: &'a Browser, way: Way) -> Self {
        browser.size(if way == Way::Narrow { 320 } else { 1280 }, 800, if way == Way::Zoomed { 2 } else { 1 });
        browser.dark(way == Way::Dark);
        browser.send_header("Accept-Language", if way == Way::Arabic { "ar" } else { "en" });
        browser.scripts(way != Way::WithoutScripts);
        Self { browser, way, actions: 0 }
    }

    /// Follows a link in a mail.
    fn opens(&mut self, url: &str) {
        self.browser.open(url);
        self.actions = 0;
        self.is_on_a_good_page();
    }

    /// Presses a button or a link, which leads to a page.
    fn presses(&mut self, css: &str) {
        self.actions += 1;
        if self.way == Way::Keyboard {
            self.browser.tab_to(css);
            self.browser.leave(|browser| browser.key(ENTER));
        } else {
            self.browser.follow(css);
        }
        self.is_on_a_good_page();
    }

    /// Ticks or unticks a box, which leads nowhere (WCAG 3.2.2).
    fn ticks(&mut self, css: &str) {
        self.stays(css, |visitor| {
            if visitor.way == Way::Keyboard {
                visitor.browser.tab_to(css);
                visitor.browser.key(SPACE);
            } else {
                visitor.browser.click(css);
            }
        });
    }

    /// Chooses the last of a group of radio buttons. Tab comes to the one that is chosen, the arrows go on from there.
    fn chooses(&mut self, group: &str, css: &str) {
        self.stays(css, |visitor| {
            if visitor.way == Way::Keyboard {
                visitor.browser.tab_to(&format!("{group}:checked"));
                visitor.browser.key(DOWN);
            } else {
                visitor.browser.click(css);
            }
        });
    }

    /// Writes into a field.
    fn writes(&mut self, css: &str, text: &str) {
        self.actions += 1;
        if self.way == Way::Keyboard {
            self.browser.tab_to(css);
            text.chars().for_each(|letter| self.browser.key(&letter.to_string()));
        } else {
            self.browser.write(css, text);
        }
    }

    /// Chooses from a list that opens.
    fn picks(&mut self, list: &str, value: &str) {
        self.actions += 1;
        if self.way == Way::Keyboard {
            self.browser.tab_to(list);
            let there = format!("return document.querySelector('{list}').value === '{value}'");
            let pressed = (0..20).find(|_| {
                self.browser.key(DOWN);
                self.browser.run(&there) == true
            });
            assert!(pressed.is_some(), "{list} never came to {value}");
        } else {
            self.browser.click(&format!("{list} option[value='{value}']"));
        }
    }

    fn stays(&mut self, css: &str, act: impl FnOnce(&Self)) {
        let state = |visitor: &Self| (visitor.browser.url(), visitor.browser.title());
        let (before, was) = (state(self), self.browser.is_checked(css));
        self.actions += 1;
        act(self);
        assert_eq!(state(self), before, "a change alone leads nowhere");
        assert_ne!(self.browser.is_checked(css), was, "{css} by {:?}", self.way);
    }

    fn is_on_a_good_page(&self) {
        let overflow = self.browser.run("return document.documentElement.scrollWidth > innerWidth");
        assert_eq!(overflow, false, "{} scrolls sideways for {:?}", self.browser.url(), self.way);
        let dir = if self.way == Way::Arabic { "rtl" } else { "ltr" };
        assert_eq!(self.browser.run("return document.dir"), dir, "{}", self.browser.url());
        let runs = self.browser.run("return document.scripts.length");
        assert_eq!(runs, 0, "{} brings a script", self.browser.url());
        assert_eq!(self.browser.cookies(), 0);
    }

    /// The result is told to those who do not see it, without the focus being moved (WCAG 4.1.3).
    fn is_told(&self, mark: &str) {
        assert!(self.browser.has(&format!("[role=status] {mark}")), "{} tells nothing", self.browser.url());
        assert_eq!(self.browser.run("return document.activeElement === document.body"), true);
    }
}

fn in_every_way(stage: &mut Stage<'_>, journey: impl Fn(&mut Stage<'_>, &mut Visitor<'_>)) {
    let browser = Browser::start();
    for way in WAYS {
        journey(stage, &mut Visitor::new(&browser, *way));
    }
}

fn assert_verdicts(stage: &Stage<'_>, person: &str, expected: &[(&[&str], &str)], way: Way) {
    for (list, verdict) in expected {
        assert_eq!(stage.verdict(person, list), *verdict, "{list:?} for {way:?}");
    }
}

both_databases! {
    /// G7, CONFORMANCE N5.
    g7_somebody_leaves_a_list_with_one_press_and_comes_back_with_one_more(house) {
        in_every_way(&mut Stage::new(house), |stage, visitor| {
            let person = stage.person();
            visitor.opens(&stage.link(&person, TOPIC));
            visitor.presses(STOP_LIST);
            assert_eq!(visitor.actions, 1, "one press is all it takes");
            visitor.is_told("h1");
            assert_verdicts(stage, &person, &[(TOPIC, "withheld"), (COMPANY, "clear"), (PARTNER, "clear")], visitor.way);
            visitor.presses(UNDO);
            visitor.is_told("h1");
            assert_verdicts(stage, &person, &[(TOPIC, "clear"), (COMPANY, "clear"), (PARTNER, "clear")], visitor.way);
        });
    }

    /// G7, CONFORMANCE N5: the same number of presses as for one list.
    g7_somebody_leaves_everything_with_one_press(house) {
        in_every_way(&mut Stage::new(house), |stage, visitor| {
            for (button, partner) in [(STOP_COMPANY, "clear"), (STOP_EVERYTHING, "withheld")] {
                let person = stage.person();
                visitor.opens(&stage.link(&person, TOPIC));
                visitor.presses(button);
                assert_eq!(visitor.actions, 1, "one press is all it takes");
                visitor.is_told("h1");
                assert_verdicts(stage, &person, &[(COMPANY, "withheld"), (PARTNER, partner)], visitor.way);
            }
            let person = stage.person();
            visitor.opens(&stage.link(&person, ACME));
            visitor.presses(ONWARD);
            visitor.presses(STOP_EVERYTHING);
            visitor.is_told("h1");
            assert_verdicts(stage, &person, &[(COMPANY, "withheld"), (PARTNER, "withheld")], visitor.way);
            visitor.presses(UNDO);
            assert_verdicts(stage, &person, &[(COMPANY, "clear"), (PARTNER, "clear")], visitor.way);
        });
    }

    somebody_chooses_on_the_preference_page_and_takes_it_back(house) {
        in_every_way(&mut Stage::new(house), |stage, visitor| {
            let person = stage.person();
            visitor.opens(&stage.preferences(&person));
            visitor.ticks("input[name=topic]");
            visitor.chooses("input[name=partner]", "input[name=partner][value=no]");
            visitor.presses(SAVE);
            visitor.is_told("h1");
            let new_books = &["--stream", "company", "--topic", "New & <b>noteworthy</b> books"];
            let saved: &[(&[&str], &str)] =
                &[(new_books, "withheld"), (TOPIC, "clear"), (COMPANY, "clear"), (PARTNER, "withheld"), (ACME, "withheld")];
            assert_verdicts(stage, &person, saved, visitor.way);
            visitor.presses(UNDO);
            visitor.is_told("h1");
            assert_verdicts(stage, &person, &saved.iter().map(|(list, _)| (*list, "clear")).collect::<Vec<_>>(), visitor.way);
        });
    }

    /// SPEC section 4: a pause, a limit, and both taken back in one step.
    somebody_pauses_and_limits_their_mail_and_takes_it_back(house) {
        in_every_way(&mut Stage::new(house), |stage, visitor| {
            let person = stage.person();
            visitor.opens(&stage.preferences(&person));
            visitor.chooses("input[name=pause]", "input[name=pause][value='30']");
            visitor.picks("#pause-what", "partner");
            visitor.picks("#cap", "2");
            visitor.presses(SAVE);
            visitor.is_told("h1");
            assert_eq!(house.verdict(&person, PARTNER)["reason"], "snoozed", "{:?}", visitor.way);
            assert_verdicts(stage, &person, &[(COMPANY, "clear")], visitor.way);
            visitor.presses(UNDO);
            visitor.is_told("h1");
            assert_verdicts(stage, &person, &[(COMPANY, "clear"), (PARTNER, "clear")], visitor.way);
        });
    }

    /// CONFORMANCE G9, I3: joining takes an address, a choice and a mailed link; leaving takes one press.
    i3_somebody_joins_by_a_mailed_link_and_leaves_with_less(house) {
        in_every_way(&mut Stage::new(house), |stage, visitor| {
            let stranger = stage.stranger();
            visitor.opens(&stage.url("/signup"));
            assert!(!visitor.browser.has("input:checked"), "nothing is ticked beforehand");
            visitor.writes("#field-address", &stranger);
            visitor.ticks("input[name=want]");
            visitor.ticks("input[name=age][value=over]");
            visitor.presses(SIGN_UP);
            let asked = visitor.actions;
            visitor.opens(&stage.confirmation(&stranger));
            visitor.presses(SIGN_UP);
            visitor.is_told("h1");
            let to_join = asked + visitor.actions;
            visitor.opens(&stage.link(&stranger, COMPANY));
            visitor.presses(STOP_EVERYTHING);
            assert_eq!(visitor.actions, 1, "one press is all it takes");
            assert!(visitor.actions <= to_join, "{} presses to leave, {to_join} to join", visitor.actions);
            assert_verdicts(stage, &stranger, &[(COMPANY, "withheld"), (PARTNER, "withheld")], visitor.way);
        });
    }

    /// CONFORMANCE I3, N4: on the preference page, too, a no takes no more than a yes.
    i3_somebody_turns_partner_mail_off_with_less_than_it_takes_to_turn_it_on_again(house) {
        in_every_way(&mut Stage::new(house), |stage, visitor| {
            let person = stage.person();
            visitor.opens(&stage.preferences(&person));
            visitor.chooses("input[name=partner]", "input[name=partner][value=no]");
            visitor.presses(SAVE);
            let to_leave = visitor.actions;
            assert_verdicts(stage, &person, &[(COMPANY, "clear"), (PARTNER, "withheld")], visitor.way);
            visitor.opens(&stage.preferences(&person));
            visitor.chooses("input[name=partner]", "input[name=partner][value=yes]");
            visitor.presses(SAVE);
            visitor.is_told("h1");
            let asked = visitor.actions;
            assert_verdicts(stage, &person, &[(PARTNER, "withheld")], visitor.way);
            visitor.opens(&stage.mailed(&person, "/data/"));
            visitor.presses(CONFIRM);
            visitor.is_told("h1");
            let to_join = asked + visitor.actions;
            assert_verdicts(stage, &person, &[(COMPANY, "clear"), (PARTNER, "clear")], visitor.way);
            assert!(to_leave < to_join, "{to_leave} presses to leave, {to_join} to join");
        });
    }

    /// CONFORMANCE N4: one press for a no as for a yes.
    n4_somebody_answers_a_new_policy_with_one_press_and_takes_it_back(house) {
        in_every_way(&mut Stage::new(house), |stage, visitor| {
            for answer in [SAY_YES, SAY_NO] {
                let person = stage.person();
                visitor.opens(&stage.policy(&person));
                visitor.presses(answer);
                assert_eq!(visitor.actions, 1, "one press is all it takes");
                visitor.is_told("h1");
                let verdict = if answer == SAY_NO { "withheld" } else { "clear" };
                assert_verdicts(stage, &person, &[(COMPANY, verdict)], visitor.way);
                if answer == SAY_NO {
                    visitor.presses(UNDO);
                    visitor.is_told("h1");
                    assert_verdicts(stage, &person, &[(COMPANY, "clear")], visitor.way);
                }
            }
        });
    }
}

/// SPEC section 4: the language set by the person comes before the one that their browser asks for.
#[test]
fn somebody_chooses_a_language_and_gets_it_from_then_on() {
    let house = House::on_sqlite();
    let mut stage = Stage::new(&house);
    let browser = Browser::start();
    browser.send_header("Accept-Language", "de");
    let person = stage.person();
    browser.open(&stage.preferences(&person));
    assert_eq!(browser.run("return document.documentElement.lang"), "de");
    browser.click("#language option[value=ar]");
    browser.follow(SAVE);
    browser.follow(ONWARD);
    assert_eq!(browser.run("return document.documentElement.lang"), "ar");
    assert_eq!(browser.run("return document.dir"), "rtl");
}

/// WCAG 2.4.1: the first thing that the keyboard comes to leads past what is the same on every page.
#[test]
fn the_keyboard_can_skip_to_the_content() {
    let house = House::on_sqlite();
    let mut stage = Stage::new(&house);
    let browser = Browser::start();
    let person = stage.person();
    browser.open(&stage.link(&person, TOPIC));
    browser.key(TAB);
    assert_eq!(browser.run("return document.activeElement.matches('a.skip')"), true);
    browser.key(ENTER);
    assert_eq!(browser.run("return document.activeElement.id"), "content");
    browser.key(TAB);
    assert_eq!(browser.run("return document.activeElement.matches('main *')"), true);
}
