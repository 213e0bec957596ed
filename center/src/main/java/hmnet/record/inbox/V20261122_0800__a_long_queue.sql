-- Millions may wait after a first load: what is set aside is found by its bucket, and places at the head of the queue that
-- are free again are swept often.
create index inbox_waiting_parked on inbox_waiting (bucket, facility) where parked_until is not null;
create index inbox_waiting_late on inbox_waiting (parked_until) where parked_until is not null;
alter table inbox_waiting set (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 5000,
                               autovacuum_analyze_scale_factor = 0.05);
alter table match_waiting set (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 5000,
                               autovacuum_analyze_scale_factor = 0.05);
