-- Letters that an office writes to all or some of its units. Each unit's copy is a notice.
create table letter (
    id integer primary key autoincrement,
    request text not null unique,
    fingerprint text not null,
    office text not null,
    person text not null references person (id),
    name text not null,
    at text not null,
    subject_nb text not null,
    body_nb text not null,
    subject_nn text not null,
    body_nn text not null
) strict;

create index letter_office on letter (office, id);

create table notice_of_three (
    key text not null primary key,
    request text not null,
    fingerprint text not null,
    kind text not null check (kind in ('reminder', 'extension', 'letter')),
    office text not null,
    unit text not null,
    period text,
    extension integer references extension (id),
    letter integer references letter (id),
    language text not null check (language in ('nb', 'nn')),
    person text not null references person (id),
    name text not null,
    at text not null,
    undo_until text not null,
    undone_at text,
    turn integer not null default 0,
    check ((kind = 'reminder') = (period is not null)),
    check ((kind = 'extension') = (extension is not null)),
    check ((kind = 'letter') = (letter is not null))
) strict;

insert into notice_of_three (key, request, fingerprint, kind, office, unit, period, extension, language, person, name, at,
    undo_until, undone_at, turn)
select key, request, fingerprint, kind, office, unit, period, extension, language, person, name, at, undo_until, undone_at,
    turn from notice;

-- A table is not dropped while others point into it.
create table delivery_of_notice as select id, notice from delivery where notice is not null;
update delivery set notice = null where notice is not null;
drop table notice;
alter table notice_of_three rename to notice;
update delivery set notice = (select held.notice from delivery_of_notice held where held.id = delivery.id)
where id in (select id from delivery_of_notice);
drop table delivery_of_notice;

create index notice_unit on notice (unit, period);
create index notice_request on notice (request);
create index notice_letter on notice (letter) where letter is not null;
