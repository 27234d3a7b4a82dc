-- The first shape of the database. Times are RFC 3339 in UTC with milliseconds and dates are year-month-day, both as text of one width,
-- so that they sort as they stand; figures and other nested values are JSON text; yes and no are 1 and 0.

-- Text sorts by its letters' numbers, whatever the database was made with: the orders of the program are its own.
--
-- The elements of a JSON array, one in each row, by the name they have in the embedded database.
create function json_each(list text) returns table (value text) language sql immutable strict
as $$ select json_array_elements_text(list::json) $$;

create table person (
    id text collate "C" not null primary key,
    name text collate "C" not null,
    email text collate "C" not null,
    phone text collate "C" not null,
    role text collate "C" not null check (role in ('municipality', 'reader', 'reviewer', 'leader', 'bufdir', 'admin')),
    office text collate "C",
    unit text collate "C"
);

-- A token is kept as its SHA-256, never as itself.
create table token (
    hash text collate "C" not null primary key,
    person text collate "C" not null references person (id)
);

create table unit_channel (
    unit text collate "C" not null,
    from_period text collate "C" not null,
    channel text collate "C" not null check (channel in ('form_old', 'form_new', 'register')),
    case_system text collate "C" not null,
    assumed bigint not null check (assumed in (0, 1)),
    primary key (unit, from_period)
);

-- One row per case. What the queue shows, sorts and searches stands here, so that a window of rows is one read.
create table task (
    reference text collate "C" not null primary key,
    kind text collate "C" not null check (kind in ('report', 'access')),
    state text collate "C" not null check (state in ('open', 'approved', 'returned', 'granted', 'rejected', 'forwarded')),
    office text collate "C" not null,
    unit text collate "C" not null,
    unit_name text collate "C" not null,
    applicant text collate "C",
    name_order text collate "C" not null,
    search text collate "C" not null,
    unit_fold text collate "C" not null,
    applicant_fold text collate "C" not null,
    period text collate "C",
    version bigint not null check (version > 0),
    received_at text collate "C" not null,
    deadline text collate "C",
    deadline_assumed bigint not null check (deadline_assumed in (0, 1)),
    -- The deadline, and for an access request a week after it came.
    due text collate "C" not null,
    late bigint not null check (late in (0, 1)),
    -- Whether anybody at the office has done anything with it.
    touched bigint not null default 0 check (touched in (0, 1)),
    returns bigint not null default 0 check (returns >= 0),
    decision text collate "C",
    decided_at text collate "C",
    decided_by text collate "C",
    undo_until text collate "C",
    check ((kind = 'report') = (period is not null))
);

create index task_queue on task (office, state, due, received_at, reference);
create index task_decided on task (office, decided_at);
create index task_unit on task (unit, period);

create table report_version (
    reference text collate "C" not null references task (reference),
    version bigint not null check (version > 0),
    received_at text collate "C" not null,
    late bigint not null check (late in (0, 1)),
    submitter_name text collate "C" not null,
    submitter_email text collate "C" not null,
    submitter_phone text collate "C" not null,
    figures text collate "C" not null,
    remarks text collate "C" not null,
    obsolete text collate "C" not null,
    primary key (reference, version)
);

create table application (
    reference text collate "C" not null primary key references task (reference),
    number bigint not null unique,
    name text collate "C" not null,
    email text collate "C" not null,
    phone text collate "C" not null,
    represents text collate "C" not null,
    unit text collate "C" not null,
    email_fold text collate "C" not null
);

create index application_email on application (email_fold);

-- One draft per case, with whose it is.
create table draft (
    reference text collate "C" not null primary key references task (reference),
    person text collate "C" not null references person (id),
    name text collate "C" not null,
    saved_at text collate "C" not null,
    version bigint not null,
    extensions text collate "C" not null,
    comment text collate "C" not null,
    seen text collate "C" not null,
    notes text collate "C" not null,
    bookmarks text collate "C" not null
);

-- The key is the client's idempotency key: a decision that is sent twice is stored once.
create table decision (
    key text collate "C" not null primary key,
    fingerprint text collate "C" not null,
    reference text collate "C" not null references task (reference),
    version bigint not null,
    kind text collate "C" not null check (kind in ('approve', 'return', 'grant', 'reject', 'forward')),
    person text collate "C" not null references person (id),
    name text collate "C" not null,
    decided_at text collate "C" not null,
    extensions bigint check (extensions >= 0),
    comment text collate "C",
    undo_until text collate "C" not null,
    undone_at text collate "C"
);

create index decision_reference on decision (reference, decided_at);

-- The outbox: what a decision sends. A row is written with the decision and leaves when its time has come.
create table delivery (
    id text collate "C" not null primary key,
    reference text collate "C" not null references task (reference),
    decision text collate "C" references decision (key),
    position bigint not null,
    channel text collate "C" not null check (channel in ('mail', 'bufdir')),
    recipient text collate "C" not null,
    payload text collate "C" not null,
    state text collate "C" not null check (state in ('held', 'sent', 'failed', 'cancelled')),
    release_at text collate "C" not null,
    attempts bigint not null default 0,
    next_try text collate "C" not null,
    tried_at text collate "C",
    last_error text collate "C"
);

create index delivery_due on delivery (next_try) where state in ('held', 'failed');
create index delivery_decision on delivery (decision, position);

-- The log. Rows are only ever added.
create table event (
    seq bigint generated by default as identity primary key,
    reference text collate "C" not null references task (reference),
    office text collate "C" not null,
    at text collate "C" not null,
    kind text collate "C" not null,
    person text collate "C",
    actor text collate "C" not null,
    version bigint not null,
    decision text collate "C",
    extensions bigint,
    text text collate "C"
);

create index event_reference on event (reference, seq);
create index event_office on event (office, seq);
