//! The notice of a version, in words.

use crate::domain::Stream;
use crate::mail::CampaignText;
use crate::ops::App;
use crate::ops::campaigns::CampaignError;
use crate::ops::framing;
use crate::store::policies::Policy;
use crate::words::Words;

/// Stands for the link to the version's page.
const LINK: &str = "{{ policy_url }}";

/// The notice in one language: templates, with what staff wrote made safe in them.
pub(in crate::ops) struct Letter {
    pub(in crate::ops) subject: String,
    pub(in crate::ops) text: String,
    pub(in crate::ops) html: String,
}

impl Letter {
    /// Writes it: what changes, what is new, from when on, what happens in each case, and where to answer.
    ///
    /// # Errors
    /// [`CampaignError::Missing`].
    pub(in crate::ops) fn write(app: &App, policy: &Policy, words: Words) -> Result<Self, CampaignError> {
        let frame = framing::service(app)?;
        let answers_to = framing::remove_address(app, &frame.from).to_string();
        let version = policy.version.number.to_string();
        let lead = words.plain_with("policy-mail-lead", &[("version", version.as_str().into())]);
        let (summary, _) = policy.summary(words.language().tag());
        let rest = [
            new_uses(&policy.version.new_uses, &frame.sender_name, words),
            words.plain_with("policy-in-force-from", &[("date", words.date(policy.version.effective_at).into())]),
            if_nothing(policy, words),
            words.plain("policy-if-no"),
            words.plain("policy-if-yes"),
        ];
        let choose = words.plain("policy-mail-choose");
        let last = [
            words.plain_with("policy-mail-write", &[("address", answers_to.as_str().into())]),
            words.plain("policy-mail-why"),
        ];
        let text: Vec<_> = [lead.clone(), summary.trim().to_owned()].into_iter().chain(rest.clone()).collect();
        let text = [text.join("\n\n"), choose.clone()].map(|part| literally(&part)).join("\n\n");
        let text = format!("{text}\n{LINK}\n\n{}\n", literally(&last.join("\n\n")));
        let subject = words.plain("policy-mail-subject");
        let (language, direction) = (words.language().tag(), words.language().dir());
        let html = [
            format!(
                "<!doctype html>\n<html lang=\"{language}\" dir=\"{direction}\">\n<head>\n<meta charset=\"utf-8\">\n"
            ),
            format!("<title>{}</title>\n</head>\n<body>\n", literally(&escaped(&subject))),
            paragraphs(&lead),
            format!("<blockquote>\n{}</blockquote>\n", paragraphs(summary)),
            rest.iter().map(|part| paragraphs(part)).collect(),
            format!("<p>{}<br>\n<a href=\"{LINK}\">{LINK}</a></p>\n", literally(&escaped(&choose))),
            last.iter().map(|part| paragraphs(part)).collect(),
            "</body>\n</html>\n".to_owned(),
        ];
        Ok(Self { subject: literally(&subject), text, html: html.concat() })
    }

    /// As a campaign's text.
    pub(in crate::ops) fn as_text(&self) -> CampaignText<'_> {
        CampaignText { subject: &self.subject, text: &self.text, html: &self.html }
    }
}

fn new_uses(streams: &[Stream], sender: &str, words: Words) -> String {
    let uses = match (streams.contains(&Stream::Company), streams.contains(&Stream::Partner)) {
        (true, true) => "both",
        (true, false) => "company",
        (false, true) => "partner",
        (false, false) => "none",
    };
    words.plain_with("policy-new-uses", &[("uses", uses.into()), ("sender", sender.into())])
}

fn if_nothing(policy: &Policy, words: Words) -> String {
    if policy.version.new_uses.is_empty() {
        return words.plain("policy-nothing-same");
    }
    words.plain_with("policy-nothing-new-days", &[("days", policy.version.window.num_days().into())])
}

/// Text that stands in a template as it is.
fn literally(text: &str) -> String {
    text.replace("{{", "\\{{")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Text as paragraphs of HTML: a blank line ends one.
fn paragraphs(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let parts = text.split("\n\n").map(str::trim).filter(|part| !part.is_empty());
    let paragraph = |part| ["<p>", &literally(&escaped(part)).replace('\n', "<br>\n"), "</p>\n"].concat();
    parts.map(paragraph).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_staff_wrote_is_no_markup_and_no_placeholder() {
        assert_eq!(paragraphs("a < b\nc\n\n\n{{ name }}"), "<p>a &lt; b<br>\nc</p>\n<p>\\{{ name }}</p>\n");
        assert_eq!(paragraphs("one\r\n\r\ntwo"), "<p>one</p>\n<p>two</p>\n");
    }
}
