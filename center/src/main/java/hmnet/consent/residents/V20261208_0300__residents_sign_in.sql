-- Residents as subjects of the system (本人): their own accounts, what they show to come in, and their sessions. Apart from
-- staff in every table: no row of the one is ever read as the other's.
create table resident_account (
    id bigint generated always as identity primary key,
    person uuid not null unique references person,
    opened_at timestamptz not null default now()
);

-- Each stands on the card that was in hand when it was made, and is worth nothing once that card is dead.
create table resident_means (
    id bigint generated always as identity primary key,
    account bigint not null references resident_account,
    kind text not null check (kind in ('letter', 'password')),
    scheme text not null,
    card text not null,
    secret text not null,
    made_at timestamptz not null default now(),
    until timestamptz,
    tries int not null default 0,
    ended_at timestamptz,
    ended_why text check (ended_why in ('used', 'replaced')),
    foreign key (card, scheme) references card (number, scheme),
    check ((kind = 'letter') = (until is not null)),
    check ((ended_at is null) = (ended_why is null))
);
create unique index resident_means_standing on resident_means (account, kind) where ended_at is null;
comment on column resident_means.secret is 'Argon2id with its parameters and salt';
comment on column resident_means.tries is 'how often a letter''s code was tried: five times and no more';

create table resident_session (
    token bytea primary key check (octet_length(token) = 32),
    account bigint not null references resident_account,
    scheme text not null,
    card text not null,
    must_choose boolean not null,
    created_at timestamptz not null default now(),
    last_seen timestamptz not null default now(),
    ends_at timestamptz not null,
    foreign key (card, scheme) references card (number, scheme)
);
create index resident_session_account on resident_session (account);
comment on column resident_session.token is 'SHA-256 of what the cookie holds: a copy of this table signs nobody in';

-- From which age a person has an account of their own (年齢の決まり): dated, so that a new rule is a row.
create table age_policy (
    since date primary key,
    signs_alone_from int not null check (signs_alone_from between 0 and 120)
);
insert into age_policy (since, signs_alone_from) values ('2000-01-01', 15);

grant select, insert, update on resident_account to hmnet_app;
grant select, insert, update on resident_means to hmnet_app;
grant select, insert, update, delete on resident_session to hmnet_app;
grant select on age_policy to hmnet_app;
