-- Views that people make of their own searches.

create table saved_view (
    id integer primary key autoincrement,
    person text not null references person (id),
    name text not null,
    -- The name without regard to large and small letters: one view of a name for each person.
    name_fold text not null,
    query text not null,
    saved_at text not null,
    unique (person, name_fold)
) strict;

-- Persons are looked up by whose draft and whose decision it is.
create index draft_person on draft (person);
