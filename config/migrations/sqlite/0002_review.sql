-- What the rules say of open reports, deviations that were accepted, and what a return asked about.

-- The newest findings of a case in numbers, so that the queue can be ordered and filtered by them.
alter table task add column errors integer not null default 0 check (errors >= 0);
alter table task add column warnings integer not null default 0 check (warnings >= 0);
alter table task add column infos integer not null default 0 check (infos >= 0);
alter table task add column unanswered integer not null default 0 check (unanswered in (0, 1));
-- What the findings weigh; the deadline is added when it is asked for.
alter table task add column risk integer not null default 0 check (risk >= 0);

-- A deviation that somebody accepted with a reason. Rows are only ever added; the newest of a finding holds, and one
-- without a reason takes the one before back.
create table acceptance (
    id integer primary key autoincrement,
    reference text not null references task (reference),
    unit text not null,
    period text not null,
    rule text not null,
    part integer not null,
    point text not null,
    -- The figures for which it was accepted, by point key: for others it does not hold.
    figures text not null,
    reason text,
    person text not null references person (id),
    name text not null,
    accepted_at text not null
) strict;

create index acceptance_case on acceptance (reference, rule, part, point);
create index acceptance_unit on acceptance (unit, rule);

-- What a return asked about (its reason codes), and what the rules said when the decision was made.
alter table decision add column asked text not null default '[]';
alter table decision add column review text;

-- Which findings the comment of a draft asks about; none while the reviewer has not chosen.
alter table draft add column asked text;
