-- The order in which notices were written, as a column of its own: only the embedded database has a number for every row.
alter table notice add column turn integer not null default 0;
update notice set turn = rowid;
