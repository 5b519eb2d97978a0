//! A notice: a campaign that needs no consent.

use super::support::both_databases;
use super::support::house::House;

const COMPANY: &[&str] = &["--stream", "company"];

impl House {
    /// A campaign that is a notice, on its way.
    fn notice(&self, subject: &str) -> String {
        let id = self.draft(COMPANY, subject);
        self.sql(&format!("UPDATE campaigns SET stream = 'notice' WHERE id = {id}")).unwrap();
        self.ok(&["campaign", "schedule", &id, "--at", "now"]);
        id
    }
}

both_databases! {
    a_notice_reaches_those_who_want_no_advertising_and_nobody_who_is_gone(house) {
        house.people(&[("ada@example.org", "no", "no"), ("bob@example.org", "", ""), ("cyd@example.org", "yes", "")]);
        house.ok(&["suppress", "add", "cyd@example.org"]);
        let running = house.serve();
        let id = house.notice("Our terms");
        let standing = house.wait_finished(&id);
        assert_eq!((&standing["stream"], &standing["audience"], &standing["accepted"]), (&"notice".into(), &3.into(), &2.into()));
        assert_eq!(standing["withheld"]["staff"], 1);
        running.stop();
    }

    /// CONFORMANCE A20, F2 and G6: its own sender, no list, and a machine wrote it.
    a20_a_notice_has_its_own_sender_and_no_list(house) {
        house.set("CONSENTRY_FROM_SERVICE", "Harbour Books <service@harbour.example>");
        house.people(&[("ada@example.org", "yes", "yes")]);
        let running = house.serve();
        let id = house.notice("Our terms");
        house.wait_finished(&id);
        let mail = String::from_utf8(house.sink.accepted().remove(0).data).unwrap();
        let (head, body) = mail.split_once("\r\n\r\n").unwrap();
        assert!(head.contains("From: \"Harbour Books\" <service@harbour.example>\r\n"), "{head}");
        assert!(head.contains("Auto-Submitted: auto-generated\r\n"), "{head}");
        for field in ["List-", "Feedback-ID"] {
            assert!(!head.contains(field), "{head}");
        }
        assert!(body.contains("12 Quay Street") && !body.contains("advertising"), "{body}");
        running.stop();
    }

    /// SPEC section 3, rule 6.
    the_frequency_cap_counts_advertising_only(house) {
        house.set("CONSENTRY_WEEKLY_CAP", "1");
        house.people(&[("ada@example.org", "yes", "yes")]);
        let running = house.serve();
        for subject in ["Our terms", "Our address"] {
            let notice = house.notice(subject);
            assert_eq!(house.wait_finished(&notice)["accepted"], 1);
        }
        let id = house.campaign(COMPANY, "Autumn");
        assert_eq!(house.wait_finished(&id)["accepted"], 1);
        let notice = house.notice("Our terms again");
        assert_eq!(house.wait_finished(&notice)["accepted"], 1);
        let over = house.campaign(COMPANY, "Winter");
        house.wait_until(&over, |standing| standing["deferred"] == 1);
        running.stop();
    }

    a_notice_stands_on_the_preference_page_as_no_advertising(house) {
        house.people(&[("ada@example.org", "no", "no")]);
        let running = house.serve();
        let id = house.notice("Our terms");
        house.wait_finished(&id);
        let token = house.link("ada@example.org", COMPANY).replace("/u/", "/preferences/");
        let page = super::support::web::get(&running.url(&token));
        assert_eq!(page.status, 200);
        assert!(page.body.contains("Our terms") && page.body.contains("It was no advertising"), "{}", page.body);
        running.stop();
    }
}
