-- A facility looks for its own patients by the whole name too, in any of its spellings.
create index patient_name on patient (facility, name_key) where closed_at is null and name_key is not null;
