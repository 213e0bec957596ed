-- A facility asks for its patients by birth date (PDQ): a dozen charts of each day, however many it has.
create index patient_born on patient (facility, birth_date) where closed_at is null and birth_date is not null;
