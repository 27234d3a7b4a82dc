-- The log of events becomes a chain: each row carries the hash of the one before and its own, and no row can be changed
-- or removed. What the hash is made of stands in docs/revisjonsspor.md. Rows that were there before are chained at the
-- next start, and say so (late).

create table event_in_chain (
    seq integer primary key,
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
    -- The idempotency key of the decision, and the hash of what was decided over.
    decision_key text,
    content text,
    -- The address that the person's request came from.
    origin text,
    -- When it was chained, where that was not at once.
    late text,
    previous text not null default '',
    hash text not null default '',
    check (reference is null or unit is null)
) strict;

insert into event_in_chain (seq, reference, unit, office, at, kind, person, actor, version, decision, extensions, text)
select seq, reference, unit, office, at, kind, person, actor, version, decision, extensions, text from event;

drop table event;
alter table event_in_chain rename to event;

create index event_reference on event (reference, seq);
create index event_office on event (office, seq);
create index event_unit on event (unit, seq);
create index event_key on event (decision_key) where decision_key is not null;
create index event_unchained on event (seq) where hash = '';
-- Whether a person has opened a case lately.
create index event_opened on event (reference, person, at) where kind = 'opened';

create trigger event_kept before update on event when old.hash <> ''
begin
    select raise(abort, 'an event is never changed');
end;

create trigger event_stays before delete on event
begin
    select raise(abort, 'an event is never removed');
end;
