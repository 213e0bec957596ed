-- The two indexes of long charts hold what is live, which is all that a page reads by kind or arrival. Filing looks for a message's
-- versions by its source key: while a partition had no statistics yet, the database took one of these for it and read the whole chart.
drop index record_kind;
drop index record_received;
create index record_kind on record (patient, kind, occurred_at, id) where state = 1;
create index record_received on record (patient, received_at, id) where state = 1;
