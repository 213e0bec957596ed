-- What is known of patients and persons is sealed under the centre's key, row by row, and found by keyed numbers (患者基本情報の封印):
-- a dump of the database names nobody. ReadableDemographics (0201) seals what stands here; 0202 takes the readable columns away.
alter table patient add column shown bytea;
alter table patient add column born_key bigint;
alter table patient add column name_key bigint;
alter table patient add column kana_keys bigint[] not null default '{}';
alter table patient add column died boolean not null default false;
comment on column patient.shown is 'all demographics, sealed to this row; null where nothing is known';
comment on column patient.born_key is 'keyed number of the birth date';
comment on column patient.name_key is 'keyed number of the whole name, however it is spaced';
comment on column patient.kana_keys is 'keyed numbers of how the reading begins: 1 to 4 characters, of this facility alone';
comment on column patient.died is 'whether a death was told; the day is sealed';

alter table person add column shown bytea;
alter table person add column born_key bigint;
comment on column person.shown is 'all that the office took down, sealed to this row';
