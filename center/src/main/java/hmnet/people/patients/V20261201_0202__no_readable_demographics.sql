-- Nobody's name, kana, birth date, sex, home, telephone or day of death stands readable in patient and person any more
-- (平文の患者基本情報の廃止). Their indexes go with the columns; the views are made again by their own files.
drop view patient_listed;
drop view person_with_patients;

alter table patient
    drop column family_name, drop column given_name, drop column family_kana, drop column given_kana,
    drop column birth_date, drop column sex, drop column postal_code, drop column address, drop column phone,
    drop column died_on;
alter table person
    drop column family_name, drop column given_name, drop column family_kana, drop column given_kana,
    drop column birth_date, drop column sex, drop column postal_code, drop column address, drop column town,
    drop column phone;
alter table person alter column shown set not null;
alter table person alter column born_key set not null;

drop index if exists patient_born, patient_of_facility_by_kana, person_registration;
create index patient_born on patient (facility, born_key) where closed_at is null and born_key is not null;
create index patient_reading on patient using gin (kana_keys) where closed_at is null;
create index person_born on person (born_key);

-- A column that is dropped stays in the old rows on disk: both tables are written anew, without it (表の書き直し).
cluster patient using patient_pkey;
cluster person using person_pkey;
alter table patient set without cluster;
alter table person set without cluster;
