-- Since when a chart waits to be matched: whoever keeps the centre sees how late matching is.
alter table match_waiting add column since timestamptz not null default now();
