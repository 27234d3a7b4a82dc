-- The first shape of the database. Times are RFC 3339 in UTC with milliseconds and dates are year-month-day, both as text of one width,
-- so that they sort as they stand; figures and other nested values are JSON text; yes and no are 1 and 0.

create table person (
    id text not null primary key,
    name text not null,
    email text not null,
    phone text not null,
    role text not null check (role in ('municipality', 'reader', 'reviewer', 'leader', 'bufdir', 'admin')),
    office text,
    unit text
) strict;

-- A token is kept as its SHA-256, never as itself.
create table token (
    hash text not null primary key,
    person text not null references person (id)
) strict;

create table unit_channel (
    unit text not null,
    from_period text not null,
    channel text not null check (channel in ('form_old', 'form_new', 'register')),
    case_system text not null,
    assumed integer not null check (assumed in (0, 1)),
    primary key (unit, from_period)
) strict;

-- One row per case. What the queue shows, sorts and searches stands here, so that a window of rows is one read.
create table task (
    reference text not null primary key,
    kind text not null check (kind in ('report', 'access')),
    state text not null check (state in ('open', 'approved', 'returned', 'granted', 'rejected', 'forwarded')),
    office text not null,
    unit text not null,
    unit_name text not null,
    applicant text,
    name_order text not null,
    search text not null,
    unit_fold text not null,
    applicant_fold text not null,
    period text,
    version integer not null check (version > 0),
    received_at text not null,
    deadline text,
    deadline_assumed integer not null check (deadline_assumed in (0, 1)),
    -- The deadline, and for an access request a week after it came.
    due text not null,
    late integer not null check (late in (0, 1)),
    -- Whether anybody at the office has done anything with it.
    touched integer not null default 0 check (touched in (0, 1)),
    returns integer not null default 0 check (returns >= 0),
    decision text,
    decided_at text,
    decided_by text,
    undo_until text,
    check ((kind = 'report') = (period is not null))
) strict;

create index task_queue on task (office, state, due, received_at, reference);
create index task_decided on task (office, decided_at);
create index task_unit on task (unit, period);

create table report_version (
    reference text not null references task (reference),
    version integer not null check (version > 0),
    received_at text not null,
    late integer not null check (late in (0, 1)),
    submitter_name text not null,
    submitter_email text not null,
    submitter_phone text not null,
    figures text not null,
    remarks text not null,
    obsolete text not null,
    primary key (reference, version)
) strict;

create table application (
    reference text not null primary key references task (reference),
    number integer not null unique,
    name text not null,
    email text not null,
    phone text not null,
    represents text not null,
    unit text not null,
    email_fold text not null
) strict;

create index application_email on application (email_fold);

-- One draft per case, with whose it is.
create table draft (
    reference text not null primary key references task (reference),
    person text not null references person (id),
    name text not null,
    saved_at text not null,
    version integer not null,
    extensions text not null,
    comment text not null,
    seen text not null,
    notes text not null,
    bookmarks text not null
) strict;

-- The key is the client's idempotency key: a decision that is sent twice is stored once.
create table decision (
    key text not null primary key,
    fingerprint text not null,
    reference text not null references task (reference),
    version integer not null,
    kind text not null check (kind in ('approve', 'return', 'grant', 'reject', 'forward')),
    person text not null references person (id),
    name text not null,
    decided_at text not null,
    extensions integer check (extensions >= 0),
    comment text,
    undo_until text not null,
    undone_at text
) strict;

create index decision_reference on decision (reference, decided_at);

-- The outbox: what a decision sends. A row is written with the decision and leaves when its time has come.
create table delivery (
    id text not null primary key,
    reference text not null references task (reference),
    decision text references decision (key),
    position integer not null,
    channel text not null check (channel in ('mail', 'bufdir')),
    recipient text not null,
    payload text not null,
    state text not null check (state in ('held', 'sent', 'failed', 'cancelled')),
    release_at text not null,
    attempts integer not null default 0,
    next_try text not null,
    tried_at text,
    last_error text
) strict;

create index delivery_due on delivery (next_try) where state in ('held', 'failed');
create index delivery_decision on delivery (decision, position);

-- The log. Rows are only ever added.
create table event (
    seq integer primary key autoincrement,
    reference text not null references task (reference),
    office text not null,
    at text not null,
    kind text not null,
    person text,
    actor text not null,
    version integer not null,
    decision text,
    extensions integer,
    text text
) strict;

create index event_reference on event (reference, seq);
create index event_office on event (office, seq);
