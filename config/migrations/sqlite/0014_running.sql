-- Where a unit stands on its way to the register, with the day and the letter it rests on; and people who are locked out.
--
-- A unit has one row per period it begins to report in another way in, by the key of the table: never two channels in one period.
alter table unit_channel add column status text check (status in ('old', 'new_not_approved', 'pilot', 'approved'));
alter table unit_channel add column since text;
alter table unit_channel add column letter text check (status is null or status <> 'approved' or letter is not null);

alter table person add column locked_at text;
