-- Every step of a unit on its way to the register, also those that fall within one period: unit_channel has how it reports in the end. A
-- step that is said again with another day or letter takes the place of itself.
create table channel_step (
    id integer primary key autoincrement,
    unit text not null,
    from_period text not null,
    channel text not null check (channel in ('form_old', 'form_new', 'register')),
    case_system text not null,
    assumed integer not null check (assumed in (0, 1)),
    status text check (status in ('old', 'new_not_approved', 'pilot', 'approved')),
    since text,
    letter text
) strict;

create index channel_step_unit on channel_step (unit, from_period, id);

insert into channel_step (unit, from_period, channel, case_system, assumed, status, since, letter)
select unit, from_period, channel, case_system, assumed, status, since, letter from unit_channel order by unit, from_period;
