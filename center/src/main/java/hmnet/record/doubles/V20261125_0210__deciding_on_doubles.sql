-- How far the search for doubles has come at each facility (重複の検索), one search at a time.
create table double_search (
    facility bigint primary key references facility,
    asked_at timestamptz not null default now(),
    asked_by text not null,
    after bigint not null default 0,
    patients int not null default 0,
    ended_at timestamptz,
    broken boolean not null default false
);
comment on column double_search.after is 'the last patient looked at';

-- Doubles of one kind and month that one operator asks to hide, and a second, different one hides (四つの目).
create table double_decision (
    id bigint generated always as identity primary key,
    facility bigint not null references facility,
    kind smallint not null,
    month date not null,
    rows int not null,
    staff bigint not null references staff,
    at timestamptz not null default now(),
    state text not null default 'open' check (state in ('open', 'hidden', 'withdrawn', 'shown')),
    second bigint references staff,
    settled_at timestamptz,
    check (state not in ('hidden', 'shown') or second is not null and second <> staff)
);
grant select, insert, update on double_search, double_decision to hmnet_app;
