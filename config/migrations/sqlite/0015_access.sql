-- Access to the published figures: what a grant gives, when it was used last, and how it was taken away.
--
-- A row holds as long as its decision is the one that holds for the application, and nothing is written in its last columns. Undoing a
-- grant therefore needs no change here. The person is the one who was logged in as the applicant; where nobody was, the one
-- whom an administrator has invited by the address.
alter table application add column person text;
alter table application add column sent_by text;

create table permission (
    decision text not null primary key references decision (key),
    reference text not null references task (reference),
    person text,
    email_fold text not null,
    role text not null check (role in ('municipality', 'office')),
    office text not null,
    unit text not null,
    last_used_at text,
    removed_at text,
    removed_by text,
    removed_name text,
    removed_reason text
) strict;

create index permission_reference on permission (reference);
create index permission_person on permission (person);
create index permission_email on permission (email_fold);

-- What was granted before roles were kept is the least that it can have been: the figures of the unit that was chosen.
insert into permission (decision, reference, email_fold, role, office, unit)
select d.key, t.reference, a.email_fold, 'municipality', t.office, t.unit
from task t
join decision d on d.key = t.decision
join application a on a.reference = t.reference
where t.state = 'granted';
