-- Login. No token is kept as itself: what opens a door is a SHA-256 here. The code on a person's screen is, too, but for
-- the minutes in which the person is asked whether it is theirs.

-- Who a person is at an identity provider.
create table identity (
    issuer text collate "C" not null,
    subject text collate "C" not null,
    person text collate "C" not null references person (id),
    first_at text collate "C" not null,
    primary key (issuer, subject)
);
create unique index identity_of_person on identity (person, issuer);

-- The address by which an administrator has registered a person, folded; what the person writes later does not change it.
alter table person add column invited text collate "C" not null default '';
update person set invited = lower(email);

-- A terminal that waits for its person (RFC 8628).
create table login_request (
    device text collate "C" not null primary key,
    code text collate "C" not null unique,
    address text collate "C" not null,
    agent text collate "C" not null,
    made_at text collate "C" not null,
    expires_at text collate "C" not null,
    wait_seconds bigint not null check (wait_seconds > 0),
    polled_at text collate "C",
    state text collate "C" not null check (state in ('waiting', 'allowed', 'denied', 'used')),
    person text collate "C" references person (id),
    acr text collate "C"
);

-- A browser on its way through the identity provider and back.
create table login_visit (
    id text collate "C" not null primary key,
    device text collate "C" not null references login_request (device),
    browser text collate "C" not null,
    nonce text collate "C" not null,
    verifier text collate "C" not null,
    shown_code text collate "C" not null,
    language text collate "C" not null,
    stage text collate "C" not null check (stage in ('begun', 'exchanging', 'confirming', 'done')),
    person text collate "C" references person (id),
    acr text collate "C",
    expires_at text collate "C" not null
);
create index login_visit_of_device on login_visit (device);

-- How often an address has tried.
create table login_attempt (
    kind text collate "C" not null,
    address text collate "C" not null,
    begun_at text collate "C" not null,
    tries bigint not null,
    primary key (kind, address)
);

-- A login: it can be listed and revoked.
create table login_session (
    id text collate "C" not null primary key,
    person text collate "C" not null references person (id),
    acr text collate "C",
    address text collate "C" not null,
    agent text collate "C" not null,
    begun_at text collate "C" not null,
    used_at text collate "C" not null,
    ends_at text collate "C" not null,
    revoked_at text collate "C"
);
create index login_session_of_person on login_session (person, begun_at);

create table access_token (
    hash text collate "C" not null primary key,
    session text collate "C" not null references login_session (id),
    expires_at text collate "C" not null
);
create index access_token_of_session on access_token (session);

-- Each may be used once; one that comes a second time ends its session.
create table refresh_token (
    hash text collate "C" not null primary key,
    session text collate "C" not null references login_session (id),
    used_at text collate "C"
);
create index refresh_token_of_session on refresh_token (session);
