-- Doctors and nurses of an emergency room (救急外来) have the emergency doors beside the ordinary ones.
alter table staff add column emergency boolean not null default false;
comment on column staff.emergency is 'works in an emergency room: the emergency doors open besides';
