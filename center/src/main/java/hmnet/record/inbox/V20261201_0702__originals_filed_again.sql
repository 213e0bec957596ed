-- Originals of the inbox filed again under today's readers and rules (再取込): what was asked for, how far it is, what it changed.
create table refiling (
    id bigint generated always as identity primary key,
    facility bigint references facility,
    kind smallint,
    since timestamptz,
    plan boolean not null,
    last_inbox bigint not null,
    done_inbox bigint not null default 0,
    messages bigint not null default 0,
    same bigint not null default 0,
    changed bigint not null default 0,
    added bigint not null default 0,
    gone bigint not null default 0,
    asked_at timestamptz not null default now(),
    asked_by text not null,
    begun_at timestamptz,
    finished_at timestamptz
);
comment on column refiling.plan is 'says what would change and changes nothing';
comment on column refiling.last_inbox is 'the last message there was when it was asked for: later ones are read under today''s rules';

-- Originals that could not be filed again, by name.
create table refiling_named (
    refiling bigint not null references refiling,
    inbox bigint not null references inbox,
    why text not null,
    detail text not null,
    primary key (refiling, inbox)
);
grant select, update on refiling to hmnet_app;
grant select, insert on refiling_named to hmnet_app;
