//! The backend over HTTP.
//! Imports `domain` and `api`.

mod access;
mod admin;
mod audit;
mod bearer;
mod entry;
mod letters;
mod outbox;
mod registers;
mod together;
mod tongue;

use std::{fmt, time::Duration};

use reqwest::{
    Certificate, Client, ClientBuilder, Method, RequestBuilder,
    header::{ACCEPT_LANGUAGE, AUTHORIZATION, HeaderValue, IF_MATCH},
    redirect,
};
use serde::{Serialize, de::DeserializeOwned};
use uuid::Uuid;

use self::{bearer::Bearer, entry::OwnToken, tongue::Tongue};
pub use super::address::BadServer;
use super::{
    address::usable,
    backend::{Answer, Backend},
    retry,
    wire::{self, Effect},
};
use crate::{
    api::{
        access::{PortalAnswer, PortalWish},
        batch::{BatchAnswer, BatchDeed},
        case::{Case, Draft},
        counts::{CountPage, CountQuery, CountsRequest, CountsSaved},
        decide::{AskRequest, Asked, ContinueRequest, Continued, Decided, DecisionRequest, Received, Saved, Undone},
        extensions::{ExtensionAnswer, ExtensionRequest},
        fault::{Fault, FaultKind},
        login::{DoorCode, EntryFault, LetIn, Reach},
        marks::{MarkCheck, MarksChecked, ReferenceQuery, References},
        me::{Me, UnitList},
        overview::{Overview, RecallRequest, Recalled},
        path,
        reference::LetterChain,
        review::{AcceptAnswer, AcceptRequest},
        tasks::{TaskPage, TaskQuery},
        together::{TogetherAnswer, TogetherWish},
        units::{RemindAnswer, RemindRequest, UnitPage, UnitStandings, Withdrawn},
        views::{NewView, ViewList},
    },
    domain::{
        batch::BatchId,
        form::Form,
        report::{Reference, Submission},
        unit::UnitNo,
    },
};

/// How long a connection is kept that nobody uses: less than the backend keeps it.
const IDLE: Duration = Duration::from_secs(15);

/// A decision is asked about again, with its key, while it can still be taken back: an attempt waits for this part of the time
/// of an answer, longer than the backend itself waits for its turn.
const ATTEMPTS_OF_A_DECISION: u32 = 4;

/// How long is waited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Patience {
    /// For a connection.
    pub connect: Duration,
    /// For a whole answer.
    pub answer: Duration,
    /// For the next sign of life on the stream of changes.
    pub silence: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self { connect: Duration::from_secs(5), answer: Duration::from_secs(30), silence: Duration::from_secs(75) }
    }
}

/// The backend at an address, asked as the person of a token. Clones share their connections.
#[derive(Clone)]
pub struct Http {
    base: String,
    bearer: Bearer,
    client: Client,
    patience: Patience,
    /// The backend is on this machine.
    is_near: bool,
    read_only: bool,
    tongue: Tongue,
    /// What this program is called where somebody looks at a case; its clones are the same program.
    seat: Uuid,
}

impl fmt::Debug for Http {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Http").field("base", &self.base).finish_non_exhaustive()
    }
}

impl Http {
    /// The backend at an address.
    ///
    /// # Errors
    /// [`BadServer`] when the address or the token cannot be used.
    pub fn new(address: &str, token: &str, patience: Patience) -> Result<Self, BadServer> {
        Self::trusting(address, token, patience, None)
    }

    /// The backend at an address, for which only the certificates of an authority of the office's own vouch (PEM). A proxy that
    /// the surroundings name (`HTTPS_PROXY`, `NO_PROXY`) is used, except to this machine itself.
    ///
    /// # Errors
    /// [`BadServer`] when the address, the token or the certificates cannot be used.
    pub fn trusting(address: &str, token: &str, patience: Patience, ca: Option<&[u8]>) -> Result<Self, BadServer> {
        let url = usable(address)?;
        let token = entry::header(token).ok_or(BadServer::Token)?;
        let vouching = match ca.map(Certificate::from_pem_bundle) {
            None => None,
            Some(Ok(certificates)) if !certificates.is_empty() => Some(certificates),
            Some(_) => return Err(BadServer::Certificate),
        };
        let is_near = wire::is_loopback(&url);
        let builder = {
            let builder = Client::builder().connect_timeout(patience.connect).redirect(redirect::Policy::none());
            let builder = builder.pool_idle_timeout(IDLE);
            // The authorities that the system trusts are some 150 files: they are read only where one may have to vouch.
            let certificates = match vouching {
                Some(own) => Some(own),
                // A proxy may speak TLS itself.
                None => (is_near && url.scheme() == "http").then(Vec::new),
            };
            let builder = certificates.into_iter().fold(builder, ClientBuilder::tls_certs_only);
            if is_near { builder.no_proxy() } else { builder.read_timeout(patience.silence) }
        };
        Ok(Self {
            base: url.as_str().trim_end_matches('/').to_owned(),
            bearer: Bearer::Own(OwnToken::new(token)),
            client: builder.timeout(patience.answer).build().map_err(|error| BadServer::Library(error.to_string()))?,
            patience,
            is_near,
            read_only: false,
            tongue: Tongue::default(),
            seat: Uuid::new_v4(),
        })
    }

    /// The same backend, of which nothing is asked that would change anything.
    #[must_use]
    pub fn reading_only(mut self, read_only: bool) -> Self {
        self.read_only = read_only;
        self
    }

    /// The address, without a slash at its end.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.base
    }

    /// What came of the decision with a key; `NotFound` when the backend has never stored it.
    ///
    /// # Errors
    /// The [`Fault`] of the request.
    pub async fn decision_by_key(&self, key: Uuid) -> Answer<Decided> {
        self.get(&path::fill(path::DECISION_BY_KEY, &key.to_string()), &NONE).await
    }

    /// Writes with an idempotency key: the same may be sent again, and is stored once.
    async fn write_once<T: DeserializeOwned>(&self, to: &str, key: Uuid, body: &(impl Serialize + Sync)) -> Answer<T> {
        self.may_write()?;
        let ask = || {
            let request = self.request(Method::POST, to).header(path::IDEMPOTENCY_KEY, key.to_string());
            self.send(request.json(body), Effect::Writes)
        };
        retry::persist(self.patience.answer * 2, ask).await
    }

    fn url(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }

    fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.client.request(method, self.url(path)).header(ACCEPT_LANGUAGE, self.tongue.header())
    }

    async fn send_as<T: DeserializeOwned>(
        &self,
        request: RequestBuilder,
        token: &HeaderValue,
        effect: Effect,
    ) -> Answer<T> {
        match request.header(AUTHORIZATION, token).send().await {
            Ok(response) => wire::read(response, effect, &self.base).await,
            Err(error) => Err(effect.failed(&error, &self.base)),
        }
    }

    /// Reads, and tries again when it may help.
    async fn get<T: DeserializeOwned>(&self, path: &str, query: &(impl Serialize + Sync + ?Sized)) -> Answer<T> {
        let ask = || self.send(self.request(Method::GET, path).query(query), Effect::Reads);
        retry::persist(self.patience.answer * 2, ask).await
    }

    /// Refuses to write when only reading was asked for.
    fn may_write(&self) -> Answer<()> {
        if self.read_only { Err(Fault::new(FaultKind::ReadOnly)) } else { Ok(()) }
    }

    /// Does something with a batch that comes to the same however often it is sent, and sends it again when that may help.
    async fn repeat<T: DeserializeOwned>(
        &self,
        template: &str,
        id: BatchId,
        body: &(impl Serialize + Sync),
    ) -> Answer<T> {
        self.may_write()?;
        let path = of_batch(template, id);
        let ask = || self.send(self.request(Method::POST, &path).json(body), Effect::Writes);
        retry::persist(self.patience.answer * 2, ask).await
    }

    /// Writes, once: without a key nobody can tell a repetition from a second request.
    async fn write<T: DeserializeOwned>(&self, request: RequestBuilder) -> Answer<T> {
        self.may_write()?;
        self.send(request, Effect::Writes).await
    }
}

/// No query.
const NONE: [(&str, &str); 0] = [];

/// The version seen, as an entity tag.
fn tag(version: u32) -> String {
    format!("\"v{version}\"")
}

/// The path of a case.
fn of(template: &str, reference: &Reference) -> String {
    path::fill(template, reference.as_str())
}

/// The path of a batch.
fn of_batch(template: &str, id: BatchId) -> String {
    path::fill(template, &id.to_string())
}

impl Backend for Http {
    async fn enter(&self, person: String, told: impl Fn(DoorCode) + Send + Sync) -> Result<LetIn, EntryFault> {
        self.enter_again(&person, told).await
    }

    fn speak(&self, language: &str) {
        self.ask_in(language);
    }

    async fn me(&self) -> Answer<Me> {
        self.get(path::ME, &NONE).await
    }

    async fn reach(&self, reach: Reach) -> Answer<Me> {
        self.write(self.request(Method::PUT, path::ME).json(&reach)).await
    }

    async fn tasks(&self, query: TaskQuery) -> Answer<TaskPage> {
        self.get(path::TASKS, &query).await
    }

    async fn case(&self, reference: Reference) -> Answer<Case> {
        self.get(&of(path::TASK, &reference), &NONE).await
    }

    async fn save(&self, reference: Reference, draft: Draft) -> Answer<Saved> {
        self.write(self.request(Method::PUT, &of(path::DRAFT, &reference)).json(&draft)).await
    }

    async fn proceed(&self, reference: Reference, version: u32, decision: DecisionRequest) -> Answer<Continued> {
        let request = self.request(Method::POST, &of(path::CONTINUE, &reference)).header(IF_MATCH, tag(version));
        self.write(request.json(&ContinueRequest { decision })).await
    }

    async fn decide(
        &self,
        reference: Reference,
        version: u32,
        key: Uuid,
        decision: DecisionRequest,
    ) -> Answer<Decided> {
        self.may_write()?;
        let ask = || {
            let request = self.request(Method::POST, &of(path::DECISION, &reference)).header(IF_MATCH, tag(version));
            let request = request.header(path::IDEMPOTENCY_KEY, key.to_string()).json(&decision);
            let request = request.timeout(self.patience.answer / ATTEMPTS_OF_A_DECISION);
            self.send(request, Effect::Writes)
        };
        let decided: Decided = retry::persist(self.patience.answer * 2, ask).await?;
        if decided.reference != reference || decided.kind != decision.kind {
            // An answer to something else: what came of this decision is not known.
            return Err(Effect::Writes.lost(&self.base));
        }
        Ok(decided)
    }

    async fn accept(&self, reference: Reference, version: u32, request: AcceptRequest) -> Answer<AcceptAnswer> {
        let put = self.request(Method::PUT, &of(path::ACCEPT, &reference)).header(IF_MATCH, tag(version));
        self.write(put.json(&request)).await
    }

    async fn ask(&self, reference: Reference, key: Uuid, question: AskRequest) -> Answer<Asked> {
        self.write_once(&of(path::ASK, &reference), key, &question).await
    }

    async fn undo(&self, reference: Reference) -> Answer<Undone> {
        self.write(self.request(Method::POST, &of(path::UNDO, &reference))).await
    }

    async fn bulk(&self, deed: BatchDeed) -> Answer<BatchAnswer> {
        Ok(match deed {
            BatchDeed::Preview(wanted) => BatchAnswer::Preview(
                self.send(self.request(Method::POST, path::BATCH_PREVIEW).json(&wanted), Effect::Reads).await?,
            ),
            BatchDeed::Make(wanted) => {
                BatchAnswer::Batch(self.write(self.request(Method::POST, path::BATCHES).json(&wanted)).await?)
            }
            BatchDeed::Unfinished => BatchAnswer::List(self.get(path::BATCHES, &[("unfinished", true)]).await?),
            BatchDeed::All => BatchAnswer::List(self.get(path::BATCHES, &NONE).await?),
            BatchDeed::Show(id) => BatchAnswer::Batch(self.get(&of_batch(path::BATCH, id), &NONE).await?),
            BatchDeed::Verdict(id, verdict) => BatchAnswer::Batch(self.repeat(path::BATCH_SAMPLE, id, &verdict).await?),
            BatchDeed::DryRun(id) => BatchAnswer::DryRun(self.repeat(path::BATCH_DRY_RUN, id, &()).await?),
            BatchDeed::Run(id, request) => BatchAnswer::Progress(self.repeat(path::BATCH_RUN, id, &request).await?),
            BatchDeed::Undo(id) => {
                let request = self.request(Method::POST, &of_batch(path::BATCH_UNDO, id));
                BatchAnswer::Progress(self.write(request).await?)
            }
            BatchDeed::Redo(id) => {
                BatchAnswer::Batch(self.write(self.request(Method::POST, &of_batch(path::BATCH_REDO, id))).await?)
            }
            BatchDeed::Stop(id) => {
                BatchAnswer::Batch(self.write(self.request(Method::POST, &of_batch(path::BATCH_STOP, id))).await?)
            }
        })
    }

    async fn submit(&self, submission: Submission) -> Answer<Received> {
        self.write(self.request(Method::POST, path::REPORTS).json(&submission)).await
    }

    async fn portal(&self, wish: PortalWish) -> Answer<PortalAnswer> {
        self.portal_wish(wish).await
    }

    async fn together(&self, wish: TogetherWish) -> Answer<TogetherAnswer> {
        self.together_wish(wish).await
    }

    async fn form(&self, version: String) -> Answer<Form> {
        self.get(&path::fill(path::FORM, &version), &NONE).await
    }

    async fn overview(&self, period: Option<String>) -> Answer<Overview> {
        self.get(path::OVERVIEW, &[("period", period)]).await
    }

    async fn letter_chain(&self) -> Answer<LetterChain> {
        self.get(path::LETTER_CHAIN, &NONE).await
    }

    async fn recall(&self, reference: Reference, request: RecallRequest) -> Answer<Recalled> {
        self.write(self.request(Method::POST, &of(path::RECALL, &reference)).json(&request)).await
    }

    async fn units(&self, period: String) -> Answer<UnitList> {
        self.get(path::UNITS, &[("period", period)]).await
    }

    async fn references(&self, query: ReferenceQuery) -> Answer<References> {
        self.get(path::REFERENCES, &query).await
    }

    async fn check_marks(&self, marked: MarkCheck) -> Answer<MarksChecked> {
        // It only reads: so many references have no room in an address.
        let ask = || self.send(self.request(Method::POST, path::MARKS).json(&marked), Effect::Reads);
        retry::persist(self.patience.answer * 2, ask).await
    }

    async fn keep_view(&self, view: NewView) -> Answer<ViewList> {
        self.write(self.request(Method::POST, path::VIEWS).json(&view)).await
    }

    async fn remove_view(&self, id: String) -> Answer<ViewList> {
        self.write(self.request(Method::DELETE, &path::fill(path::VIEW, &id))).await
    }

    async fn counts(&self, query: CountQuery) -> Answer<CountPage> {
        // A question with a body: it changes nothing and may be asked again.
        let ask = || self.send(self.request(Method::POST, path::COUNTS_QUERY).json(&query), Effect::Reads);
        retry::persist(self.patience.answer * 2, ask).await
    }

    async fn save_counts(&self, request: CountsRequest) -> Answer<CountsSaved> {
        self.write(self.request(Method::PUT, path::DRAFT_COUNTS).json(&request)).await
    }

    async fn standings(&self, period: Option<String>) -> Answer<UnitStandings> {
        self.get(path::STANDINGS, &[("period", period)]).await
    }

    async fn unit_page(&self, unit: UnitNo, period: Option<String>) -> Answer<UnitPage> {
        self.get(&path::fill(path::UNIT_PAGE, unit.as_str()), &[("period", period)]).await
    }

    async fn remind(&self, key: Uuid, request: RemindRequest) -> Answer<RemindAnswer> {
        self.write_once(path::REMINDERS, key, &request).await
    }

    async fn register(&self, key: Uuid, request: ExtensionRequest) -> Answer<ExtensionAnswer> {
        self.write_once(path::EXTENSIONS, key, &request).await
    }

    async fn withdraw(&self, key: Uuid) -> Answer<Withdrawn> {
        self.write(self.request(Method::POST, &path::fill(path::WITHDRAW, &key.to_string()))).await
    }
}
