-- Signed codes that persons carry (救急QR), and the epochs of the key that signs them. A draft is what a person was shown and has not
-- made into a code; its words, and those of a code that counts, lie sealed and go when it ends.
create table emergency_code_epoch (
    epoch int primary key check (epoch > 0),
    salt bytea not null check (octet_length(salt) = 16),
    began_at timestamptz not null default now(),
    ended_at timestamptz
);
comment on column emergency_code_epoch.salt is 'published: withdrawn codes stand in the list as hashes with it';
insert into emergency_code_epoch (epoch, salt) values (1, uuid_send(gen_random_uuid()));
create unique index emergency_code_epoch_standing on emergency_code_epoch ((true)) where ended_at is null;

create table emergency_code (
    id uuid primary key,
    person uuid not null references person,
    account bigint not null,
    state text not null check (state in ('draft', 'made', 'ended', 'parted')),
    charts bigint[] not null,
    months int not null check (months between 1 and 12),
    epoch int references emergency_code_epoch,
    drafted_at timestamptz not null default now(),
    made_at timestamptz,
    until timestamptz,
    ended_at timestamptz,
    words bytea,
    check ((state = 'draft') = (made_at is null)),
    check ((made_at is null) = (epoch is null)),
    check ((made_at is null) = (until is null)),
    check ((state in ('ended', 'parted')) = (ended_at is not null)),
    check (state = 'made' or (state = 'draft') = (words is not null))
);
comment on column emergency_code.id is 'stands in the code, and as a hash in the list of withdrawn codes';
comment on column emergency_code.account is 'who made it: else only whom it is about is shown its words here';
comment on column emergency_code.charts is 'whose records it may tell of: when one of them is this person''s no longer, the code ends';
comment on column emergency_code.words is 'what the code says, sealed; null once it has ended or expired';
create index emergency_code_person on emergency_code (person, drafted_at);
create index emergency_code_withdrawn on emergency_code (until) where state in ('ended', 'parted');
grant select, insert, update, delete on emergency_code to hmnet_app;
grant select, insert on emergency_code_epoch to hmnet_app;
grant update (ended_at) on emergency_code_epoch to hmnet_app;
