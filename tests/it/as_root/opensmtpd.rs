//! A second real relay, Debian's `OpenSMTPD`: it offers no PIPELINING, so every step waits for the one before.

use super::postfix::{envelope, text};
use crate::support::both_databases;
use crate::support::house::PATIENCE;
use crate::support::opensmtpd::Opensmtpd;
use crate::support::smtp_sink::{Fault, Step};

const COMPANY: &[&str] = &["--stream", "company"];

both_databases! {
    a_campaign_reaches_everybody_once_step_by_step(house) {
        let relay = Opensmtpd::start(house, "gone@example.org");
        house.set("CONSENTRY_RELAY", &relay.url());
        let crowd = house.crowd(40);
        house.people(&[("gone@example.org", "yes", "")]);
        let running = house.serve();
        let id = house.campaign(COMPANY, "By another post");
        let standing = house.wait_finished(&id);
        assert_eq!((&standing["accepted"], &standing["rejected"]), (&40.into(), &1.into()), "{}", relay.log());
        let caught = house.sink.wait_for(40, PATIENCE);
        for address in &crowd {
            assert_eq!(house.sink.accepted_to(address), 1, "{address}");
        }
        assert!(caught.iter().all(|caught| text(caught).contains("by relay.test (OpenSMTPD) with ESMTP id")));
        // It says 550 and no more: no status tells that the address does not exist, so nobody is suppressed for it.
        assert_eq!(house.verdict("gone@example.org", COMPANY)["verdict"], "clear");
        running.stop();
    }

    /// It takes 100 messages in a session, and 452 is its answer to every further MAIL there.
    its_limit_for_a_session_holds_up_nobody(house) {
        let relay = Opensmtpd::start(house, "gone@example.org");
        house.set("CONSENTRY_RELAY", &relay.url()).set("CONSENTRY_SENDERS", "2").set("CONSENTRY_RETRY_AFTER", "1h");
        house.crowd(450);
        let running = house.serve();
        let id = house.campaign(COMPANY, "More than one session");
        let standing = house.wait_finished(&id);
        assert_eq!((&standing["accepted"], &standing["deferred"]), (&450.into(), &0.into()), "{}", relay.log());
        assert!(house.deliveries(&id).iter().all(|delivery| delivery.attempt == 1), "in the same try");
        running.stop();
    }

    /// CONFORMANCE B15 and D11.
    a_report_of_opensmtpd_comes_back_to_its_own_delivery(house) {
        let relay = Opensmtpd::start(house, "nobody@example.org");
        house.set("CONSENTRY_RELAY", &relay.url());
        house.crowd(3);
        house.sink.when(Step::Rcpt).recipient("p1@example.org").then(Fault::reply("550 5.1.1 no such user"));
        let running = house.serve();
        let id = house.campaign(COMPANY, "Come back");
        assert_eq!(house.wait_finished(&id)["accepted"], 3, "{}", relay.log());
        // Two messages and one report.
        let caught = house.sink.wait_for(3, PATIENCE);
        let (return_path, envelope_id) = envelope(&house.sink, "p1@example.org");
        let report = caught.iter().find(|caught| caught.from.is_empty());
        let report = report.unwrap_or_else(|| panic!("no report: {}", relay.log()));
        assert_eq!(report.recipients, [return_path.as_str()]);
        let report = text(report);
        for line in ["Action: failed", "Final-Recipient: rfc822; p1@example.org", &format!("Message-ID: <{envelope_id}@")] {
            assert!(report.contains(line), "{line} is missing in {report}");
        }
        running.stop();
    }
}
