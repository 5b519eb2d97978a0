//! What the subject of a message said to the person it was for, as pages and copies name it to them: a campaign's subject
//! is a template, and a notice has one in every language.

use super::{App, framing};
use crate::domain::List;
use crate::domain::recipient::Name;
use crate::mail::{Place, Placeholder, Template};
use crate::store::deliveries::SubjectLine;
use crate::store::recipients::Recipient;
use crate::store::{Db, StoreError, lists};
use crate::words::{Language, Words};

/// The subjects of one person's messages, with the name and the language that they have now.
pub(super) struct Subjects<'a> {
    app: &'a App,
    person: &'a Recipient,
    words: Words,
}

impl<'a> Subjects<'a> {
    /// Those of a person.
    pub(super) fn of(app: &'a App, person: &'a Recipient) -> Self {
        Self { app, person, words: Words::new(Language::choose(person.locale.as_ref(), None)) }
    }

    /// The subject of a message of `list`.
    ///
    /// # Errors
    /// The database says no.
    pub(super) fn read(&self, db: &mut Db, line: SubjectLine, list: Option<List>) -> Result<String, StoreError> {
        match line {
            SubjectLine::Written(text) => Ok(text),
            SubjectLine::PolicyNotice => Ok(self.words.plain("policy-mail-subject")),
            SubjectLine::Template(source) => self.fill(db, source, list),
        }
    }

    fn fill(&self, db: &mut Db, source: String, list: Option<List>) -> Result<String, StoreError> {
        // What no version of ours reads as a template is shown as it was written.
        let Ok(template) = Template::parse(Place::Subject, &source) else { return Ok(source) };
        let list_name = if template.uses(Placeholder::ListName) { self.list_name(db, list)? } else { None };
        let name = self.person.name.as_ref().map(Name::as_str);
        Ok(template.fill(|placeholder| match placeholder {
            Placeholder::Name => name.map(str::to_owned),
            Placeholder::FirstName => name.and_then(|name| name.split_whitespace().next()).map(str::to_owned),
            Placeholder::Address => self.person.address.as_ref().map(ToString::to_string),
            Placeholder::PostalAddress => self.app.settings.postal_address.clone(),
            Placeholder::ListName => list_name.clone(),
            Placeholder::SenderName => framing::sender_of(self.app, list.map(List::stream)),
            // A link cannot stand in a subject.
            Placeholder::UnsubscribeUrl | Placeholder::PreferencesUrl | Placeholder::PolicyUrl => None,
        }))
    }

    fn list_name(&self, db: &mut Db, list: Option<List>) -> Result<Option<String>, StoreError> {
        Ok(match list {
            None => None,
            Some(List::Topic(id)) => lists::topic(db, id)?.map(|topic| topic.name),
            Some(List::Partner(id)) => lists::partner(db, id)?.map(|partner| partner.name),
            Some(List::Stream(stream)) => Some(framing::stream_list_name(self.app, stream, self.words)),
        })
    }
}
