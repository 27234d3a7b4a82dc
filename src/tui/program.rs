//! The loop: everything that waits is taken in, then one frame is drawn, if anything changed.
//! Imports `app`, `keys`, `view` and `client`.

mod line;
mod pointer;

use std::{
    fs,
    io::{self, Write},
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
};

use jiff::Timestamp;
use tokio::sync::mpsc::UnboundedReceiver;

use super::{
    input::Input,
    pace::Pace,
    painter::Painter,
    runner::{Kept, Runner},
    setup::{Reread, Rereader},
};
use crate::{
    app::{
        command::Command,
        effect::Effect,
        model::{Around, Model},
        msg::{Msg, Reply, Typed},
        scope::{self, Scope},
        update,
    },
    client::backend::Backend,
    clock::Clock,
    keys::{
        guard,
        keymap::{Deed, Keymap},
        spelling::Key,
    },
    view::{self, Look},
};

/// The keys after which nothing more may be read from the terminal until they are dealt with: an editor outside reads it
/// itself. They change when other keys are chosen while the program runs.
#[derive(Debug, Clone, Default)]
pub struct Pausing(Arc<Mutex<Vec<Key>>>);

impl Pausing {
    /// The keys as they are now.
    #[must_use]
    pub fn keys(&self) -> Vec<Key> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn set(&self, keymap: &Keymap) {
        let strokes = keymap.keys_of(Scope::Editor, Command::OutsideEditor);
        let keys = strokes.into_iter().filter(|stroke| stroke.first.is_none()).map(|stroke| stroke.key).collect();
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = keys;
    }
}

/// The program: the model, and what it meets the world with.
#[derive(Debug)]
pub struct Program<B: Backend, W: Write> {
    /// The whole state.
    pub model: Model,
    /// True where the clock is the backend's, and set when it tells the time.
    pub follows_clock: bool,
    look: Look,
    painter: Painter<W>,
    runner: Runner<B>,
    replies: UnboundedReceiver<Reply>,
    clock: Clock,
    ended: bool,
    /// A text that waits for an editor outside.
    outside: Option<String>,
    /// The fetches of rows that the keys of a burst ask for, while the burst is taken in.
    fetches: Option<Vec<Effect>>,
    /// Who reads the settings again.
    rereader: Option<Rereader>,
    /// Where it is noted at which step of the guided walk one stands.
    lesson_file: Option<PathBuf>,
    pausing: Pausing,
    pace: Pace,
    /// The row that was clicked last: the next click on it opens it.
    clicked: Option<(Scope, usize)>,
}

impl<B: Backend, W: Write> Program<B, W> {
    /// A program that is about to begin.
    #[must_use]
    pub fn new(model: Model, look: Look, painter: Painter<W>, backend: B, clock: Clock, kept: Kept) -> Self {
        let (runner, replies) = Runner::start(backend, clock.clone(), kept);
        let pausing = Pausing::default();
        pausing.set(&look.keymap);
        Self {
            model,
            follows_clock: false,
            look,
            painter,
            runner,
            replies,
            clock,
            ended: false,
            outside: None,
            fetches: None,
            rereader: None,
            lesson_file: None,
            pausing,
            pace: Pace::default(),
            clicked: None,
        }
    }

    /// Asks for what the first screen shows, and draws it while that is on its way.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn begin(&mut self) -> io::Result<()> {
        let effects = update::begin(&mut self.model);
        self.perform(effects)?;
        self.draw()
    }

    /// True when the program shall end.
    #[must_use]
    pub fn has_ended(&self) -> bool {
        self.ended
    }

    /// A text that the person wants to write in an editor outside, once.
    pub fn take_outside(&mut self) -> Option<String> {
        self.outside.take()
    }

    /// The keys after which nothing more may be read from the terminal until they are dealt with.
    #[must_use]
    pub fn pausing_keys(&self) -> Pausing {
        self.pausing.clone()
    }

    /// A program that notes in a file at which step of the guided walk one stands.
    #[must_use]
    pub fn keeping_lesson(mut self, file: PathBuf) -> Self {
        self.lesson_file = Some(file);
        self
    }

    fn keep_lesson(&self, at: usize) {
        if let Some(file) = &self.lesson_file {
            // A walk that begins a step too early the next time is no loss worth a word.
            drop(fs::write(file, at.to_string()));
        }
    }

    /// A program that can read its settings again.
    #[must_use]
    pub fn rereading(mut self, rereader: Rereader) -> Self {
        self.rereader = Some(rereader);
        self
    }

    /// The painter, with the frame that is shown.
    #[must_use]
    pub fn painter(&self) -> &Painter<W> {
        &self.painter
    }

    /// The runner, with the backend and the cases that were touched.
    #[must_use]
    pub fn runner(&self) -> &Runner<B> {
        &self.runner
    }

    /// True while the screen is locked.
    #[must_use]
    pub fn is_locked(&self) -> bool {
        self.model.watch.is_locked()
    }

    /// When the program wants to be woken though nothing happened.
    #[must_use]
    pub fn next_wake(&self) -> Option<Timestamp> {
        [self.model.next_wake(), self.pace.due()].into_iter().flatten().min()
    }

    /// Takes in everything that has come from the terminal, and draws once. Rows are fetched once too: what the last key
    /// made needless is not asked for.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn take(&mut self, inputs: Vec<Input>) -> io::Result<()> {
        if self.drop_stray_paste(&inputs)? {
            return self.draw();
        }
        self.fetches = Some(Vec::new());
        let taken = inputs.into_iter().try_for_each(|input| self.take_one(input));
        let fetches = self.fetches.take().unwrap_or_default();
        for fetch in update::still_wanted(&self.model, fetches) {
            self.runner.perform(fetch);
        }
        taken?;
        self.draw()
    }

    fn drop_stray_paste(&mut self, inputs: &[Input]) -> io::Result<bool> {
        let burst: Vec<Key> =
            inputs.iter().filter_map(|input| if let Input::Key(key) = input { Some(*key) } else { None }).collect();
        let stray = guard::is_stray_paste(&self.look.keymap, self.scope(), &burst);
        if stray {
            self.update(Msg::PasteDropped)?;
        }
        Ok(stray)
    }

    fn scope(&self) -> Scope {
        scope::innermost(&self.model)
    }

    fn take_one(&mut self, input: Input) -> io::Result<()> {
        let now = self.clock.now();
        if matches!(input, Input::Key(_) | Input::Paste(_) | Input::Interrupt | Input::Mouse(_)) {
            self.update(Msg::Touched(now))?;
        }
        match input {
            Input::Key(key) => {
                self.clicked = None;
                self.key(key, now)
            }
            Input::Mouse(pointer) => self.point(pointer, now),
            Input::Paste(text) if self.look.keymap.types(self.scope()) => self.typed(Typed::Paste(text)),
            Input::Paste(_) => self.update(Msg::PasteDropped),
            Input::Size(width, height) => {
                self.painter.reset(width, height)?;
                self.update(Msg::Resized(width, height))
            }
            Input::Redraw => {
                let area = self.painter.shown().area;
                self.painter.reset(area.width, area.height)
            }
            Input::Interrupt => self.update(Msg::Interrupted),
            Input::Suspend => self.update(Msg::Suspended),
        }
    }

    fn key(&mut self, key: Key, now: Timestamp) -> io::Result<()> {
        let scope = self.scope();
        if let Some((begun_in, first)) = self.look.begun.take() {
            // What does not go on from the first key, Esc above all, leaves it.
            let command = self.look.keymap.after(scope, first, key).filter(|_| begun_in == scope);
            return command.map_or(Ok(()), |command| self.update(Msg::Wanted(command, now)));
        }
        match self.look.keymap.deed(scope, key) {
            Some(Deed::Command(command)) => self.update(Msg::Wanted(command, now)),
            Some(Deed::Typed(typed)) => self.typed(typed),
            Some(Deed::Begins) => {
                self.look.begun = Some((scope, key));
                Ok(())
            }
            None => Ok(()),
        }
    }

    fn typed(&mut self, typed: Typed) -> io::Result<()> {
        self.update(Msg::Clock(self.clock.now()))?;
        self.update(Msg::Typed(typed))
    }

    /// Waits for the next reply.
    pub async fn reply(&mut self) -> Option<Reply> {
        self.replies.recv().await
    }

    /// Takes in a reply and all others that have come meanwhile, and draws once.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn take_reply(&mut self, reply: Reply) -> io::Result<()> {
        self.update(Msg::Clock(self.clock.now()))?;
        self.replied(reply)?;
        self.draw()
    }

    /// Takes in a reply.
    fn replied(&mut self, reply: Reply) -> io::Result<()> {
        if let (true, Reply::Me(Ok(me))) = (self.follows_clock, &reply) {
            self.clock.set(me.now);
        }
        self.update(Msg::Reply(Box::new(reply)))
    }

    /// Tells the time, because the model asked for it.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn tick(&mut self) -> io::Result<()> {
        self.update(Msg::Clock(self.clock.now()))?;
        self.draw()
    }

    /// Takes in replies until nothing is under way any more.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub async fn settle(&mut self) -> io::Result<()> {
        loop {
            while let Ok(reply) = self.replies.try_recv() {
                self.take_reply(reply)?;
            }
            if self.runner.is_idle() && self.replies.is_empty() {
                return Ok(());
            }
            if let Ok(Some(reply)) =
                tokio::time::timeout(std::time::Duration::from_millis(20), self.replies.recv()).await
            {
                self.take_reply(reply)?;
            }
        }
    }

    fn update(&mut self, msg: Msg) -> io::Result<()> {
        if let Msg::Wanted(Command::Confirm | Command::Done, _) = msg {
            self.model.cut = view::is_cut(&self.model, &self.look);
        }
        let effects = update::update(&mut self.model, msg);
        self.perform(effects)
    }

    fn perform(&mut self, effects: Vec<Effect>) -> io::Result<()> {
        for effect in effects {
            match effect {
                Effect::Quit => self.ended = true,
                Effect::EditOutside(text) => self.outside = Some(text),
                Effect::Copy(text) => {
                    self.painter.copy(&text, self.model.around == Around::Screen)?;
                    self.update(Msg::Reply(Box::new(Reply::Copied(text))))?;
                }
                Effect::Speak(language) => self.runner.backend().speak(&language),
                Effect::Call(call) => self.painter.call(call)?,
                Effect::KeepLesson(at) => self.keep_lesson(at),
                Effect::Reread(by_hand) => self.reread(by_hand)?,
                fetch @ Effect::FetchTasks(..) if self.fetches.is_some() => {
                    self.fetches.get_or_insert_default().push(fetch);
                }
                other => self.runner.perform(other),
            }
        }
        Ok(())
    }

    /// Reads the settings again, and goes by them from now on.
    fn reread(&mut self, by_hand: bool) -> io::Result<()> {
        let Some(Reread { look, told }) = self.rereader.as_mut().and_then(|rereader| rereader.read(by_hand)) else {
            return Ok(());
        };
        if let Some((theme, keymap)) = look {
            self.pausing.set(&keymap);
            self.look = Look { theme, keymap, begun: None };
        }
        self.update(Msg::Reread(Box::new(told)))
    }

    /// Takes in what else has come, and draws.
    fn draw(&mut self) -> io::Result<()> {
        while let Ok(reply) = self.replies.try_recv() {
            self.replied(reply)?;
        }
        self.painter.mouse(self.model.mouse)?;
        if self.pace.lets(self.clock.now(), self.model.thrifty) { self.draw_now() } else { Ok(()) }
    }

    /// Draws the frame that may have been put off.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn draw_now(&mut self) -> io::Result<()> {
        let mut frame = self.painter.blank();
        let cursor = view::draw(&self.model, &self.look, &mut frame);
        self.painter.paint(frame, cursor)
    }

    /// True when a key may begin or confirm a decision here: the keys right behind it are waited for.
    #[must_use]
    pub fn is_weighty(&self, input: &Input) -> bool {
        matches!(input, Input::Key(key) if self.look.keymap.is_weighty(self.scope(), *key))
    }
}
