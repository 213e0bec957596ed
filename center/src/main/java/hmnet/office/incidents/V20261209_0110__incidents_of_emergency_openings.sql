-- An emergency opening that a reviewer found not justified is an incident too. No other human's records stood anywhere.
alter table incident alter column patient drop not null;
alter table incident alter column number drop not null;
alter table incident add column opening bigint unique references emergency_opening;
alter table incident add check ((opening is null) = (patient is not null and number is not null));
comment on column incident.opening is 'the emergency opening that was not justified; null for a wrong link';
