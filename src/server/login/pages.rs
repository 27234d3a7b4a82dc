//! The pages that a person sees in the browser: plain HTML that works without scripts, with every value escaped.
//! Imports `text`.

use axum::{
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::{Html, IntoResponse, Response},
};
use jiff::Timestamp;

use super::Broker;
use crate::{
    api::path,
    text::{DEFAULT_LANGUAGE, Texts, WRITTEN, clean, date},
};

/// The looks of the pages.
const STYLE: &str = include_str!("../../../config/login.css");

/// What a page is about, besides its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// Too many wrong codes.
    Limited,
    /// The browser's way is over, or was never begun.
    State,
    /// The request does not come from our page.
    Forged,
    /// The person came back without a login.
    Cancelled,
    /// The provider does not answer.
    Away,
    /// The provider's answer is not good enough.
    Token,
    /// The level is not.
    Level,
    /// Nobody knows the person.
    Unknown,
    /// The terminal waits no more.
    Over,
    /// The backend itself failed.
    Failed,
}

impl Trouble {
    fn name(self) -> &'static str {
        match self {
            Self::Limited => "limited",
            Self::State => "state",
            Self::Forged => "forged",
            Self::Cancelled => "cancelled",
            Self::Away => "away",
            Self::Token => "token",
            Self::Level => "level",
            Self::Unknown => "unknown",
            Self::Over => "over",
            Self::Failed => "failed",
        }
    }

    fn status(self) -> StatusCode {
        match self {
            Self::Limited => StatusCode::TOO_MANY_REQUESTS,
            Self::State | Self::Cancelled | Self::Over => StatusCode::BAD_REQUEST,
            Self::Forged | Self::Token | Self::Level | Self::Unknown => StatusCode::FORBIDDEN,
            Self::Away => StatusCode::BAD_GATEWAY,
            Self::Failed => StatusCode::SERVICE_UNAVAILABLE,
        }
    }
}

/// What the person is asked.
#[derive(Debug)]
pub struct Question<'a> {
    /// The visit.
    pub visit: &'a str,
    /// The proof that the form is ours.
    pub proof: &'a str,
    /// The code.
    pub code: &'a str,
    /// The person's name.
    pub person: &'a str,
    /// When the terminal asked.
    pub asked: Timestamp,
    /// From where.
    pub address: &'a str,
    /// With which program.
    pub agent: &'a str,
}

/// The writer of pages in one language.
#[derive(Debug)]
pub struct Pages<'a> {
    broker: &'a Broker,
    language: &'static str,
    texts: &'a Texts,
}

impl<'a> Pages<'a> {
    /// The pages in a language; in the first one where it is not one of ours.
    #[must_use]
    pub fn of(broker: &'a Broker, language: &str) -> Option<Self> {
        let code = WRITTEN.into_iter().find(|code| *code == language).unwrap_or(DEFAULT_LANGUAGE);
        broker.words().get(code).map(|texts| Self { broker, language: code, texts })
    }

    /// The page for the code, with what was wrong with the last one.
    #[must_use]
    pub fn entry(&self, (code, proof): (&str, &str), wrong: bool, origins: &[String]) -> Response {
        let (code, say) = (escape(code), |id: &str| escape(&self.texts.say(id)));
        let count = self.broker.config().codes.length.to_string();
        let hint = escape(&self.texts.with("login-entry-hint", &[("count", &count)]));
        let (error, described, invalid) = if wrong {
            let sentence = format!("<strong>{}</strong> {}", say("login-entry-error"), say("login-entry-wrong"));
            let error = format!("<p class=\"error\" id=\"error\" role=\"alert\">{sentence}</p>\n");
            (error, "error hint", " aria-invalid=\"true\"")
        } else {
            (String::new(), "hint", "")
        };
        let body = format!(
            "<p>{}</p>\n{error}<form method=\"post\" action=\"{}\">\n<input type=\"hidden\" name=\"proof\" value=\"{}\">\n\
             <input type=\"hidden\" name=\"lang\" value=\"{}\">\n<label for=\"code\">{}</label>\n<p id=\"hint\">{hint}</p>\n\
             <p><input id=\"code\" name=\"user_code\" value=\"{code}\" required maxlength=\"40\" autocomplete=\"one-time-code\" \
             autocapitalize=\"characters\" spellcheck=\"false\" aria-describedby=\"{described}\"{invalid}></p>\n\
             <p><button type=\"submit\">{}</button></p>\n</form>",
            say("login-entry-text"),
            path::LOGIN_CODE,
            escape(proof),
            self.language,
            say("login-entry-label"),
            say("login-entry-button"),
        );
        let again = if code.is_empty() { String::new() } else { format!("user_code={code}&amp;") };
        let status = if wrong { StatusCode::BAD_REQUEST } else { StatusCode::OK };
        self.page((status, "login-entry-title"), &body, Some(&format!("{}?{again}", path::LOGIN)), origins)
    }

    /// The question whether the code is the person's.
    #[must_use]
    pub fn question(&self, asked: &Question<'_>) -> Response {
        let say = |id: &str| escape(&self.texts.say(id));
        let when = date::moment(asked.asked);
        let facts = [
            ("login-confirm-person", asked.person),
            ("login-confirm-asked", when.as_str()),
            ("login-confirm-from", asked.address),
            ("login-confirm-agent", asked.agent),
        ];
        let known = facts.into_iter().filter(|(_, value)| !value.is_empty());
        let rows: Vec<String> =
            known.map(|(id, value)| format!("<dt>{}</dt><dd>{}</dd>\n", say(id), escape(value))).collect();
        let rows = rows.concat();
        let body = format!(
            "<dl>\n<dt>{}</dt><dd class=\"code\">{}</dd>\n{rows}</dl>\n<p>{}</p>\n<form method=\"post\" action=\"{}\">\n\
             <input type=\"hidden\" name=\"visit\" value=\"{}\">\n<input type=\"hidden\" name=\"proof\" value=\"{}\">\n\
             <p><button type=\"submit\" name=\"answer\" value=\"yes\">{}</button>\n\
             <button type=\"submit\" name=\"answer\" value=\"no\">{}</button></p>\n</form>",
            say("login-confirm-code"),
            escape(asked.code),
            say("login-confirm-warning"),
            path::LOGIN_CONFIRM,
            escape(asked.visit),
            escape(asked.proof),
            say("login-confirm-yes"),
            say("login-confirm-no"),
        );
        let here = format!("{}?visit={}&amp;", path::LOGIN_CONFIRM, escape(asked.visit));
        self.page((StatusCode::OK, "login-confirm-title"), &body, Some(&here), &[])
    }

    /// The end: the terminal has its login, or has been refused it.
    #[must_use]
    pub fn end(&self, allowed: bool) -> Response {
        let (title, text) =
            if allowed { ("login-done-title", "login-done-text") } else { ("login-denied-title", "login-denied-text") };
        self.page((StatusCode::OK, title), &format!("<p>{}</p>", escape(&self.texts.say(text))), None, &[])
    }

    /// What went wrong, and what to do.
    #[must_use]
    pub fn trouble(&self, trouble: Trouble) -> Response {
        let minutes = self.broker.config().limits.window_seconds.div_ceil(60).to_string();
        let title = format!("login-fault-{}", trouble.name());
        let text = self.texts.with(&format!("{title}-text"), &[("minutes", &minutes)]);
        let again = escape(&self.texts.say("login-start-over"));
        let again = match trouble {
            Trouble::Limited | Trouble::Over => String::new(),
            _ => format!("\n<p><a href=\"{}?lang={}\">{again}</a></p>", path::LOGIN, self.language),
        };
        let body = format!("<p role=\"alert\">{}</p>{again}", escape(&text));
        self.page((trouble.status(), &title), &body, None, &[])
    }

    /// A whole page. Where it can be had in another language, `here` is its address up to the name of the language.
    fn page(
        &self,
        (status, title): (StatusCode, &str),
        body: &str,
        here: Option<&str>,
        origins: &[String],
    ) -> Response {
        let say = |id: &str| escape(&self.texts.say(id));
        let link = |here: &str, code: &str| {
            let name = say(&format!("login-language-{code}"));
            if code == self.language {
                format!("<li lang=\"{code}\" aria-current=\"true\">{name}</li>")
            } else {
                format!("<li><a href=\"{here}lang={code}\" hreflang=\"{code}\" lang=\"{code}\">{name}</a></li>")
            }
        };
        let languages = here.map(|here| WRITTEN.map(|code| link(here, code)).concat());
        let languages = languages.map(|list| {
            format!("<footer><nav aria-label=\"{}\"><ul>{list}</ul></nav></footer>\n", say("login-language"))
        });
        let page = format!(
            "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title} – sfv</title>\n\
             <link rel=\"stylesheet\" href=\"{}\">\n</head>\n<body>\n<header><p>{}</p></header>\n\
             <main>\n<h1>{title}</h1>\n{body}\n</main>\n{}</body>\n</html>\n",
            self.language,
            path::LOGIN_STYLE,
            say("login-brand"),
            languages.unwrap_or_default(),
            title = say(title),
        );
        guarded((status, Html(page)).into_response(), origins)
    }
}

/// The looks of the pages.
pub(super) async fn style() -> Response {
    let mut response = ([(header::CONTENT_TYPE, "text/css; charset=utf-8")], STYLE).into_response();
    response.headers_mut().insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}

/// Nobody keeps a page, nobody frames it, and nothing in it runs. A form may lead to ourselves and on to the provider.
pub(super) fn guarded(mut response: Response, origins: &[String]) -> Response {
    let forms = origins.iter().fold("'self'".to_owned(), |all, origin| format!("{all} {origin}"));
    let policy =
        format!("default-src 'none'; style-src 'self'; form-action {forms}; frame-ancestors 'none'; base-uri 'none'");
    let headers = response.headers_mut();
    let fixed = [
        (header::CACHE_CONTROL, "no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::X_FRAME_OPTIONS, "DENY"),
        // Without a word of where one comes from, a browser would not say so to ourselves either.
        (header::REFERRER_POLICY, "same-origin"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    ];
    for (name, value) in fixed {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    response
}

/// A value inside a page: text that can be nothing else.
fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in clean::line(text).chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            other => safe.push(other),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_from_outside_becomes_a_part_of_a_page() {
        assert_eq!(escape("<b a=\"1\" c='2'>&\u{1b}[2J"), "&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;\u{fffd}[2J");
    }
}
