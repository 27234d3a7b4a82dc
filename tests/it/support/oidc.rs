//! A real identity provider, a backend that trusts it, and a browser that goes from page to page by hand.

use std::{
    collections::HashMap,
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
};

use jiff::Timestamp;
use reqwest::{Client, Response, header, redirect};
use serde_json::Value;
use statsforvalter::{
    clock::Clock,
    domain::person::Person,
    server::{
        self,
        login::config::{LoginConfig, Secret},
        seed::Seed,
    },
};
use tempfile::TempDir;
use url::Url;

use crate::server_world::{World, options, people};

/// The folder of the provider's program, where `tests/run` has put it.
const VARIABLE: &str = "SFV_TEST_OIDC";

/// The secret of the backend at the provider, as in `tests/data/oidc/provider.mjs`.
pub(crate) const CLIENT_SECRET: &str = "en-hemmelighet-bare-for-prover";

/// A provider that runs until this is dropped.
pub(crate) struct Provider {
    child: Child,
    pub(crate) issuer: String,
}

impl Provider {
    /// Starts one; none where it is not installed, which the test then says.
    pub(crate) fn start() -> Option<Self> {
        let Some(folder) = std::env::var_os(VARIABLE) else {
            println!("Left out: there is no identity provider ({VARIABLE} is not set; ./tests/run sets it)");
            return None;
        };
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/oidc/provider.mjs");
        let mut child = Command::new("node")
            .arg(script)
            .arg(folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("node runs");
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("a pipe")).read_line(&mut line).expect("a line");
        let line: Value = serde_json::from_str(&line).expect("one line of JSON");
        Some(Self { child, issuer: line["issuer"].as_str().expect("an issuer").to_owned() })
    }

    /// The settings of a backend that trusts this provider, with more of them.
    pub(crate) fn settings(&self, more: &str) -> String {
        format!(
            "[provider]\nissuer = \"{}\"\nclient_id = \"sfv-broker\"\nscopes = [\"openid\", \"email\"]\n\
             acr_values = [\"high\"]\n{more}\n",
            self.issuer
        )
    }
}

impl Drop for Provider {
    fn drop(&mut self) {
        let _ended = self.child.kill();
        let _gone = self.child.wait();
    }
}

/// The person whom everybody knows by their subject.
pub(crate) const KNOWN: &str = "[[identity]]\nperson = \"kari\"\nsubject = \"kari\"\n";

/// A backend on which people log in, with a clock that stands where the provider's stands.
pub(crate) async fn world(provider: &Provider, more: &str) -> World {
    world_of(provider, more, people()).await
}

/// The same with people of the test.
pub(crate) async fn world_of(provider: &Provider, more: &str, people: Vec<Person>) -> World {
    world_on(provider, more, people, Clock::manual(Timestamp::now())).await
}

/// The same on a clock of the test.
pub(crate) async fn world_on(provider: &Provider, more: &str, people: Vec<Person>, clock: Clock) -> World {
    let dir = TempDir::new().unwrap();
    let mut options = options(&dir, &clock);
    let table = provider.settings(more).parse().unwrap();
    let config = LoginConfig { secret: Secret::new(CLIENT_SECRET), ..LoginConfig::over(table).unwrap() };
    options.login = Some(config);
    let database = options.database.clone();
    let running = server::start(options).await.unwrap();
    let people = people.into_iter().map(|person| (person.clone(), person.id)).collect();
    running.store.fill(&Seed { people, ..Seed::default() }).await.unwrap();
    running.know_people().await.unwrap();
    World { dir, clock, database, running, client: Client::new() }
}

/// What a browser sees: a page, where it stands, and its status.
#[derive(Debug, Clone)]
pub(crate) struct Page {
    pub(crate) url: Url,
    pub(crate) status: u16,
    pub(crate) text: String,
    pub(crate) headers: header::HeaderMap,
}

impl Page {
    /// The value of a hidden field or of a box.
    pub(crate) fn field(&self, name: &str) -> String {
        let named = format!("name=\"{name}\" value=\"");
        let (_, rest) = self.text.split_once(&named).unwrap_or_else(|| panic!("no field {name}: {self:?}"));
        rest.split('"').next().unwrap().to_owned()
    }

    /// The heading.
    pub(crate) fn heading(&self) -> &str {
        let (_, rest) = self.text.split_once("<h1>").unwrap_or_else(|| panic!("no heading: {self:?}"));
        rest.split('<').next().unwrap()
    }
}

/// A browser with cookies and without scripts. It follows redirects itself, so that a test can stop between two.
pub(crate) struct Browser {
    client: Client,
    cookies: HashMap<String, HashMap<String, String>>,
    /// The language it asks for.
    pub(crate) language: &'static str,
}

impl Browser {
    pub(crate) fn new() -> Self {
        let client = Client::builder().redirect(redirect::Policy::none()).no_proxy().build().unwrap();
        Self { client, cookies: HashMap::new(), language: "nb-NO,nb;q=0.9,en;q=0.5" }
    }

    fn jar(&mut self, url: &Url) -> &mut HashMap<String, String> {
        self.cookies.entry(url.origin().ascii_serialization()).or_default()
    }

    async fn send(&mut self, url: Url, form: Option<&[(&str, &str)]>, from: Option<&str>) -> Response {
        let request =
            form.map_or_else(|| self.client.get(url.clone()), |form| self.client.post(url.clone()).form(form));
        let cookies: Vec<String> = self.jar(&url).iter().map(|(name, value)| format!("{name}={value}")).collect();
        let mut request = request.header(header::ACCEPT_LANGUAGE, self.language);
        if !cookies.is_empty() {
            request = request.header(header::COOKIE, cookies.join("; "));
        }
        if let Some(from) = from {
            request = request.header(header::ORIGIN, from);
        }
        let response = request.send().await.unwrap();
        for line in response.headers().get_all(header::SET_COOKIE) {
            let pair = line.to_str().unwrap().split(';').next().unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            self.jar(&url).insert(name.to_owned(), value.to_owned());
        }
        response
    }

    async fn page(&mut self, mut response: Response, until: &str) -> Page {
        loop {
            let (url, headers) = (response.url().clone(), response.headers().clone());
            let on = headers.get(header::LOCATION).map(|to| url.join(to.to_str().unwrap()).unwrap());
            match on {
                Some(on) if !until.is_empty() && on.path().starts_with(until) => {
                    return Page { url: on, status: response.status().as_u16(), text: String::new(), headers };
                }
                Some(on) => response = self.send(on, None, None).await,
                None => {
                    let status = response.status().as_u16();
                    return Page { url, status, text: response.text().await.unwrap(), headers };
                }
            }
        }
    }

    /// Opens an address and follows where it leads.
    pub(crate) async fn open(&mut self, url: &str) -> Page {
        let response = self.send(Url::parse(url).unwrap(), None, None).await;
        self.page(response, "").await
    }

    /// Opens an address and stops before it would go to a path.
    pub(crate) async fn open_until(&mut self, url: &str, path: &str) -> Page {
        let response = self.send(Url::parse(url).unwrap(), None, None).await;
        self.page(response, path).await
    }

    /// Sends a form of a page of an origin, and follows where it leads.
    pub(crate) async fn send_form(&mut self, url: &str, form: &[(&str, &str)], origin: Option<&str>) -> Page {
        let response = self.send(Url::parse(url).unwrap(), Some(form), origin).await;
        self.page(response, "").await
    }

    /// Writes a code on the page of a backend; the page it leads to is the provider's when the code is good.
    pub(crate) async fn write_code(&mut self, base: &str, code: &str) -> Page {
        let entry = self.open(&format!("{base}/login")).await;
        let form = [("proof", &*entry.field("proof")), ("lang", &*entry.field("lang")), ("user_code", code)];
        self.send_form(&format!("{base}/login/code"), &form, Some(base)).await
    }

    /// Logs in at the provider as an account, and comes back to the backend.
    pub(crate) async fn log_in(&mut self, page: &Page, how: &str) -> Page {
        assert!(page.url.path().starts_with("/interaction/"), "{page:?}");
        self.open(&format!("{}/as?{how}", page.url)).await
    }

    /// Answers the question whether the code is the person's.
    pub(crate) async fn answer(&mut self, page: &Page, answer: &str) -> Page {
        let form = [("visit", &*page.field("visit")), ("proof", &*page.field("proof")), ("answer", answer)];
        let base = page.url.origin().ascii_serialization();
        self.send_form(&format!("{base}/login/confirm"), &form, Some(&base)).await
    }

    /// The whole way: the code, the provider, the answer yes.
    pub(crate) async fn allow(&mut self, base: &str, code: &str, account: &str) -> Page {
        let provider = self.write_code(base, code).await;
        let question = self.log_in(&provider, &format!("account={account}")).await;
        self.answer(&question, "yes").await
    }
}
