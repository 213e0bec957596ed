-- How often an address asked with a My Number card (照会回数の制限): keyed hashes, no addresses; swept after an hour.
create table card_asking (
    address bytea primary key check (octet_length(address) = 32),
    since timestamptz not null default now(),
    asked int not null default 1
);
grant select, insert, update, delete on card_asking to hmnet_app;
