-- Who is at a shelter, as the staff of one facility write it down while a disaster mode holds (避難所名簿).
create table shelter_entry (
    id bigint generated always as identity primary key,
    disaster bigint not null references disaster,
    facility bigint not null references facility,
    person uuid references person,
    said bytea not null,
    entered_by bigint not null references staff,
    entered_at timestamptz not null default now(),
    left_at timestamptz
);
create unique index shelter_entry_once on shelter_entry (disaster, facility, person) where left_at is null;
create index shelter_entry_list on shelter_entry (disaster, facility, id) where left_at is null;
comment on column shelter_entry.person is 'null where nobody of the network was found';
comment on column shelter_entry.said is 'shelter, name, reading, birth date and needs as written down, sealed';

grant select, insert on shelter_entry to hmnet_app;
grant update (left_at) on shelter_entry to hmnet_app;
-- What is sealed is sealed at its own number, which is taken first.
grant usage on sequence shelter_entry_id_seq to hmnet_app;
