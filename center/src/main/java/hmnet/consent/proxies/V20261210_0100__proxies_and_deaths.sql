-- Who represents whom (代理), and deaths (死亡). Whether a proxy stands is asked with each request, of one view.
alter table age_policy add column parents_see_until int not null default 18 check (parents_see_until between 0 and 120);
alter table age_policy add column names_proxy_from int not null default 18 check (names_proxy_from between 0 and 120);
comment on column age_policy.parents_see_until is 'from this birthday on, parents and guardians of a minor see nothing';

create table person_death (
    id bigint generated always as identity primary key,
    person uuid not null references person,
    died_on date not null,
    source text not null check (source in ('family', 'facility', 'municipality')),
    recorded_at timestamptz not null default clock_timestamp(),
    by text not null,
    taken_back_at timestamptz,
    taken_back_by text,
    check ((taken_back_at is null) = (taken_back_by is null))
);
create unique index person_death_standing on person_death (person) where taken_back_at is null;

create table proxy (
    id bigint generated always as identity primary key,
    person uuid not null references person,
    proxy uuid not null references person,
    kind text not null
        check (kind in ('parent', 'minor-guardian', 'guardian', 'curator', 'assistant', 'chosen')),
    sees boolean not null,
    decides boolean not null,
    since date not null,
    until date not null,
    paper text not null check (paper in ('family-register', 'guardian-register', 'letter', 'own-word')),
    by text not null,
    recorded_at timestamptz not null default clock_timestamp(),
    agreed_by text,
    agreed_at timestamptz,
    ended_at timestamptz,
    ended_by text,
    ended_why text check (ended_why in ('own-word', 'proxy-word', 'court', 'paper', 'error', 'refused')),
    check (person <> proxy),
    check (sees or decides),
    check (since <= until),
    check (agreed_by <> by),
    check (num_nonnulls(agreed_by, agreed_at) <> 1),
    check (num_nonnulls(ended_at, ended_by, ended_why) in (0, 3))
);
create index proxy_person on proxy (person) where ended_at is null;
create index proxy_proxy on proxy (proxy) where ended_at is null;
comment on column proxy.until is 'its last day';
comment on column proxy.agreed_by is 'the second officer: a guardian''s counts for nothing before';

alter table resident_session add column proxy bigint references proxy;
comment on column resident_session.proxy is 'whose page is open; null = the account''s own';

grant select, insert on proxy, person_death to hmnet_app;
grant update (agreed_by, agreed_at, ended_at, ended_by, ended_why) on proxy to hmnet_app;
grant update (taken_back_at, taken_back_by) on person_death to hmnet_app;
