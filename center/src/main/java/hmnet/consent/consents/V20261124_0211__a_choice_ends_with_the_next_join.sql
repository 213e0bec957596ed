-- What the office chose for persons who are one is over for good once the same persons become one anew: it comes back only when a
-- later join is taken back (結合した人物の同意の選択).
alter table joined_consent_event add column ended_at timestamptz;
comment on column joined_consent_event.ended_at is 'when the same persons became one anew, which is a new question; null = it may hold';
grant update (ended_at) on joined_consent_event to hmnet_app;
