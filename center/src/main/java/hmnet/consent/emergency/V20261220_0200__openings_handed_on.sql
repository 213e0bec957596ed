-- Openings by which a hospital reads what a crew handed on (搬送先への共有), and those of the wrong person (人違い).
alter table emergency_opening add column handed_from bigint references emergency_opening;
alter table emergency_opening add column mistaken_at timestamptz;
alter table emergency_opening add constraint emergency_opening_handed
    check (handed_from is null or door in ('prior-consent', 'scene-consent', 'break-glass') and renews is null);
create index emergency_opening_handed_on on emergency_opening (handed_from) where handed_from is not null;
create index emergency_opening_mistaken on emergency_opening (mistaken_at) where mistaken_at is not null;
comment on column emergency_opening.handed_from is 'the crew''s opening whose door and reason it bears';
comment on column emergency_opening.mistaken_at is 'when whoever opened it said that it was the wrong person';
grant update (mistaken_at) on emergency_opening to hmnet_app;
