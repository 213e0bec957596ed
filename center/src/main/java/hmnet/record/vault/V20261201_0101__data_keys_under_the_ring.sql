-- A data key is wrapped by a key of the ring as well, which stands outside this database. What was erased keeps its row
-- and gets another key for what comes later.
alter table data_key
    add column ring uuid,
    add column erased_at timestamptz,
    drop constraint data_key_facility_bucket_key;

create unique index data_key_in_use on data_key (facility, bucket) where erased_at is null;

-- Acts of erasing: first written here, so that every centre forgets and nobody seals any more; then the keys are
-- destroyed.
create table key_erasure (
    id bigint generated always as identity primary key,
    facility bigint not null references facility,
    bucket smallint,  -- null: all of the facility
    begun_at timestamptz not null default now(),
    destroyed_at timestamptz
);

grant update (wrapped, ring, erased_at) on data_key to hmnet_app;
grant select, update (destroyed_at) on key_erasure to hmnet_app;
