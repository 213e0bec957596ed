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

grant select, insert, update, delete on resident_device to hmnet_app;
