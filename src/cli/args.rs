//! The grammar of the command line. Names are English and ASCII, as on the wire.
//! Imports `api`, `domain` and `server`.

mod access;
mod admin;
mod archive;
mod audit;
mod bulk;
mod config;
pub mod deadline;
mod holders;
mod keys;
mod letters;
mod login;
mod man;
mod outbox;
mod reference;
mod report;
mod screen;
mod serve;
mod units;
mod wordings;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use serde::de::DeserializeOwned;

pub use super::library::LinksArgs;
use super::views::ViewsCommand;
use crate::{
    api::tasks::Sort,
    domain::{report::Source, task::TaskKind},
};

pub use self::access::{AccessCommand, AccessListArgs, ApplyArgs, GrantArgs, RemoveArgs};
pub use self::admin::{AdminCommand, ChannelArgs, UserArgs, UsersCommand};
pub use self::archive::{ArchiveCommand, ExportArgs, ExportFormat};
pub use self::audit::{AuditCommand, AuditListArgs, VerifyArgs};
pub use self::bulk::{BatchArgs, BulkArgs, BulkCommand};
pub use self::config::{BackupArgs, ConfigCommand, ImportAllArgs, RestoreArgs, SchemaArgs, SchemaOf, TransferArgs};
pub use self::holders::{AssignArgs, RefsArgs};
pub use self::keys::{KeysCommand, LintArgs};
pub use self::letters::{LetterArgs, LetterCommand};
pub use self::login::{LoginArgs, SessionsCommand, WhoamiArgs};
pub use self::man::{CompletionsArgs, ManArgs};
pub use self::outbox::{NoticesArgs, NoticesCommand, OutboxCommand, ReceiverArgs, RetryArgs};
pub use self::reference::{
    CheckFileArgs, CountRuleArgs, FormsAdminCommand, ImportFileArgs, OfficesAdminCommand, PeriodsAdminCommand,
    RulesAdminCommand, SetFileArgs, UnitBordersArgs, UnitSetArgs, UnitsAdminCommand, UnitsFileArgs, WithdrawArgs,
};
pub use self::report::{CheckArgs, DiffArgs, ExplainArgs, ReportCommand};
pub use self::screen::{OpenArgs, ReplayArgs, ScreenArgs, Size, TutorialArgs};
pub use self::serve::ServeArgs;
pub use self::units::{AddArgs, ExtensionsCommand, ImportArgs, RemindArgs};
pub use self::wordings::*;

/// Review of half-yearly child-welfare reports. Without a command the screen opens.
#[derive(Debug, Parser)]
#[command(name = "sfv", version, max_term_width = 100)]
pub struct Cli {
    /// What every command takes.
    #[command(flatten)]
    pub globals: Globals,
    /// What to do.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What every command takes.
#[derive(Debug, Clone, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
pub struct Globals {
    /// Address of the backend; without it the program runs its own
    #[arg(long, global = true, value_name = "URL")]
    pub server: Option<String>,
    /// File with the token of the person who asks
    #[arg(long, global = true, value_name = "FILE")]
    pub token_file: Option<PathBuf>,
    /// File with the certificates (PEM) that alone vouch for the backend
    #[arg(long = "ca", global = true, value_name = "FILE")]
    pub ca_file: Option<PathBuf>,
    /// Use the demo: a county with made-up figures on this machine
    #[arg(long, global = true, conflicts_with = "server")]
    pub demo: bool,
    /// Office of the program's own backend or of the demo
    #[arg(long, global = true, value_name = "ID")]
    pub office: Option<String>,
    /// Read only: refuse everything that would change anything
    #[arg(long, global = true)]
    pub readonly: bool,
    /// Closed: no way from the screen to files, other programs or the shell
    #[arg(long, global = true)]
    pub closed: bool,
    /// Spare a slow line to the terminal: fewer frames, no decoration, less asked for in advance
    #[arg(long, global = true)]
    pub low_bandwidth: bool,
    /// Tell the screen in plain lines with numbered choices, for screen readers (also ACCESSIBLE=1)
    #[arg(long, global = true)]
    pub linear: bool,
    /// Answer as JSON with a versioned schema
    #[arg(long, global = true)]
    pub json: bool,
    /// Time of the program's own backend or of the demo, as 2023-08-24T10:42
    #[arg(long, global = true, value_name = "TIME")]
    pub now: Option<String>,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Open the screen on the demo
    Demo(DemoArgs),
    /// Learn the program on the demo, step by step; it goes on where one left it
    Tutorial(TutorialArgs),
    /// Run the shared backend
    Serve(ServeArgs),
    /// What only an administrator does: channels, access, periods, forms and rules
    #[command(subcommand)]
    Admin(AdminCommand),
    /// Throw away what is remembered of the backends' answers; drafts and decisions that are not confirmed stay
    Wipe,
    /// Copy the embedded database, also while it is in use
    Backup(BackupArgs),
    /// Check a backup, and put it where no database is
    Restore(RestoreArgs),
    /// Write everything of a database into one file, for another program or for a database of the other kind
    Export(TransferArgs),
    /// Put such a file into a database that holds nothing
    Import(ImportAllArgs),
    /// What the program and the shared backend are told
    #[command(subcommand)]
    Config(ConfigCommand),
    /// The keys of the screen
    #[command(subcommand)]
    Keys(KeysCommand),
    /// The queue
    #[command(subcommand)]
    Tasks(TasksCommand),
    /// Half-yearly reports
    #[command(subcommand)]
    Report(ReportCommand),
    /// Access requests
    #[command(subcommand)]
    Access(AccessCommand),
    /// Solved tasks
    #[command(subcommand)]
    Archive(ArchiveCommand),
    /// Decide many cases together
    #[command(subcommand)]
    Bulk(BulkCommand),
    /// Take a decision, or the notices of a key, back inside its window
    Undo(RefArgs),
    /// Submit a report from a file (.json or .csv)
    Submit(SubmitArgs),
    /// Who I am, and at which backend
    Whoami(WhoamiArgs),
    /// Log in at a shared backend, with a code and a browser on any machine
    Login(LoginArgs),
    /// Log out: the login is revoked
    Logout,
    /// One's own logins
    #[command(subcommand)]
    Sessions(SessionsCommand),
    /// Reporting units
    #[command(subcommand)]
    Units(UnitsCommand),
    /// Reporting periods
    #[command(subcommand)]
    Periods(PeriodsCommand),
    /// Views of the queue: searches with a name
    #[command(subcommand)]
    Views(ViewsCommand),
    /// Remind units of a report that is missing
    Remind(RemindArgs),
    /// Write a letter to the office's units, and see how it fares
    #[command(subcommand)]
    Letter(LetterCommand),
    /// Decisions on extended investigations
    #[command(subcommand)]
    Extensions(ExtensionsCommand),
    /// What leaves the office, and what could not be delivered
    #[command(subcommand)]
    Outbox(OutboxCommand),
    /// How I am told of what comes in
    #[command(subcommand)]
    Notices(NoticesCommand),
    /// Take reports as the directorate would, for tests and training
    Receiver(ReceiverArgs),
    /// Explain a rule, a point, a code of a list, or a failure
    Explain(ExplainArgs),
    /// Addresses a reviewer needs; none is opened
    Links(LinksArgs),
    /// The directorate's letters that the rules rest on
    Letters,
    /// Open the screen at a case
    Open(OpenArgs),
    /// How far the office has come before its deadline
    Status(deadline::StatusArgs),
    /// The log of what was done and opened, and its proof
    #[command(subcommand)]
    Audit(AuditCommand),
    /// Write a manual page for the program and for each command
    Man(ManArgs),
    /// Print the completions of a shell
    Completions(CompletionsArgs),
    /// Drive the screen with a key script on a test clock
    Replay(ReplayArgs),
}

/// What the demo is made of.
#[derive(Debug, Clone, Default, Args)]
pub struct DemoArgs {
    /// Fill the queue up to this many tasks: reports first, then access requests
    #[arg(long, value_name = "N")]
    pub tasks: Option<u32>,
    /// Throw the demo's database away and start over
    #[arg(long)]
    pub fresh: bool,
}

/// One case.
#[derive(Debug, Clone, Args)]
pub struct RefArgs {
    /// The reference, as KHR-2023H1-3420 or TLG-000212
    #[arg(value_name = "REF")]
    pub reference: String,
}

/// Which tasks.
#[derive(Debug, Clone, Args)]
pub struct ListArgs {
    /// report or access
    #[arg(long, value_parser = wire::<TaskKind>)]
    pub kind: Option<TaskKind>,
    /// Only this period
    #[arg(long, value_name = "PERIOD")]
    pub period: Option<String>,
    /// Only this unit
    #[arg(long, value_name = "NO")]
    pub unit: Option<String>,
    /// Words in name, number, reference or applicant; !word must not occur
    #[arg(long, value_name = "TEXT")]
    pub search: Option<String>,
    /// Conditions and words, as 'status:open frist:<3d funn:feil gjøvik'; Norwegian and English words
    #[arg(long, value_name = "QUERY", allow_hyphen_values = true)]
    pub query: Option<String>,
    /// score, deadline, reference, name, unit, kind, version, received, decided, state, findings, draft, badges,
    /// `decided_by`, returns or delivery
    #[arg(long, value_name = "COLUMN", value_parser = wire::<Sort>)]
    pub sort: Option<Sort>,
    /// Largest first
    #[arg(long)]
    pub desc: bool,
    /// The most rows
    #[arg(long, value_name = "N", default_value_t = MOST_LISTED)]
    pub limit: u32,
}

/// The most rows a list has when nobody says otherwise.
const MOST_LISTED: u32 = 200;

impl Default for ListArgs {
    fn default() -> Self {
        Self {
            kind: None,
            period: None,
            unit: None,
            search: None,
            query: None,
            sort: None,
            desc: false,
            limit: MOST_LISTED,
        }
    }
}

/// Commands on the queue.
#[derive(Debug, Subcommand)]
pub enum TasksCommand {
    /// List tasks
    List {
        /// open, solved or all; without it open, and all for a query that asks about the state
        #[arg(long, value_parser = wire::<crate::api::tasks::Scope>)]
        state: Option<crate::api::tasks::Scope>,
        /// Which of them.
        #[command(flatten)]
        list: ListArgs,
    },
    /// Show one case in full
    Show(RefArgs),
    /// Take tasks; colleagues see that you have them
    Take(RefsArgs),
    /// Let tasks go; a leader lets go a colleague's too
    Release(RefsArgs),
    /// Give tasks to a colleague; for leaders
    Assign(AssignArgs),
    /// Those who decide for the office
    Colleagues,
}

/// Whether to do it or only to tell.
#[derive(Debug, Clone, Copy, Args)]
pub struct Consent {
    /// Do it
    #[arg(long, conflicts_with = "dry_run")]
    pub confirm: bool,
    /// Check, and print what would be sent; nothing changes
    #[arg(long)]
    pub dry_run: bool,
}

/// The words of a decision.
#[derive(Debug, Clone, Args)]
pub struct CommentArgs {
    /// Comment to the receiver
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    pub comment: Option<String>,
    /// Comment from a file; - is standard input
    #[arg(long, value_name = "FILE", conflicts_with = "comment")]
    pub comment_file: Option<PathBuf>,
}

/// A decision on a case.
#[derive(Debug, Clone, Args)]
pub struct DecideArgs {
    /// The case.
    #[command(flatten)]
    pub case: RefArgs,
    /// The version that was seen; without it the newest
    #[arg(long, value_name = "V")]
    pub version: Option<u32>,
    /// Its words.
    #[command(flatten)]
    pub comment: CommentArgs,
    /// Whether to do it.
    #[command(flatten)]
    pub consent: Consent,
}

/// What `submit` takes.
#[derive(Debug, Clone, Args)]
pub struct SubmitArgs {
    /// The file; - is standard input
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// form, or register for figures that were computed from an extract of the register
    #[arg(long, value_name = "SOURCE", value_parser = wire::<Source>, requires = "generated")]
    pub source: Option<Source>,
    /// When they were computed
    #[arg(long, value_name = "TIME")]
    pub generated: Option<String>,
    /// Check, and print what would be sent; nothing changes
    #[arg(long)]
    pub dry_run: bool,
}

/// Commands on units.
#[derive(Debug, Subcommand)]
pub enum UnitsCommand {
    /// List the office's reporting units
    List {
        /// Within the borders of this period
        #[arg(long, value_name = "PERIOD")]
        period: Option<String>,
    },
    /// Who has not delivered, with contact, days over and the last reminder
    Missing {
        /// In this period; without it the one that is reported now
        #[arg(long, value_name = "PERIOD")]
        period: Option<String>,
    },
    /// Show one unit
    Show {
        /// Its number with all zeros
        #[arg(value_name = "NO")]
        unit: String,
        /// In this period
        #[arg(long, value_name = "PERIOD")]
        period: Option<String>,
    },
}

/// Commands on periods.
#[derive(Debug, Subcommand)]
pub enum PeriodsCommand {
    /// Show one period with its dates
    Show {
        /// Its id, as 2023H1
        #[arg(value_name = "PERIOD")]
        period: String,
    },
}

/// A plain enum member by its name on the wire.
fn wire<T: DeserializeOwned>(name: &str) -> Result<T, String> {
    serde_json::from_value(name.into()).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_grammar_does_not_contradict_itself() {
        Cli::command().debug_assert();
    }

    #[test]
    fn the_names_of_columns_and_kinds_are_those_of_the_wire() {
        let cli = Cli::try_parse_from(["sfv", "tasks", "list", "--state", "all", "--kind", "access", "--sort", "name"]);
        let Some(Command::Tasks(TasksCommand::List { list, .. })) = cli.expect("a command").command else {
            panic!("tasks list")
        };
        assert_eq!((list.kind, list.sort), (Some(TaskKind::Access), Some(Sort::Name)));
        assert!(Cli::try_parse_from(["sfv", "tasks", "list", "--kind", "rapport"]).is_err());
    }
}
