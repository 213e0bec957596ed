-- What a row tells of (行の項目): each code as a number under a key of its patient, so that a correction keeps the release of the
-- row that told of the same, and of nothing less. Rows filed before have none until they are filed anew.
alter table record add column items bigint[] not null default '{}';
comment on column record.items is 'codes, sealed to the patient (PatientSeal.item)';
