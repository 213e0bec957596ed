-- Openings under a disaster mode (災害時の閲覧): they name it, and stand open no longer than it holds.
alter table emergency_opening add column disaster bigint references disaster;
alter table emergency_opening drop constraint emergency_opening_door_check;
alter table emergency_opening add constraint emergency_opening_door_check
    check (door in ('prior-consent', 'scene-consent', 'break-glass', 'disaster'));
alter table emergency_opening add constraint emergency_opening_disaster check ((door = 'disaster') = (disaster is not null));
create index emergency_opening_disaster on emergency_opening (disaster, id) where disaster is not null;
create index emergency_opening_person on emergency_opening (person, opened_at) where disaster is not null;
comment on column emergency_opening.disaster is 'the disaster mode under which it was opened';
grant update (sampled) on emergency_opening to hmnet_app;
