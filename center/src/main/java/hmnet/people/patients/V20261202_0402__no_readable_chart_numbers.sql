-- No chart number stands readable any more, nor in the old rows on disk (平文のカルテ番号の廃止). Constraints and indexes go with the columns
-- and are made again over the sealed ones; the views are made again by their own files.
drop view if exists patient_listed;
drop view if exists person_with_patients;

alter table patient drop column number;
alter table patient rename column sealed_number to number;
alter table patient alter column number set not null;
alter table patient add unique (facility, domain, number, epoch);
create unique index patient_open on patient (facility, domain, number) where closed_at is null;
-- A facility's list is put in order after opening: what that reads stands in the index alone.
create index patient_of_facility on patient (facility) include (id, number) where closed_at is null;
comment on column patient.number is 'sealed: keyed hash of facility and number, then the number under it; the same number is the same bytes';

alter table identity_review drop column number;
alter table identity_review rename column sealed_number to number;
alter table identity_review alter column number set not null;
create unique index identity_review_one on identity_review (facility, number, description) where closed_at is null;
create index identity_review_number on identity_review (facility, number, description);

alter table incident drop column number;
alter table incident rename column sealed_number to number;
alter table incident alter column number set not null;

alter table inbox_patient drop column number;
alter table inbox_patient rename column sealed_number to number;
alter table inbox_patient alter column number set not null;

alter table pix_notice drop column number;
alter table pix_notice rename column sealed_number to number;
alter table pix_notice add primary key (facility, number);

alter table pix_told drop column number;
alter table pix_told rename column sealed_number to number;
alter table pix_told add primary key (facility, number);

-- A column that is dropped stays in the old rows on disk: the tables are written anew, without it (表の書き直し).
cluster patient using patient_pkey;
cluster identity_review using identity_review_pkey;
cluster incident using incident_pkey;
cluster inbox_patient using inbox_patient_pkey;
cluster pix_notice using pix_notice_pkey;
cluster pix_told using pix_told_pkey;
alter table patient set without cluster;
alter table identity_review set without cluster;
alter table incident set without cluster;
alter table inbox_patient set without cluster;
alter table pix_notice set without cluster;
alter table pix_told set without cluster;
