//! Several processes on one database.

use std::collections::HashSet;
use std::time::Duration;

use super::support::both_databases;
use super::support::finality::final_when_answered;
use super::support::house::PATIENCE;
use super::support::smtp_sink::{Fault, Latch, Step};
use super::support::web::one_click;

const COMPANY: &[&str] = &["--stream", "company"];

both_databases! {
    two_senders_share_a_campaign_and_nobody_gets_it_twice(house) {
        let crowd = house.crowd(600);
        house.sink.when(Step::FinalDot).then(Fault::Delay(Duration::from_millis(3)));
        let nodes = [house.serve(), house.serve_with(&["--only", "sender"])];
        let id = house.campaign(COMPANY, "Shared");
        assert_eq!(house.wait_finished(&id)["accepted"], 600);
        let reached: HashSet<_> = house.sink.accepted().into_iter().flat_map(|caught| caught.recipients).collect();
        assert_eq!((reached.len(), house.sink.accepted().len()), (crowd.len(), crowd.len()));
        for node in nodes {
            node.stop();
        }
    }

    /// G3 across processes: the page is served by one, the message is on its way at another.
    g3_an_opt_out_at_one_node_waits_for_the_message_at_another(house) {
        house.people(&[("ada@example.org", "yes", "yes")]);
        let latch = Latch::default();
        house.sink.when(Step::FinalDot).times(1).then(Fault::Hold(latch.clone()));
        let web = house.serve_with(&["--only", "web"]);
        let sender = house.serve_with(&["--only", "sender"]);
        let id = house.campaign(COMPANY, "Elsewhere");
        house.sink.wait_for_step(Step::FinalDot, 1, PATIENCE);
        let link = web.url(&house.link("ada@example.org", COMPANY));
        let (answer, named) = final_when_answered(house, &latch, || one_click(&link));
        assert_eq!((answer.status, answer.body.contains("Elsewhere")), (200, named));
        house.wait_finished(&id);
        sender.stop();
        web.stop();
    }

    /// What a dead node had claimed goes out by another; what it was handing over is in doubt.
    a_dead_nodes_work_is_taken_over(house) {
        house.crowd(50);
        let latch = Latch::default();
        house.sink.when(Step::FinalDot).times(1).then(Fault::Hold(latch.clone()));
        house.set("CONSENTRY_SENDERS", "1");
        let dead = house.serve_with(&["--only", "sender"]);
        let id = house.campaign(COMPANY, "Taken over");
        house.sink.wait_for_step(Step::FinalDot, 1, PATIENCE);
        dead.kill_9();
        latch.release();
        house.sink.behave();
        let heir = house.serve_with(&["--only", "sender"]);
        let standing = house.wait_finished(&id);
        assert_eq!((&standing["accepted"], &standing["in_doubt"]), (&49.into(), &1.into()), "{standing}");
        heir.stop();
    }
}
