-- Files that come in pieces (分割送信): each piece stands on disk before it is acknowledged, sealed like a body of the inbox. When
-- the last one has come the whole goes to the inbox and its pieces go.
create table upload (
    id uuid primary key,
    facility bigint not null references facility,
    storage boolean not null,
    path text not null,
    sha256 bytea,
    length int not null check (length > 0),
    received int not null default 0 check (received between 0 and length),
    inbox bigint references inbox,
    duplicate boolean not null default false,
    expires_at timestamptz not null
);
comment on column upload.storage is 'came for the standard storage; else any file by its name';
comment on column upload.inbox is 'where the whole stands, once it does';
create index upload_of_facility on upload (facility, expires_at);

create table upload_piece (
    upload uuid not null references upload on delete cascade,
    at int not null,
    piece bytea not null,
    primary key (upload, at)
);
grant select, insert, update, delete on upload, upload_piece to hmnet_app;
