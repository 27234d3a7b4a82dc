-- Working together: who has a task, who looks at one, batches of access requests, and what an application was sent under.
--
-- Who has it stands beside the case whatever its state, and counts only while the case is open: a case that comes back has it still.
alter table task add column holder text references person (id);
alter table task add column held_at text;
create index task_holder on task (holder) where holder is not null;

-- A soft lease: a row whose time is over is as good as none, and is cleared away by whoever looks next.
create table presence (
    reference text not null references task (reference),
    person text not null references person (id),
    -- One program of the person: each has its own, so that closing one does not end the other.
    seat text not null,
    office text not null,
    began_at text not null,
    until text not null,
    primary key (reference, person, seat)
) strict;

create index presence_office on presence (office, until);

-- What a batch decides about: reports, or access requests that are granted.
alter table batch add column about text not null default 'report' check (about in ('report', 'access'));

-- The idempotency keys of an application and of taking access away, each with what it stood for.
alter table application add column request text;
alter table application add column fingerprint text;
create unique index application_request on application (request) where request is not null;
-- When its applicant was taken away as a person: nothing is granted through it any more.
alter table application add column gone_at text;
alter table permission add column removal text;
alter table permission add column removal_fingerprint text;
create unique index permission_removal on permission (removal) where removal is not null;
