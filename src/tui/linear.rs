//! The linear front: tells each screen in plain lines, reads one line at a time, and draws nothing. No escape sequence, no
//! raw mode, no alternate screen.
//! Imports `app`, `client`, `linear` and `clock`.

mod choosing;
mod input;
mod marking;
mod writing;

use std::{
    io::{self, Write},
    time::{Duration, Instant},
};

use tokio::sync::mpsc::{Receiver, UnboundedReceiver};

use super::{
    program::Program,
    system::Endings,
    terminal::{End, news_reply, next_news, sleep},
};
use crate::{
    app::{command::Command, model::Message, msg::Reply, scope::Scope},
    client::{backend::Backend, live::Live},
    clock::Clock,
    linear::{self, Deed, Here, Menu, Place, Step, Told},
};

pub use self::input::{Line, lines};

/// So long the answer to a choice is waited for before it is said that it takes time.
const PATIENCE: Duration = Duration::from_secs(2);
/// Before a decision can be confirmed: longer than the time in which the model takes a confirmation for a stray one.
const PAUSE: Duration = Duration::from_millis(300);

/// What is being written, line by line.
#[derive(Debug, Clone, Copy)]
struct Writing {
    anew: bool,
}

/// The front: what was told last, and where the listener is.
struct Front<'p, B: Backend, W: Write, O: Write> {
    program: &'p mut Program<B, W>,
    out: O,
    place: Place,
    here: Option<Here>,
    /// Where the listener was on the screens that they may come back to, and the head that was told there.
    places: Vec<(Here, Place, Vec<String>)>,
    /// The head that was told last: it is not said again when one comes back from a page.
    head: Vec<String>,
    told: Told,
    /// When the last screen was told whole: what was written before is not an answer to it.
    told_at: Instant,
    writing: Option<Writing>,
    /// True while an answer is waited for that shall be told when it comes.
    awaits: bool,
    /// True when the choices were told last.
    chose: bool,
    /// The last message that was taken note of, and those that are not told yet.
    message: Message,
    news: Vec<Message>,
}

/// Tells the program and listens until it ends.
///
/// # Errors
/// When nothing can be written any more.
pub async fn run<B: Backend, W: Write>(
    program: &mut Program<B, W>,
    out: impl Write,
    clock: &Clock,
    mut live: Option<Receiver<Live>>,
    mut lines: UnboundedReceiver<Line>,
) -> io::Result<End> {
    let mut endings = Endings::listen()?;
    program.model.linear = true;
    program.model.texts.tell_aloud();
    program.begin()?;
    let mut front = Front::new(program, out);
    front.settle().await?;
    front.start().await?;
    while !front.program.has_ended() {
        let wake = front.program.next_wake();
        tokio::select! {
            signal = endings.next() => return Ok(End::Signal(signal)),
            written = lines.recv() => match written {
                Some(written) => front.take(written, &mut lines).await?,
                // Nobody writes any more: what was written is on the disk.
                None => break,
            },
            Some(reply) = front.program.reply() => front.replied(reply).await?,
            Some(news) = next_news(&mut live) => front.replied(news_reply(news)).await?,
            () = sleep(clock, wake), if wake.is_some() => front.tick().await?,
        }
    }
    front.farewell()?;
    drop(tokio::time::timeout(PATIENCE, front.program.settle()).await);
    Ok(End::Left)
}

impl<'p, B: Backend, W: Write, O: Write> Front<'p, B, W, O> {
    fn new(program: &'p mut Program<B, W>, out: O) -> Self {
        Self {
            program,
            out,
            place: Place::default(),
            here: None,
            places: Vec::new(),
            head: Vec::new(),
            told: Told::default(),
            told_at: Instant::now(),
            writing: None,
            awaits: false,
            chose: false,
            message: Message::default(),
            news: Vec::new(),
        }
    }

    fn say(&mut self, id: &str) -> io::Result<()> {
        let text = self.program.model.texts.say(id);
        writeln!(self.out, "{text}")
    }

    fn say_all(&mut self, lines: &[String]) -> io::Result<()> {
        lines.iter().try_for_each(|line| writeln!(self.out, "{line}"))
    }

    async fn start(&mut self) -> io::Result<()> {
        let lines = linear::start(&self.program.model);
        self.say_all(&lines)?;
        self.tell().await
    }

    fn farewell(&mut self) -> io::Result<()> {
        self.note();
        self.tell_news()?;
        self.say("linear-end")?;
        self.out.flush()
    }

    /// Takes note of what was announced since.
    fn note(&mut self) {
        let message = &self.program.model.message;
        let same = (&message.text, message.at) == (&self.message.text, self.message.at);
        if !same && !message.text.is_empty() {
            self.message = message.clone();
            self.news.push(message.clone());
        }
    }

    fn tell_news(&mut self) -> io::Result<()> {
        for message in std::mem::take(&mut self.news) {
            let line = linear::news(&self.program.model, &message);
            writeln!(self.out, "{line}")?;
        }
        Ok(())
    }

    /// Waits for what is under way, and says so when that takes long.
    async fn settle(&mut self) -> io::Result<()> {
        self.program.fit()?;
        let settled = tokio::time::timeout(PATIENCE, self.program.settle()).await;
        self.awaits = settled.is_err();
        if let Ok(outcome) = settled {
            outcome?;
        } else {
            self.say("linear-wait")?;
        }
        self.program.fit()?;
        self.note();
        Ok(())
    }

    /// Tells the screen, or only what is new in it.
    async fn tell(&mut self) -> io::Result<()> {
        self.program.model.texts.tell_aloud();
        let here = linear::here(&self.program.model);
        let elsewhere = self.here.as_ref() != Some(&here);
        if elsewhere {
            self.place = self.place_of(&here);
            self.writing = None;
        }
        let told = self.program.tell(&self.place);
        self.tell_news()?;
        if elsewhere && told.field.as_ref().is_some_and(|field| field.at_once) {
            self.writing = Some(Writing { anew: true });
        }
        let waits = matches!(here.scope, Scope::Summary | Scope::Notice | Scope::Removal | Scope::Number);
        // Who writes is told no choices; they come when the writing is over.
        let lacks_choices = self.writing.is_none() && !self.chose;
        let same = !elsewhere && told == self.told && !lacks_choices;
        let head = !told.head.is_empty() && told.head != self.head;
        if head {
            self.head.clone_from(&told.head);
        }
        self.here = Some(here);
        self.told = told;
        if same {
            if self.writing.is_none() {
                self.say("linear-same")?;
            }
        } else {
            self.tell_whole(head, elsewhere)?;
        }
        if let Some((from, to)) = self.told.heard {
            self.program.heard(from, to)?;
        }
        self.prompt(waits).await
    }

    fn tell_whole(&mut self, head: bool, elsewhere: bool) -> io::Result<()> {
        let told = self.told.clone();
        writeln!(self.out)?;
        let known = told.head.iter().take(usize::from(elsewhere));
        let said: Vec<String> = if head { told.head.clone() } else { known.cloned().collect() };
        self.say_all(&said)?;
        self.say_all(&told.body)?;
        self.chose = self.writing.is_none();
        if self.chose {
            for (at, choice) in told.choices.iter().enumerate() {
                let sign = choice.word.clone().unwrap_or_else(|| (at + 1).to_string());
                writeln!(self.out, "{sign} {}", choice.text)?;
            }
            if let Some(back) = &told.back {
                writeln!(self.out, "0 {}", back.text)?;
            }
        }
        Ok(())
    }

    /// Where the listener is on a screen that they come to: where they were, when they come back from a page above it; in
    /// a list, at the rows that were told last.
    fn place_of(&mut self, here: &Here) -> Place {
        let left = self.here.clone();
        let from_above = left.as_ref().is_some_and(|left| left.is_above(here));
        if let Some(left) = left {
            self.places.retain(|(known, ..)| *known != left);
            self.places.push((left, std::mem::take(&mut self.place), self.head.clone()));
        }
        let at = self.places.iter().position(|(known, ..)| known == here);
        let (known, head) = at.map(|at| self.places.swap_remove(at)).map(|(_, place, head)| (place, head)).unzip();
        let known = known.unwrap_or_default();
        if from_above {
            self.head = head.unwrap_or_default();
            return Place { field: None, ..known };
        }
        let from = if here.is_list() { known.from } else { 0 };
        Place { from, ..Place::default() }
    }

    /// What is waited for, at the end of everything that is told.
    async fn prompt(&mut self, pauses: bool) -> io::Result<()> {
        if pauses {
            self.out.flush()?;
            tokio::time::sleep(PAUSE).await;
        }
        let texts = std::sync::Arc::clone(&self.program.model.texts);
        let line = match (&self.writing, &self.told.field) {
            (Some(_), Some(field)) if field.prose => texts.with("linear-prompt-text", &[("ask", &field.ask)]),
            (Some(_), Some(field)) => texts.with("linear-prompt-line", &[("ask", &field.ask)]),
            _ => texts.say("linear-prompt"),
        };
        self.out.flush()?;
        // Everything is told: only the question for a line is still to come.
        self.told_at = Instant::now();
        writeln!(self.out, "{line}")?;
        self.out.flush()
    }

    /// Takes in a line that was written.
    async fn take(&mut self, line: Line, lines: &mut UnboundedReceiver<Line>) -> io::Result<()> {
        self.program.touch()?;
        self.note();
        if self.here.as_ref() != Some(&linear::here(&self.program.model)) {
            // What was chosen belongs to a screen that is not there any more.
            self.say("linear-moved")?;
            return self.tell().await;
        }
        let text = line.text.trim();
        if let Some(writing) = self.writing {
            return self.write(&line, writing, lines).await;
        }
        match text {
            "" => self.say_and_prompt("linear-nothing-chosen").await,
            "?" => {
                let help = linear::help(&self.program.model);
                self.say_all(&help)?;
                self.prompt(false).await
            }
            "m" => {
                let message = self.program.model.message.clone();
                self.news.clear();
                if message.text.is_empty() {
                    self.say("message-none")?;
                } else {
                    let line = linear::news(&self.program.model, &message);
                    writeln!(self.out, "{line}")?;
                }
                self.prompt(false).await
            }
            "l" => {
                self.told = Told::default();
                self.head.clear();
                self.tell().await
            }
            linear::UNDO if self.program.model.dialog.is_some() => self.say_and_prompt("linear-no-undo").await,
            linear::UNDO => self.deed(Deed::Command(Command::Undo), &line, lines).await,
            other => match self.chosen(other) {
                Some(choice) => self.deed(choice.deed, &line, lines).await,
                None => self.unknown().await,
            },
        }
    }

    async fn say_and_prompt(&mut self, id: &str) -> io::Result<()> {
        self.say(id)?;
        self.prompt(false).await
    }

    async fn deed(&mut self, deed: Deed, line: &Line, lines: &mut UnboundedReceiver<Line>) -> io::Result<()> {
        let scope = linear::here(&self.program.model).scope;
        if linear::is_weighty(scope, &deed) {
            if self.is_stray(line, lines) {
                return self.say_and_prompt("linear-stray").await;
            }
            // What can be taken back is known by the model alone, and grows old by itself.
            let undoes = deed == Deed::Command(Command::Undo);
            if undoes {
                // What was taken back may be another case: where one is is told again.
                self.head.clear();
            }
            if !undoes && self.program.tell(&self.place) != self.told {
                self.say("linear-changed")?;
                return self.tell().await;
            }
        }
        match deed {
            Deed::Empty => return self.empty().await,
            Deed::Drop(at) => return self.drop_line(at).await,
            _ => {}
        }
        let Some(steps) = linear::steps(&self.program.model, &deed) else {
            self.say("linear-gone")?;
            return self.tell().await;
        };
        for step in steps {
            match step {
                Step::Want(command) => self.program.want(command)?,
                Step::WantInSummary(command) => {
                    if linear::here(&self.program.model).scope == Scope::Summary {
                        self.program.want(command)?;
                    }
                }
            }
            self.note();
        }
        self.go(&deed);
        self.settle().await?;
        match deed {
            _ if self.program.has_ended() => Ok(()),
            Deed::MarkTask(_) | Deed::MarkUnit(_) => self.tell_mark(&deed).await,
            _ => self.tell().await,
        }
    }

    /// Where the listener is after a choice.
    fn go(&mut self, deed: &Deed) {
        match deed {
            Deed::Go(menu) => {
                let stays = |menu: &Menu| matches!(menu, Menu::Mark | Menu::More);
                let from = if stays(menu) || stays(&self.place.menu) { self.place.from } else { 0 };
                self.place = Place { menu: menu.clone(), from, field: None };
            }
            Deed::Portion(from) => self.place.from = *from,
            Deed::Fill(at) | Deed::Rewrite(at) => {
                self.place.field = Some(*at);
                self.writing = Some(Writing { anew: true });
            }
            Deed::Count(_) => {
                self.place.field = Some(0);
                self.writing = Some(Writing { anew: true });
            }
            Deed::Write { anew } => self.writing = Some(Writing { anew: *anew }),
            Deed::MarkTask(_) | Deed::MarkUnit(_) | Deed::At(..) => {}
            _ => self.place.menu = Menu::Main,
        }
    }

    /// Takes in a reply. What comes from outside does not interrupt; what was waited for is told.
    async fn replied(&mut self, reply: Reply) -> io::Result<()> {
        self.program.take_reply(reply)?;
        self.program.fit()?;
        self.note();
        self.after_the_world().await
    }

    async fn tick(&mut self) -> io::Result<()> {
        let warned = self.program.model.watch.warned_of;
        self.program.tick()?;
        self.note();
        if self.program.model.watch.warned_of != warned && self.program.model.watch.warned_of.is_some() {
            // A time limit is told while there is time.
            self.tell_news()?;
            self.out.flush()?;
        }
        self.after_the_world().await
    }

    async fn after_the_world(&mut self) -> io::Result<()> {
        let here = linear::here(&self.program.model);
        let gate = |here: &Here| here.scope == Scope::Gate;
        let at_gate = gate(&here) || self.here.as_ref().is_some_and(gate);
        let answered = self.awaits && self.program.runner().is_idle();
        if answered {
            self.awaits = false;
        }
        let news_of_gate = at_gate && self.program.tell(&self.place) != self.told;
        if answered || news_of_gate {
            return self.tell().await;
        }
        Ok(())
    }
}
