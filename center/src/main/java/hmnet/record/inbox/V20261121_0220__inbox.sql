-- The inbox (受信箱): whatever arrives, byte for byte, before it is acknowledged. Rows never change; what came of them
-- stands in `inbox_outcome`, and what still waits in the narrow `inbox_waiting`.
create table inbox (
    id bigint generated always as identity primary key,
    facility bigint not null references facility,
    key bytea not null,
    path text not null,
    format smallint not null,
    received_at timestamptz not null default now(),
    size int not null,
    body bytea not null,
    unique (facility, key)
);
comment on column inbox.key is 'SHA-256 over relative path and SHA-256 of the bytes: the same file twice is a duplicate';
comment on column inbox.format is '1 = SS-MIX2 standard storage file';

create table inbox_waiting (
    id bigint primary key,
    facility bigint not null,
    bucket smallint not null,
    tries smallint not null default 0,
    parked_until timestamptz
);
comment on column inbox_waiting.parked_until is 'waits for the patient''s own demographics, at most until then';
create index inbox_waiting_bucket on inbox_waiting (bucket, id) where parked_until is null;

create table inbox_outcome (
    id bigint primary key,
    facility bigint not null,
    state smallint not null,
    reason text,
    detail text,
    repairs text[],
    at timestamptz not null default now(),
    discarded_at timestamptz,
    discarded_by text
);
comment on column inbox_outcome.state is '2 = repaired, 3 = quarantined; an inbox row neither here nor waiting is accepted';
create index inbox_outcome_quarantine on inbox_outcome (facility, id) where state = 3 and discarded_at is null;

create table inbox_count (
    facility bigint primary key references facility,
    kept bigint not null default 0,
    accepted bigint not null default 0,
    repaired bigint not null default 0,
    quarantined bigint not null default 0,
    resources bigint not null default 0,
    last_received_at timestamptz
);

grant select, insert on inbox to hmnet_app;
grant select, insert, update, delete on inbox_waiting, inbox_outcome to hmnet_app;
grant select, insert, update on inbox_count to hmnet_app;
grant usage on all sequences in schema public to hmnet_app;
