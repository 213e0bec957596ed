-- Residents who said that they need support in a disaster, and to which municipality they show it (要配慮者の申出).
create table support_need (
    id bigint generated always as identity primary key,
    person uuid not null references person,
    municipality bigint not null references facility,
    said bytea not null,
    how text not null check (how in ('app', 'paper')),
    since timestamptz not null default now(),
    ended_at timestamptz
);
create unique index support_need_once on support_need (person) where ended_at is null;
create index support_need_town on support_need (municipality, id) where ended_at is null;
comment on column support_need.said is 'what they need, in words, sealed';

grant select, insert on support_need to hmnet_app;
grant update (ended_at) on support_need to hmnet_app;
-- What is sealed is sealed at its own number, which is taken first.
grant usage on sequence support_need_id_seq to hmnet_app;
