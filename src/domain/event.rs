//! What has happened in a case: the lines of its timeline.
//! Imports `domain` only.

use serde::{Deserialize, Serialize};

/// One kind of event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum EventKind {
    /// A version of a report arrived.
    Submitted,
    /// An access request arrived.
    Applied,
    /// Lagre: a draft was saved.
    Saved,
    /// Fortsett arbeidsflyt: the draft was checked and the summary shown.
    Continued,
    /// Bekreft: the decision was made.
    Confirmed,
    /// More information was asked for.
    Asked,
    /// A deviation was accepted, with the reason.
    Accepted,
    /// An acceptance was taken back.
    Unaccepted,
    /// Somebody took the task (*ta*).
    Taken,
    /// The one who had the task let it go (*slipp*), or a leader released it.
    Released,
    /// A leader gave the task to a colleague; the text is the colleague's name.
    Assigned,
    /// It was put in a batch that was confirmed; the text names the batch.
    Batched,
    /// It was drawn for the review sample of a batch, looked at and found in order.
    Sampled,
    /// It was taken out of a batch.
    TakenOut,
    /// The decision was taken back inside the window.
    Undone,
    /// A delivery left the house.
    Delivered,
    /// A delivery failed and is tried again.
    DeliveryFailed,
    /// A delivery was given up: somebody has to look at it.
    GivenUp,
    /// A delivery that was given up is sent again because somebody asked for it.
    SentAgain,
    /// The directorate was asked to have a sent approval back.
    RecallAsked,
    /// A unit was reminded of a report that is missing (*purret*).
    Reminded,
    /// A unit was written a letter that went to many.
    Informed,
    /// A decision on an extended investigation was registered.
    Registered,
    /// A reminder or a registered decision was taken back inside the window.
    Withdrawn,
    /// A person opened the case: a line of the read log (*innsynslogg*).
    Opened,
    /// The unit reports in another way from now on; the draft is kept.
    ChannelChanged,
    /// An administrator moved the deadlines of the period; the text is which, from what to what.
    DeadlineMoved,
    /// An administrator added or changed a person.
    PersonChanged,
    /// An administrator set reference data; the text is each field before and after.
    ReferenceChanged,
    /// An access request was granted; the text is the role and for what.
    AccessGranted,
    /// Access was taken away, with the reason.
    AccessRemoved,
    /// Somebody logged in.
    LoggedIn,
    /// Somebody logged out.
    LoggedOut,
    /// Somebody was not let in; the text says why.
    LoginRefused,
    /// A login was revoked by its person.
    LoginRevoked,
    /// A login was ended because a token of it came a second time.
    LoginEnded,
}

impl EventKind {
    /// The name on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Submitted => "submitted",
            Self::Applied => "applied",
            Self::Saved => "saved",
            Self::Continued => "continued",
            Self::Confirmed => "confirmed",
            Self::Asked => "asked",
            Self::Accepted => "accepted",
            Self::Unaccepted => "unaccepted",
            Self::Taken => "taken",
            Self::Released => "released",
            Self::Assigned => "assigned",
            Self::Batched => "batched",
            Self::Sampled => "sampled",
            Self::TakenOut => "taken_out",
            Self::Undone => "undone",
            Self::Delivered => "delivered",
            Self::DeliveryFailed => "delivery_failed",
            Self::GivenUp => "given_up",
            Self::SentAgain => "sent_again",
            Self::RecallAsked => "recall_asked",
            Self::Reminded => "reminded",
            Self::Informed => "informed",
            Self::Registered => "registered",
            Self::Withdrawn => "withdrawn",
            Self::Opened => "opened",
            Self::ChannelChanged => "channel_changed",
            Self::DeadlineMoved => "deadline_moved",
            Self::PersonChanged => "person_changed",
            Self::ReferenceChanged => "reference_changed",
            Self::AccessGranted => "access_granted",
            Self::AccessRemoved => "access_removed",
            Self::LoggedIn => "logged_in",
            Self::LoggedOut => "logged_out",
            Self::LoginRefused => "login_refused",
            Self::LoginRevoked => "login_revoked",
            Self::LoginEnded => "login_ended",
        }
    }

    /// True for what speaks of a login, and of no case.
    #[must_use]
    pub fn is_of_login(self) -> bool {
        matches!(self, Self::LoggedIn | Self::LoggedOut | Self::LoginRefused | Self::LoginRevoked | Self::LoginEnded)
    }

    /// The kind with a name on the wire.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        [
            Self::Submitted,
            Self::Applied,
            Self::Saved,
            Self::Continued,
            Self::Confirmed,
            Self::Asked,
            Self::Accepted,
            Self::Unaccepted,
            Self::Taken,
            Self::Released,
            Self::Assigned,
            Self::Batched,
            Self::Sampled,
            Self::TakenOut,
            Self::Undone,
            Self::Delivered,
            Self::DeliveryFailed,
            Self::GivenUp,
            Self::SentAgain,
            Self::RecallAsked,
            Self::Reminded,
            Self::Informed,
            Self::Registered,
            Self::Withdrawn,
            Self::Opened,
            Self::ChannelChanged,
            Self::DeadlineMoved,
            Self::PersonChanged,
            Self::ReferenceChanged,
            Self::AccessGranted,
            Self::AccessRemoved,
            Self::LoggedIn,
            Self::LoggedOut,
            Self::LoginRefused,
            Self::LoginRevoked,
            Self::LoginEnded,
        ]
        .into_iter()
        .find(|kind| kind.as_str() == name)
    }
}
