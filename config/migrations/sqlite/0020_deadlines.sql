-- The municipalities' deadline by which it was judged whether a report came late: a deadline that is moved changes nothing of what is solved.
-- None is that of the period.
alter table task add column unit_deadline text;
