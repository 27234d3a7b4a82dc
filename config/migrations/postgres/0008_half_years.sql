-- The newest figures of a half-year are asked for with every report that is opened or decided, over all offices.
create index task_half_year on task (period) where kind = 'report';
