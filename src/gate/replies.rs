//! The replies to MAIL, RCPT and DATA: reading them, and what they come to.

use lettre::transport::smtp::commands::Rset;

use super::ahead::{ANSWERED, Trial};
use super::answer::Answer;
use super::connection::{Connection, Envelope, GROUP};
use super::opening::timed;
use crate::domain::bounce::SmtpStep;
use crate::domain::delivery::Reply;

impl Connection {
    /// What was said ahead and is answered now. Answers to the message before may stand in front of these, and shift them:
    /// so a refusal counts only where the dialogue is in step afterwards. What the relay says of RSET tells, because
    /// an answer that is left over would be read in its place.
    pub(super) async fn said_ahead(&mut self, trial: Trial) -> Envelope {
        let read = self.ahead_said.take();
        let replies = if let Some(read) = read { read } else { self.read_ahead().await };
        if replies.iter().all(Option::is_none) && self.line.is_quiet() {
            self.usable = false;
            trial.unheard();
            return Envelope::Broken(SmtpStep::Mail);
        }
        match self.judge(replies).await {
            Envelope::Broken(step) => {
                trial.broke(false);
                Envelope::Broken(step)
            }
            answered => {
                trial.heard();
                let shifted = matches!(answered, Envelope::Refused(..)) && !self.usable;
                if shifted { Envelope::Broken(SmtpStep::Mail) } else { answered }
            }
        }
    }

    async fn read_ahead(&mut self) -> [Option<Answer>; GROUP] {
        let first = timed(ANSWERED, self.reply(true)).await.flatten();
        self.rest_of_group(first).await
    }

    /// What a relay has refused at MAIL or RCPT it answers no slower at DATA; one that leaves DATA unanswered then is not
    /// waited for as long as for a body.
    pub(super) async fn rest_of_group(&mut self, first: Option<Answer>) -> [Option<Answer>; GROUP] {
        let second = self.reply(first.is_some()).await;
        let refused = |answer: &Option<Answer>| matches!(answer, Some(Answer::Refused(_)));
        let third = if refused(&first) || refused(&second) {
            timed(ANSWERED, self.reply(second.is_some())).await.flatten()
        } else {
            self.reply(second.is_some()).await
        };
        [first, second, third]
    }

    pub(super) async fn in_steps(&mut self, [mail, rcpt, data]: [String; GROUP]) -> [Option<Answer>; GROUP] {
        let go_on = |answer: &Option<Answer>| answer.as_ref().is_some_and(Answer::is_completion);
        let first = self.command(mail).await;
        let second = if go_on(&first) { self.command(rcpt).await } else { Some(Answer::NotAsked) };
        let third = if go_on(&second) { self.command(data).await } else { Some(Answer::NotAsked) };
        [first, second, third]
    }

    /// What the replies to MAIL, RCPT and DATA come to.
    pub(super) async fn judge(&mut self, [mail, rcpt, data]: [Option<Answer>; GROUP]) -> Envelope {
        self.mails += u32::from(matches!(mail, Some(Answer::Completion(_))));
        let mut refusal = None;
        for (step, answer) in [(SmtpStep::Mail, &mail), (SmtpStep::Rcpt, &rcpt)] {
            match answer {
                Some(Answer::Completion(_)) if refusal.is_none() => {}
                // What was refused stays refused, even where the relay closes before it has answered the rest.
                Some(Answer::Refused(reply)) => refusal = refusal.or(Some((step, reply.clone()))),
                Some(Answer::NotAsked) | None if refusal.is_some() => {}
                // Nothing goes well behind a refusal: there, a reply too many shifted all that came after it.
                Some(Answer::Completion(_) | Answer::GoAhead | Answer::Strange | Answer::NotAsked) | None => {
                    return self.broken(step);
                }
            }
        }
        match (refusal, data) {
            (None, Some(Answer::GoAhead)) if self.line.is_quiet() => Envelope::Taken,
            (None, Some(Answer::Refused(reply))) => self.refused(SmtpStep::Data, reply).await,
            (None, _) => self.broken(SmtpStep::Data),
            (Some((step, reply)), Some(Answer::Refused(_) | Answer::NotAsked)) => self.refused(step, reply).await,
            (Some((step, _)), Some(Answer::Completion(_) | Answer::Strange)) => self.broken(step),
            // The relay is gone, or waits for a body that it must not get: only closing says so (RFC 5321 section
            // 4.1.1.4).
            (Some((step, reply)), Some(Answer::GoAhead) | None) => {
                self.usable = false;
                Envelope::Refused(step, reply)
            }
        }
    }

    /// A refusal counts where the relay has said no more than it was asked.
    async fn refused(&mut self, step: SmtpStep, reply: Reply) -> Envelope {
        if self.start_over(&reply).await { Envelope::Refused(step, reply) } else { self.broken(step) }
    }

    pub(super) fn broken(&mut self, step: SmtpStep) -> Envelope {
        self.usable = false;
        Envelope::Broken(step)
    }

    /// RSET after a refusal, so that the next message starts from nothing; 421 means that the relay is closing. Returns
    /// whether the relay is in step: it has said nothing unasked, and means RSET by what it answers to it. A relay that is
    /// gone has said all that it had to say.
    pub(super) async fn start_over(&mut self, refusal: &Reply) -> bool {
        if refusal.code == 421 {
            self.usable = false;
            return !self.line.said_more();
        }
        let answer = self.command(Rset.to_string()).await;
        self.usable = answer.as_ref().is_some_and(Answer::is_completion);
        match answer {
            Some(Answer::Completion(_)) => true,
            // It closes, or does not know RSET.
            Some(Answer::Refused(reply)) => matches!(reply.code, 421 | 500 | 502),
            Some(Answer::GoAhead | Answer::Strange | Answer::NotAsked) => false,
            None => !self.line.said_more(),
        }
    }

    /// Whether the replies to what went ahead fit it, which were asked for together with that to the final dot: one too many
    /// there shifts them all.
    pub(super) async fn ahead_is_in_step(&mut self, refusal: &Reply) -> bool {
        if refusal.code == 421 {
            self.usable = false;
            return !self.line.said_more();
        }
        let replies = self.read_ahead().await;
        let [mail, rcpt, data] = &replies;
        let early = |answer: &Option<Answer>| matches!(answer, Some(Answer::GoAhead | Answer::Strange));
        let late = matches!(data, Some(Answer::Completion(_) | Answer::Strange));
        let fits = !early(mail) && !early(rcpt) && !late && (data.is_none() || self.line.is_quiet());
        self.ahead_said = Some(replies);
        fits
    }
}
