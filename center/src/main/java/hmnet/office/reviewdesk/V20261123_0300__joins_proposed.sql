-- Two persons to be joined (人物の結合), proposed by one of the office and waiting for a second, different one.
create table join_proposal (
    id bigint generated always as identity primary key,
    person uuid not null references person,
    other uuid not null references person,
    why text not null,
    staff bigint not null references staff,
    at timestamptz not null default now(),
    state text not null default 'open' check (state in ('open', 'confirmed', 'withdrawn')),
    second bigint references staff,
    settled_at timestamptz,
    check (person <> other),
    check (state <> 'confirmed' or second is not null and second <> staff)
);
create unique index join_proposal_open on join_proposal (least(person, other), greatest(person, other)) where state = 'open';
grant select, insert, update on join_proposal to hmnet_app;
