-- No resident of a list stands readable any more, nor in the old rows on disk (平文の住民情報の廃止).
alter table resident_entry
    drop column birth_date, drop column sex, drop column family_name, drop column given_name, drop column family_kana,
    drop column given_kana, drop column postal_code, drop column address, drop column former_family_name,
    drop column former_family_kana, drop column former_address, drop column valid_on;
alter table resident_entry alter column shown set not null;
alter table resident_entry alter column born_key set not null;
comment on column resident_entry.shown is 'all that the list says, sealed to the list and to born_key';
drop index if exists resident_entry_birth;
create index resident_entry_born on resident_entry (born_key);
cluster resident_entry using resident_entry_pkey;
alter table resident_entry set without cluster;
