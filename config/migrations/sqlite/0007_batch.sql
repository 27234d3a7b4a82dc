-- Batches: many decisions that one person makes together. A batch lives here from its first step on, so that a killed program, a dropped line or a
-- backend that starts anew loses nothing of it.

create table batch (
    number integer primary key autoincrement,
    kind text not null check (kind in ('approve', 'return')),
    state text not null check (state in ('open', 'running', 'done', 'undone', 'stopped')),
    office text not null,
    person text not null references person (id),
    name text not null,
    created_at text not null,
    -- What the sample was drawn from, and how many were to be drawn.
    seed text not null,
    needed integer not null check (needed >= 0),
    -- The policy as it was when the batch was made.
    policy text not null,
    -- The common text of a batch of returns.
    comment text,
    -- When the dry run was shown, the number typed, the last decision made.
    checked_at text,
    confirmed_at text,
    ended_at text,
    undo_until text,
    undone_at text
) strict;

create index batch_office on batch (office, state, number);

create table batch_item (
    batch integer not null references batch (number),
    position integer not null,
    reference text not null,
    unit text,
    unit_name text not null,
    version integer not null,
    extensions integer check (extensions >= 0),
    -- The comment that a return sends, and what it asks about.
    comment text,
    asked text not null default '[]',
    sample text not null check (sample in ('no', 'drawn', 'accepted')),
    state text not null check (state in ('waiting', 'refused', 'taken_out', 'decided', 'dropped', 'undone')),
    -- Why it is not decided.
    why text,
    -- The idempotency key of its decision: made with the batch, so that however often it is gone on with, it is decided once.
    key text not null unique,
    decided_at text,
    primary key (batch, reference)
) strict;

create index batch_item_turn on batch_item (batch, state, position);

-- The batch that a decision was made in.
alter table decision add column batch integer references batch (number);
create index decision_batch on decision (batch) where batch is not null;
