//! The service round the handlers: TLS, proxies, health, measurements, limits, and a stop that loses nothing.

use std::{
    io::{Read as _, Write as _},
    net::TcpStream,
    num::NonZeroU32,
    path::{Path, PathBuf},
    process::Command,
    time::{Duration, Instant},
};

use futures_util::StreamExt as _;
use serde_json::json;
use statsforvalter::{
    api::fault::FaultKind,
    client::{
        backend::Backend as _,
        http::{BadServer, Http, Patience},
    },
    server::{
        self, Options,
        serving::{Limits, Serving, TlsFiles},
        start::StartError,
    },
    text::Texts,
};
use tokio::{io::AsyncWriteExt as _, net::TcpListener};

use crate::server_world::{ELVERUM, KEY, World, approve, options, read};

/// An authority of the test and a certificate for loopback; none without openssl.
fn certificate(folder: &Path, name: &str) -> Option<(TlsFiles, PathBuf)> {
    let path = |file: &str| folder.join(format!("{name}-{file}"));
    let run = |arguments: &[&str]| {
        let done = Command::new("openssl").args(arguments).output().ok()?;
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        Some(())
    };
    let text = |path: &PathBuf| path.to_str().expect("UTF-8").to_owned();
    let (ca, ca_key, key, csr, pem, extra) =
        (path("ca.pem"), path("ca.key"), path("key.pem"), path("csr"), path("cert.pem"), path("ext"));
    std::fs::write(&extra, "subjectAltName=IP:127.0.0.1\nbasicConstraints=CA:FALSE\n").unwrap();
    let new_key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout"];
    let ca_names = [&text(&ca_key), "-out", &text(&ca), "-subj", "/CN=Prøveutsteder", "-days", "2"];
    if run(&[&["req", "-x509", "-utf8"], &new_key[..], &ca_names[..]].concat()).is_none() {
        println!("left out: openssl is not there");
        return None;
    }
    run(&[&["req"], &new_key[..], &[&text(&key), "-out", &text(&csr), "-subj", "/CN=sfv"]].concat())?;
    let signing = ["x509", "-req", "-in", &text(&csr), "-CA", &text(&ca), "-CAkey", &text(&ca_key), "-CAcreateserial"];
    run(&[&signing[..], &["-out", &text(&pem), "-days", "2", "-extfile", &text(&extra)]].concat())?;
    Some((TlsFiles { certificate: pem, key }, ca))
}

fn serving(change: impl FnOnce(&mut Serving)) -> impl FnOnce(&mut Options) {
    let mut serving = Serving { buckets: vec![Duration::from_secs(1)], ..Serving::default() };
    change(&mut serving);
    move |options| options.serving = serving
}

fn limits(change: impl FnOnce(&mut Limits)) -> impl FnOnce(&mut Options) {
    serving(|serving| change(&mut serving.limits))
}

#[tokio::test]
async fn a_client_speaks_tls_and_believes_only_the_authority_it_was_told() {
    let folder = tempfile::tempdir().unwrap();
    let Some((files, ca)) = certificate(folder.path(), "first") else { return };
    let world = World::with(serving(|serving| serving.tls = Some(files.clone()))).await;
    assert!(world.running.url.starts_with("https://127.0.0.1:"), "{}", world.running.url);
    let ca = std::fs::read(ca).unwrap();
    let asking = |ca: Option<&[u8]>| Http::trusting(&world.running.url, "kari", Patience::default(), ca).unwrap();
    assert_eq!(asking(Some(&ca)).me().await.unwrap().person, "kari");
    assert_eq!(asking(None).me().await.unwrap_err().kind, FaultKind::Away);
    assert_eq!(
        Http::trusting(&world.running.url, "t", Patience::default(), Some(b"tull")).err(),
        Some(BadServer::Certificate)
    );
    // Another authority's certificate takes the place of the first while the service runs.
    let (newer, newer_ca) = certificate(folder.path(), "second").unwrap();
    std::fs::copy(newer.certificate, &files.certificate).unwrap();
    std::fs::copy(newer.key, &files.key).unwrap();
    world.running.tls.as_ref().unwrap().renew().unwrap();
    assert_eq!(asking(Some(&ca)).me().await.unwrap_err().kind, FaultKind::Away);
    assert_eq!(asking(Some(&std::fs::read(newer_ca).unwrap())).me().await.unwrap().person, "kari");
    std::fs::write(&files.certificate, "tull").unwrap();
    assert!(world.running.tls.as_ref().unwrap().renew().unwrap_err().contains("first-cert.pem"));
}

#[tokio::test]
async fn a_service_that_others_reach_does_not_start_without_tls_unless_told_so() {
    let dir = tempfile::tempdir().unwrap();
    let clock = statsforvalter::clock::Clock::wall();
    let open = |plain: bool| {
        let mut options = options(&dir, &clock);
        options.listen = "0.0.0.0:0".parse().unwrap();
        options.serving.plain = plain;
        options
    };
    let error = server::start(open(false)).await.err().unwrap();
    assert!(matches!(error, StartError::OpenToAll { .. }), "{error:?}");
    assert_eq!(error.exit_code(), 2);
    assert!(error.say(&Texts::of("nb").unwrap()).contains("uten TLS"));
    server::start(open(true)).await.unwrap().stop().await;
    let mut options = open(true);
    options.serving.tls =
        Some(TlsFiles { certificate: dir.path().join("ingen.pem"), key: dir.path().join("ingen.key") });
    let error = server::start(options).await.err().unwrap();
    assert!(error.say(&Texts::of("nb").unwrap()).contains("ingen.pem"));
}

#[tokio::test]
async fn a_proxy_of_the_surroundings_is_asked() {
    // In a process of its own: the surroundings are those of a whole process.
    let proxy = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", proxy.local_addr().unwrap());
    let asked = std::thread::spawn(move || {
        let (mut stream, _) = proxy.accept().unwrap();
        let mut head = [0; 2048];
        let length = stream.read(&mut head).unwrap();
        String::from_utf8_lossy(&head[..length]).into_owned()
    });
    let home = crate::cli_support::Home::new();
    let run = tokio::task::spawn_blocking(move || {
        let mut command = home.command(&["--server", "http://rapportering.example", "whoami"]);
        command.env("http_proxy", &address).env("SFV_TOKEN", "t").output().unwrap()
    });
    assert_eq!(run.await.unwrap().status.code(), Some(69));
    assert!(asked.join().unwrap().starts_with("GET http://rapportering.example/v1/me "));
}

#[tokio::test]
async fn alive_and_ready_are_two_questions() {
    let world = World::new().await;
    for path in ["/health", "/healthz"] {
        assert_eq!(world.get("", path).await.1["status"], "ok");
    }
    assert_eq!(world.get("", "/readyz").await.1["status"], "ready");
    world.running.store.close().await;
    assert_eq!(world.get("", "/healthz").await.0, 200);
    assert_eq!(world.get("", "/readyz").await.0, 503);
}

#[tokio::test]
async fn measurements_stand_on_an_address_of_their_own_and_name_no_case_and_nobody() {
    let world = World::with(serving(|serving| serving.metrics = Some("127.0.0.1:0".parse().unwrap()))).await;
    world.submit("3420").await;
    world.decide("kari", ELVERUM, 1, KEY, &approve()).await;
    world.get("kari", "/v1/tasks/KHR-2023H1-9999").await;
    world.get("kari", "/finnes/ikke/3420").await;
    let stream = world.ask_get("kari", "/v1/changes").send().await.unwrap();
    assert_eq!(world.get("", "/metrics").await.0, 404, "not where everybody asks");
    let metrics = format!("http://{}/metrics", world.running.metrics.unwrap());
    let told = || async { reqwest::get(&metrics).await.unwrap().text().await.unwrap() };
    let text = told().await;
    let wanted = [
        "sfv_http_request_duration_seconds_count{method=\"POST\",route=\"/v1/tasks/{reference}/decision\",status=\"200\"} 1",
        "sfv_http_request_duration_seconds_count{method=\"GET\",route=\"/v1/tasks/{reference}\",status=\"404\"} 1",
        "route=\"other\",status=\"404\"",
        "sfv_outbox_deliveries{state=\"held\"} 1",
        "sfv_open_event_streams 1",
        "sfv_database_up 1",
        "sfv_database_connections ",
    ];
    for line in wanted {
        assert!(text.contains(line), "{line}\n{text}");
    }
    for secret in ["3420", "9999", "kari", "Navn", "KHR-"] {
        assert!(!text.contains(secret), "{secret}\n{text}");
    }
    drop(stream);
    // The stream notices when it next wants to say something.
    world.submit("3403").await;
    for _ in 0..100 {
        if told().await.contains("sfv_open_event_streams 0") {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("the stream is still counted");
}

#[tokio::test]
async fn who_asks_too_often_is_told_when_to_come_back() {
    let world = World::with(limits(|limits| {
        limits.per_token = NonZeroU32::new(1);
        limits.burst = 3;
    }))
    .await;
    for _ in 0..3 {
        assert_eq!(world.get("kari", "/v1/me").await.0, 200);
    }
    let response = world.ask_get("kari", "/v1/me").send().await.unwrap();
    let wait: u64 = response.headers()["retry-after"].to_str().unwrap().parse().unwrap();
    assert!((1..=60).contains(&wait), "{wait}");
    let (status, body) = read(response).await;
    assert_eq!((status, &body["kind"], &body["stored"]), (429, &json!("too_many"), &json!("no")));
    assert_eq!(world.get("per", "/v1/me").await.0, 200, "another token has its own");
    assert_eq!(world.get("kari", "/healthz").await.0, 200);
}

#[tokio::test]
async fn an_address_has_a_limit_too_and_only_a_trusted_proxy_tells_another() {
    let limited = |proxies: &'static [&'static str]| {
        World::with(serving(move |serving| {
            serving.limits.per_address = NonZeroU32::new(1);
            serving.limits.burst = 2;
            serving.proxies = proxies.iter().map(|text| text.parse().unwrap()).collect();
        }))
    };
    for (proxies, expected) in [(&[][..], [200, 200, 429]), (&["127.0.0.1"][..], [200, 200, 200])] {
        let world = limited(proxies).await;
        let mut statuses = Vec::new();
        for address in ["203.0.113.1", "203.0.113.2", "203.0.113.3"] {
            let request = world.ask_get("kari", "/v1/me").header("X-Forwarded-For", address);
            statuses.push(request.send().await.unwrap().status().as_u16());
        }
        assert_eq!(statuses, expected);
    }
}

#[tokio::test]
async fn a_body_that_is_too_large_is_refused() {
    let world = World::with(limits(|limits| limits.body = 2000)).await;
    let body = json!({ "comment": "x".repeat(3000) });
    world.submit("3420").await;
    assert_eq!(world.put("kari", &format!("/v1/tasks/{ELVERUM}/draft"), &body).await.0, 413);
}

/// What a connection answers, and after how long it ends, when it is sent this and no more.
fn sent(url: &str, text: &str) -> (String, Duration) {
    let begun = Instant::now();
    let mut stream = TcpStream::connect(url.trim_start_matches("http://")).unwrap();
    stream.write_all(text.as_bytes()).unwrap();
    let mut answer = String::new();
    let _ended = stream.read_to_string(&mut answer);
    (answer, begun.elapsed())
}

#[tokio::test]
async fn a_slow_request_is_cut() {
    let quick = |limits: &mut Limits| {
        limits.header = Duration::from_millis(300);
        limits.answer = Duration::from_millis(300);
    };
    let world = World::with(limits(quick)).await;
    let url = world.running.url.clone();
    let slow = move |text: &'static str| {
        let url = url.clone();
        tokio::task::spawn_blocking(move || sent(&url, text))
    };
    for text in ["", "GET /v1/me HTTP/1.1\r\nHost: a\r\nX-Slow: "] {
        let (answer, took) = slow(text).await.unwrap();
        assert!(took < Duration::from_secs(5) && !answer.contains(" 200 "), "{took:?} {answer}");
    }
    let body = "PUT /v1/tasks/KHR-2023H1-3420/draft HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer kari\r\n\
                Content-Type: application/json\r\nContent-Length: 100\r\nConnection: close\r\n\r\n{\"comm";
    let (answer, took) = slow(body).await.unwrap();
    assert!(took < Duration::from_secs(5) && answer.starts_with("HTTP/1.1 504"), "{took:?} {answer}");
    // A head without an end is cut as well.
    let long = format!("GET / HTTP/1.1\r\nX: {}", "x".repeat(200_000));
    let url = world.running.url.clone();
    let (answer, ()) = tokio::task::spawn_blocking(move || {
        let mut stream = TcpStream::connect(url.trim_start_matches("http://")).unwrap();
        let _cut = stream.write_all(long.as_bytes());
        let mut answer = String::new();
        let _ended = stream.read_to_string(&mut answer);
        (answer, ())
    })
    .await
    .unwrap();
    assert!(!answer.contains(" 200 "), "{answer}");
}

#[tokio::test]
async fn a_stop_ends_streams_and_finishes_the_request_that_is_under_way() {
    let World { dir, running, client, .. } = World::new().await;
    let url = running.url.clone();
    let mut stream = client.get(format!("{url}/v1/changes")).bearer_auth("kari").send().await.unwrap().bytes_stream();
    // A request whose body has only begun when the stop comes.
    let mut half = tokio::net::TcpStream::connect(url.trim_start_matches("http://")).await.unwrap();
    let body = serde_json::to_string(&crate::server_world::submission("3420", "2023H1")).unwrap();
    let (first, rest) = body.split_at(20);
    let head = format!(
        "POST /v1/reports HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer admin\r\nContent-Type: application/json\r\n\
         Content-Length: {}\r\n\r\n{first}",
        body.len()
    );
    half.write_all(head.as_bytes()).await.unwrap();
    tokio::time::sleep(Duration::from_millis(200)).await;
    let begun = Instant::now();
    let stopping = tokio::spawn(running.stop());
    tokio::time::sleep(Duration::from_millis(200)).await;
    assert!(client.get(format!("{url}/v1/me")).bearer_auth("kari").send().await.is_err(), "nobody new");
    half.write_all(rest.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    tokio::io::AsyncReadExt::read_to_end(&mut half, &mut answer).await.unwrap();
    let answer = String::from_utf8_lossy(&answer).into_owned();
    assert!(answer.starts_with("HTTP/1.1 201"), "{answer}");
    while stream.next().await.is_some() {}
    stopping.await.unwrap();
    assert!(begun.elapsed() < Duration::from_secs(5), "{:?}", begun.elapsed());
    drop(dir);
}

#[tokio::test]
async fn a_stop_gives_up_what_does_not_end() {
    let patience = Duration::from_millis(300);
    let World { dir, running, .. } = World::with(serving(|serving| serving.patience = patience)).await;
    let mut stuck = tokio::net::TcpStream::connect(running.url.trim_start_matches("http://")).await.unwrap();
    let head = "POST /v1/reports HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer admin\r\n\
                Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{";
    stuck.write_all(head.as_bytes()).await.unwrap();
    tokio::time::sleep(Duration::from_millis(100)).await;
    let begun = Instant::now();
    running.stop().await;
    assert!(begun.elapsed() < Duration::from_secs(4), "{:?}", begun.elapsed());
    drop(dir);
}

#[tokio::test]
async fn an_address_of_measurements_that_is_taken_is_told() {
    let taken = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let dir = tempfile::tempdir().unwrap();
    let mut options = options(&dir, &statsforvalter::clock::Clock::wall());
    options.serving.metrics = Some(taken.local_addr().unwrap());
    assert!(matches!(server::start(options).await.err(), Some(StartError::Listen { .. })));
}
