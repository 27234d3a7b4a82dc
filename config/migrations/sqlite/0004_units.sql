-- Contacts and co-operations of units, the extension register, and notices to units: reminders and decisions on extensions.

-- Who answers for a unit's child welfare service. The file of contacts is the truth: it is taken over whole at the start.
create table contact (
    unit text not null primary key,
    leader text not null,
    email text not null,
    phone text not null
) strict;

-- Inter-municipal co-operations. One whose members are made up says so.
create table cooperation (
    id text not null primary key,
    name text not null,
    host text not null,
    made_up integer not null check (made_up in (0, 1))
) strict;

create table cooperation_member (
    cooperation text not null references cooperation (id),
    unit text not null,
    position integer not null,
    primary key (cooperation, unit)
) strict;

create index cooperation_unit on cooperation_member (unit);

-- Decisions on extended investigations. Rows are only ever added: a correction is a new row that names the one it stands in
-- place of, and taking back inside the undo window only marks the row. No row holds who the child is.
create table extension (
    id integer primary key autoincrement,
    -- The client's idempotency key and the line of the request: a decision that is sent twice is stored once.
    request text not null,
    line integer not null,
    fingerprint text not null,
    office text not null,
    unit text not null,
    case_ref text not null,
    asked text not null,
    verdict text not null check (verdict in ('pending', 'granted', 'refused')),
    decided text,
    -- On which day the service was told in another way than by a notice of this program.
    told text,
    person text not null references person (id),
    name text not null,
    at text not null,
    supersedes integer references extension (id),
    undo_until text not null,
    undone_at text,
    unique (request, line),
    check ((verdict = 'pending') = (decided is null))
) strict;

create index extension_unit on extension (unit, case_ref);
create index extension_office on extension (office, decided);

-- What an office writes to a unit: a reminder of a period, or a decision on an extension.
create table notice (
    key text not null primary key,
    request text not null,
    fingerprint text not null,
    kind text not null check (kind in ('reminder', 'extension')),
    office text not null,
    unit text not null,
    period text,
    extension integer references extension (id),
    language text not null check (language in ('nb', 'nn')),
    person text not null references person (id),
    name text not null,
    at text not null,
    undo_until text not null,
    undone_at text,
    check ((kind = 'reminder') = (period is not null)),
    check ((kind = 'extension') = (extension is not null))
) strict;

create index notice_unit on notice (unit, period);
create index notice_request on notice (request);

-- A delivery belongs to a case, or to a notice and with it to a unit and its office.
create table delivery_of_both (
    id text not null primary key,
    reference text references task (reference),
    decision text references decision (key),
    notice text references notice (key),
    unit text,
    office text,
    position integer not null,
    channel text not null check (channel in ('mail', 'bufdir')),
    recipient text not null,
    payload text not null,
    state text not null check (state in ('held', 'sent', 'failed', 'cancelled')),
    release_at text not null,
    attempts integer not null default 0,
    next_try text not null,
    tried_at text,
    last_error text,
    check ((reference is null) = (notice is not null)),
    check ((notice is null) = (unit is null)),
    check ((notice is null) = (office is null))
) strict;

insert into delivery_of_both (id, reference, decision, position, channel, recipient, payload, state, release_at, attempts,
    next_try, tried_at, last_error)
select id, reference, decision, position, channel, recipient, payload, state, release_at, attempts, next_try, tried_at,
    last_error from delivery;

drop table delivery;
alter table delivery_of_both rename to delivery;

create index delivery_due on delivery (next_try) where state in ('held', 'failed');
create index delivery_decision on delivery (decision, position);
create index delivery_reference on delivery (reference);
create index delivery_notice on delivery (notice);

-- An event speaks of a case, or of a unit.
create table event_of_both (
    seq integer primary key autoincrement,
    reference text references task (reference),
    unit text,
    office text not null,
    at text not null,
    kind text not null,
    person text,
    actor text not null,
    version integer not null,
    decision text,
    extensions integer,
    text text,
    check ((reference is null) = (unit is not null))
) strict;

insert into event_of_both (seq, reference, office, at, kind, person, actor, version, decision, extensions, text)
select seq, reference, office, at, kind, person, actor, version, decision, extensions, text from event;

drop table event;
alter table event_of_both rename to event;

create index event_reference on event (reference, seq);
create index event_office on event (office, seq);
create index event_unit on event (unit, seq);
