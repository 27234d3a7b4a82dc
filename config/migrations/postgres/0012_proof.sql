-- The log of events becomes a chain: each row carries the hash of the one before and its own, and no row can be changed
-- or removed. What the hash is made of stands in docs/revisjonsspor.md. Rows that were there before are chained at the
-- next start, and say so (late).

create table event_in_chain (
    seq bigint primary key,
    reference text collate "C" references task (reference),
    unit text collate "C",
    office text collate "C" not null,
    at text collate "C" not null,
    kind text collate "C" not null,
    person text collate "C",
    actor text collate "C" not null,
    version bigint not null,
    decision text collate "C",
    extensions bigint,
    text text collate "C",
    -- The idempotency key of the decision, and the hash of what was decided over.
    decision_key text collate "C",
    content text collate "C",
    -- The address that the person's request came from.
    origin text collate "C",
    -- When it was chained, where that was not at once.
    late text collate "C",
    previous text collate "C" not null default '',
    hash text collate "C" not null default '',
    check (reference is null or unit is null)
);

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

create function event_is_kept() returns trigger language plpgsql as $$
begin
    raise exception 'an event is never changed or removed';
end;
$$;

create trigger event_kept before update on event for each row when (old.hash <> '') execute function event_is_kept();
create trigger event_stays before delete on event for each row execute function event_is_kept();
create trigger event_not_emptied before truncate on event for each statement execute function event_is_kept();
