-- The countdown asks for the reports of one office and period each time the queue is shown.
create index task_period on task (office, period, state, decided_at) where kind = 'report';
