-- Devices that keep a copy of a handbook for where there is no network (控えのある端末). The device asks whether its copies may
-- stay; the answer hangs on the card it was made with, as sign-ins do, and not on a session, which ends after minutes.
create table resident_device (
    token bytea primary key check (octet_length(token) = 32),
    account bigint not null references resident_account,
    scheme text not null,
    card text not null,
    kept_at timestamptz not null default now(),
    seen_at timestamptz not null default now(),
    foreign key (card, scheme) references card (number, scheme)
);
create index resident_device_account on resident_device (account);
comment on column resident_device.token is 'SHA-256 of what the cookie holds';
comment on column resident_device.seen_at is 'when the device last asked, or a copy was last taken';

-- Whose handbook a device keeps, and of which charts: when one of them is somebody else's after all, those pages go.
create table resident_copy (
    device bytea not null references resident_device on delete cascade,
    whose text not null check (whose ~ '^(own|[0-9]+)$'),
    person uuid not null references person,
    charts bigint[] not null,
    kept_at timestamptz not null default now(),
    primary key (device, whose)
);
comment on column resident_copy.whose is 'own, or the proxy by which it was opened';

grant select, insert, update, delete on resident_copy to hmnet_app;
grant select, insert, update, delete on resident_device to hmnet_app;
