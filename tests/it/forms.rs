//! Forms that are not the page's own: what cannot be undone is done by a button of a page that somebody saw, and by
//! nothing less (CONFORMANCE N3).

use super::data::{Person, at_rest, reason};
use super::support::both_databases;
use super::support::web::{Answer, get, post, post_raw, press, visit_of};

const COMPANY: &[&str] = &["--stream", "company"];
const ADA: &str = "ada@example.org";
const FORM: &str = "application/x-www-form-urlencoded";

/// The fields as `multipart/form-data`.
fn multipart(url: &str, fields: &[(&str, &str)]) -> Answer {
    let part = |(name, value): &(&str, &str)| {
        format!("--Zz\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    let body: String = fields.iter().map(part).chain(["--Zz--\r\n".to_owned()]).collect();
    post_raw(url, Some("multipart/form-data; boundary=Zz"), body.as_bytes())
}

/// What programs send that have never seen the page.
fn without_the_page(url: &str) -> Vec<Answer> {
    vec![
        post_raw(url, None, b""),
        post_raw(url, Some(FORM), b""),
        post_raw(url, Some(FORM), b"visit="),
        post_raw(url, Some("application/json"), b"{\"visit\":\"a-visit-of-somebody\"}"),
        post(url, &[("as", "yes"), ("name", ""), ("List-Unsubscribe", "One-Click"), ("address", ADA)], &[]),
        multipart(url, &[("as", "yes"), ("List-Unsubscribe", "One-Click")]),
    ]
}

both_databases! {
    n3_a_form_that_no_page_sent_does_nothing_behind_a_mailed_link(house) {
        house.people(&[(ADA, "yes", "no")]);
        let web = house.serve();
        let ada = Person::of(house, &web, ADA);
        ada.asks(&[("wish", "see")]);
        ada.letter(ADA, 1);
        ada.asks(&[("wish", "download")]);
        ada.letter(ADA, 2);
        ada.asks(&[("wish", "erase")]);
        ada.letter(ADA, 3);
        post(&web.url(&ada.preferences), &[("company", "yes"), ("company_shown", "no"), ("partner", "yes"), ("partner_shown", "no")], &[]);
        ada.letter(ADA, 4);
        ada.asks(&[("wish", "move"), ("address", "lovelace@example.net")]);
        ada.letter(ADA, 5);
        let links: Vec<_> = (1..=5).map(|count| ada.letter(ADA, count)).collect();
        let before = at_rest(house);
        for link in &links {
            for answer in without_the_page(&web.url(link)) {
                assert_eq!(answer.status, 422, "{}", answer.body);
                assert!(answer.body.contains("name=\"as\"") && answer.between("name=\"visit\" value=\"").is_some(), "{}", answer.body);
            }
        }
        let download = links.iter().find(|link| ada.opens(link).body.contains("value=\"file\"")).unwrap();
        assert_eq!(press(&web.url(download), &[], &[]).status, 422, "neither of the buttons");
        assert!(at_rest(house) == before, "nothing was changed");
        web.stop();
    }

    n3_a_form_that_no_page_sent_reports_no_child(house) {
        house.people(&[(ADA, "yes", "yes")]);
        let web = house.serve_with(&["--only", "web"]);
        let token = house.link(ADA, COMPANY).replace("/u/", "");
        let before = house.contents();
        for url in [web.url(&format!("/child/{token}")), web.url("/child")] {
            for answer in without_the_page(&url) {
                assert!(answer.status == 422 && answer.between("name=\"visit\" value=\"").is_some(), "{}", answer.body);
            }
        }
        let kept = post(&web.url("/child"), &[("address", ADA)], &[]);
        assert!(kept.body.contains(&format!("value=\"{ADA}\"")) && !kept.body.contains("not an e-mail"), "{}", kept.body);
        assert_eq!(house.contents(), before);
        let child = web.url(&format!("/child/{token}"));
        assert_eq!(multipart(&child, &[("visit", &visit_of(&child))]).status, 200);
        assert_eq!(reason(house, ADA, COMPANY), "reported_child");
        web.stop();
    }

    /// Absent is not empty: what a form does not speak of stays as it was.
    ada_corrects_what_her_form_speaks_of_and_nothing_else(house) {
        let file = house.file("ada.csv", format!("address,name,locale,time_zone,source,company,partner,consented_at,wording\n\
            {ADA},Ada,de,Europe/Berlin,registration,yes,no,2026-01-02T03:04:05Z,Yes please\n"));
        house.ok(&["import", "recipients", &file]);
        let web = house.serve();
        let ada = Person::of(house, &web, ADA);
        let facts = || house.texts("SELECT COALESCE(name, '') || '/' || COALESCE(locale, '') || '/' || COALESCE(zip, '') AS value FROM recipients");
        ada.asks(&[("wish", "see")]);
        let first = web.url(&ada.letter(ADA, 1));
        let visit = visit_of(&first);
        let wrong = multipart(&first, &[("visit", &visit), ("zip", "<script>")]);
        assert!(wrong.status == 422 && wrong.body.contains("value=\"Europe/Berlin\""), "{}", wrong.body);
        assert_eq!(multipart(&first, &[("zip", "40210"), ("visit", &visit)]).status, 200);
        assert_eq!(facts(), ["Ada/de/40210"]);
        ada.asks(&[("wish", "see")]);
        assert_eq!(press(&web.url(&ada.letter(ADA, 2)), &[("name", "")], &[]).status, 200);
        assert_eq!(facts(), ["/de/40210"], "what is emptied is emptied");
        assert_eq!(get(&web.url(&ada.preferences)).status, 200);
        web.stop();
    }
}
