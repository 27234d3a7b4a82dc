-- What administrators have set over the reference data that is built in: periods, forms, rules, the rule of the extension count, letters,
-- offices and units. Rows are only ever added: the newest row of a kind and a name holds, and one without content takes it back. The
-- number of the newest row tells every process whether what it holds is still what is in force.
create table amendment (
    id integer primary key autoincrement,
    kind text not null,
    name text not null,
    -- From which period or day it holds.
    valid_from text not null,
    content text not null,
    at text not null,
    person text not null,
    actor text not null
) strict;

create index amendment_name on amendment (kind, name, id);

create trigger amendment_kept before update on amendment
begin
    select raise(abort, 'an amendment is never changed');
end;

create trigger amendment_stays before delete on amendment
begin
    select raise(abort, 'an amendment is never removed');
end;

-- Where the figures come from: typed in a form, or computed from the register, and then when.
alter table report_version add column source text not null default 'form' check (source in ('form', 'register'));
alter table report_version add column generated_at text;
