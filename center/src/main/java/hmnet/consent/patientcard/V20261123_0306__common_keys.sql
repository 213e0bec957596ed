-- Whose card carries which common key (共通診察券の共通キー): a keyed hash of it, since the key itself stands on the card alone.
create table common_key (
    hash bytea primary key,
    person uuid not null references person,
    bound_at timestamptz not null default now(),
    bound_by text not null,
    ended_at timestamptz
);
create unique index common_key_person on common_key (person) where ended_at is null;
grant select, insert, update on common_key to hmnet_app;
