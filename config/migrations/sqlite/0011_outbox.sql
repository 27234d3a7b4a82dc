-- The outbox for real: who carries a delivery at the moment, since when it fails, when it was given up, and the receipt of the one who took it.
-- A delivery belongs to a case, to a unit (a notice), or to a person of an office (what happened in the office's cases).

create table delivery_of_three (
    id text not null primary key,
    reference text references task (reference),
    decision text references decision (key),
    notice text references notice (key),
    unit text,
    person text references person (id),
    office text,
    position integer not null,
    channel text not null check (channel in ('mail', 'bufdir')),
    recipient text not null,
    payload text not null,
    state text not null check (state in ('held', 'sent', 'failed', 'cancelled')),
    release_at text not null,
    -- Every try there was, and how many of them came before somebody sent it again.
    attempts integer not null default 0,
    tries_before integer not null default 0,
    next_try text not null,
    tried_at text,
    -- The worker that carries it. Nobody else takes it before next_try, and nobody else may say that it failed.
    taken_by text,
    failed_since text,
    -- Why the last try failed: the kind, and what the other side said.
    miss text,
    last_error text,
    -- When it was given up; somebody has to look at it then.
    given_up_at text,
    -- What the directorate answered.
    receipt text,
    check (reference is not null or office is not null),
    check (notice is null or unit is not null)
) strict;

insert into delivery_of_three (id, reference, decision, notice, unit, office, position, channel, recipient, payload, state,
    release_at, attempts, next_try, tried_at, last_error)
select id, reference, decision, notice, unit, office, position, channel, recipient, payload, state, release_at, attempts,
    next_try, tried_at, last_error from delivery;

drop table delivery;
alter table delivery_of_three rename to delivery;
update delivery set failed_since = tried_at, miss = 'other' where state = 'failed';

create index delivery_due on delivery (channel, next_try) where state in ('held', 'failed') and given_up_at is null;
create index delivery_decision on delivery (decision, position);
create index delivery_reference on delivery (reference);
create index delivery_notice on delivery (notice);
create index delivery_office on delivery (office, state);

-- How a person of an office wants to be told. No row is as the office has it: every unit, at once, no quiet hours.
create table notice_setting (
    person text not null primary key references person (id),
    active integer not null check (active in (0, 1)),
    -- The units the person wants to hear of, as a list; none is every unit of the office.
    units text,
    -- At which time of day everything is told together; none is at once.
    digest text,
    quiet_from text,
    quiet_until text,
    language text check (language in ('nb', 'nn')),
    saved_at text not null,
    check ((quiet_from is null) = (quiet_until is null))
) strict;

-- What a person of an office is to be told, until it has become part of a mail.
create table staff_note (
    id integer primary key autoincrement,
    person text not null references person (id),
    office text not null,
    kind text not null check (kind in ('submitted', 'resubmitted', 'application')),
    reference text not null references task (reference),
    version integer not null,
    unit text not null,
    at text not null,
    due_at text not null,
    delivery text references delivery (id),
    -- A version is told to a person once.
    unique (person, reference, version)
) strict;

create index staff_note_due on staff_note (due_at) where delivery is null;
