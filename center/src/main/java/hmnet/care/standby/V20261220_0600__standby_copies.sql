-- Facilities that get a copy of their own records each night (非常時の写し), and the copies. The key comes from a code that the desk
-- was shown once; the centre keeps the key alone, sealed.
create table standby_order (
    facility bigint primary key references facility,
    since timestamptz not null default now(),
    ended_at timestamptz,
    salt bytea check (octet_length(salt) = 16),
    key bytea,
    keyed_at timestamptz,
    tried_at timestamptz,
    problem text not null default '',
    check ((salt is null) = (key is null) and (salt is null) = (keyed_at is null))
);
comment on column standby_order.tried_at is 'when a copy was last begun; problem says why it came to nothing, empty where it did not';
grant select, insert, update on standby_order to hmnet_app;

create table standby_copy (
    id bigint generated always as identity primary key,
    facility bigint not null references facility,
    made_at timestamptz not null default now(),
    object uuid not null,
    length bigint not null,
    digest bytea not null check (octet_length(digest) = 32),
    charts int not null,
    beyond int not null
);
comment on column standby_copy.digest is 'SHA-256 of the file as it is handed out';
comment on column standby_copy.beyond is 'charts with care in the time that were too many for the copy';
create index standby_copy_newest on standby_copy (facility, id);
grant select, insert, delete on standby_copy to hmnet_app;
