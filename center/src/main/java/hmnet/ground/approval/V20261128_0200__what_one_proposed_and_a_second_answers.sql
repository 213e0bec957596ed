-- What one member of staff proposed and a second, different one confirms or refuses (四つの目), of whatever kind. It knows no patient and no
-- record: a subject is a word and a key that mean something to its owner alone. One waits for each subject. Nothing is ever deleted.
create table approval (
    id bigint generated always as identity primary key,
    kind text not null,
    subject text not null,
    what text not null default '',
    why text not null default '',
    as_of bigint not null default 0,
    proposed_by bigint not null references staff,
    proposed_at timestamptz not null default now(),
    state text not null default 'open' check (state in ('open', 'confirmed', 'refused', 'withdrawn', 'lapsed')),
    settled_by bigint references staff,
    settled_at timestamptz,
    check ((state = 'open') = (settled_at is null)),
    check (state in ('open', 'lapsed') or settled_by is not null),
    check (state not in ('confirmed', 'refused') or settled_by <> proposed_by)
);
comment on column approval.subject is 'words with spaces between them; all that names a word can lapse at once';
comment on column approval.what is 'what is proposed of the subject, in its owner''s words; empty where the kind says it all';
comment on column approval.as_of is 'what the proposer saw, in one number: a second person confirms the same; 0 where nothing can change';
comment on column approval.state is 'refused by a second person, withdrawn by its proposer, lapsed because it is no longer what was seen';
create unique index approval_open on approval (kind, subject) where state = 'open';
create index approval_subject on approval (kind, subject, id);
grant select, insert, update on approval to hmnet_app;
