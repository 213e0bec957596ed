-- Objects of the file store (ファイル保管庫): written there first, then named here, in the transaction of whoever refers to them.
-- What lies there and is not named here is deleted after a day.
create table stored_object (
    id uuid primary key,
    facility bigint not null references facility,
    length bigint not null check (length >= 0),
    sealed_sha256 bytea not null,
    stored_at timestamptz not null default now(),
    expires_at timestamptz
);
comment on table stored_object is 'a row for each object of the file store; its id is its name there';
comment on column stored_object.length is 'of the bytes before sealing';
comment on column stored_object.sealed_sha256 is 'of the object as it lies there: says nothing, and proves a backup without keys';
comment on column stored_object.expires_at is 'when it goes by itself: pieces of uploads. Null for what stays';
create index stored_object_expiring on stored_object (expires_at) where expires_at is not null;
grant select, insert, delete on stored_object to hmnet_app;
