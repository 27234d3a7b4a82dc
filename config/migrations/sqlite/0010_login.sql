-- Login. No token is kept as itself: what opens a door is a SHA-256 here. The code on a person's screen is, too, but for
-- the minutes in which the person is asked whether it is theirs.

-- Who a person is at an identity provider.
create table identity (
    issuer text not null,
    subject text not null,
    person text not null references person (id),
    first_at text not null,
    primary key (issuer, subject)
);
create unique index identity_of_person on identity (person, issuer);

-- The address by which an administrator has registered a person, folded; what the person writes later does not change it.
alter table person add column invited text not null default '';
update person set invited = lower(email);

-- A terminal that waits for its person (RFC 8628).
create table login_request (
    device text not null primary key,
    code text not null unique,
    address text not null,
    agent text not null,
    made_at text not null,
    expires_at text not null,
    wait_seconds integer not null check (wait_seconds > 0),
    polled_at text,
    state text not null check (state in ('waiting', 'allowed', 'denied', 'used')),
    person text references person (id),
    acr text
);

-- A browser on its way through the identity provider and back.
create table login_visit (
    id text not null primary key,
    device text not null references login_request (device),
    browser text not null,
    nonce text not null,
    verifier text not null,
    shown_code text not null,
    language text not null,
    stage text not null check (stage in ('begun', 'exchanging', 'confirming', 'done')),
    person text references person (id),
    acr text,
    expires_at text not null
);
create index login_visit_of_device on login_visit (device);

-- How often an address has tried.
create table login_attempt (
    kind text not null,
    address text not null,
    begun_at text not null,
    tries integer not null,
    primary key (kind, address)
);

-- A login: it can be listed and revoked.
create table login_session (
    id text not null primary key,
    person text not null references person (id),
    acr text,
    address text not null,
    agent text not null,
    begun_at text not null,
    used_at text not null,
    ends_at text not null,
    revoked_at text
);
create index login_session_of_person on login_session (person, begun_at);

create table access_token (
    hash text not null primary key,
    session text not null references login_session (id),
    expires_at text not null
);
create index access_token_of_session on access_token (session);

-- Each may be used once; one that comes a second time ends its session.
create table refresh_token (
    hash text not null primary key,
    session text not null references login_session (id),
    used_at text
);
create index refresh_token_of_session on refresh_token (session);
