-- Keys under which a facility's own system signs addresses that open a chart (起動鍵), and the addresses that were followed.
create table launch_key (
    id uuid primary key,
    facility bigint not null references facility,
    name text not null,
    secret bytea not null,
    made_by bigint not null references staff,
    made_at timestamptz not null default now(),
    ended_by bigint references staff,
    ended_at timestamptz,
    check ((ended_by is null) = (ended_at is null))
);
create index launch_key_facility on launch_key (facility);
comment on column launch_key.secret is 'sealed to the row';

-- One row for each address with a good signature: its number used once, and what it leads to once somebody has signed in.
create table launch (
    token bytea primary key,
    key uuid not null references launch_key,
    nonce text not null,
    facility bigint not null references facility,
    login text not null,
    number bytea not null,
    view text not null,
    at timestamptz not null default now(),
    followed_at timestamptz,
    unique (key, nonce)
);
comment on column launch.number is 'the chart number, sealed as those of patient';
comment on column launch.token is 'SHA-256 of what the browser carries through signing in';
create index launch_at on launch (at);
grant select, insert, update on launch_key to hmnet_app;
grant select, insert, update, delete on launch to hmnet_app;
