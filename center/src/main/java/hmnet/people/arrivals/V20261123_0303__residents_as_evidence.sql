-- What a municipality's resident list says of those who moved or changed their name (住民情報): evidence for matching and nothing
-- else. Who changed nothing is not kept. Nobody is looked up by it, no door shows it, and it is forgotten with its list.
create table resident_entry (
    id bigint generated always as identity primary key,
    list bigint not null,
    birth_date date not null,
    sex text not null,
    family_name text not null,
    given_name text not null,
    family_kana text not null,
    given_kana text not null,
    postal_code text not null,
    address text not null,
    former_family_name text not null,
    former_family_kana text not null,
    former_address text not null,
    valid_on date not null
);
comment on column resident_entry.former_family_name is 'empty = unchanged, as all that begins with former';
create index resident_entry_birth on resident_entry (birth_date);
create index resident_entry_list on resident_entry (list);

-- Which charts, and which persons of the office, read as an entry once did.
create table resident_reading (
    entry bigint not null references resident_entry on delete cascade,
    patient bigint unique,
    person uuid unique,
    check (num_nonnulls(patient, person) = 1)
);
create index resident_reading_entry on resident_reading (entry);
grant select, insert, delete on resident_entry, resident_reading to hmnet_app;
