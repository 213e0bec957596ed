-- How people sign in (認証): one set of credentials per person, sessions, and what slows guessing down.
create table signin_account (
    staff bigint primary key references staff,
    password text,
    must_change boolean not null default false,
    totp_secret bytea,
    totp_last_step bigint not null default 0,
    changed_at timestamptz not null default now()
);
comment on column signin_account.password is 'Argon2id with its parameters and salt; null = none valid, the office gives out a new one';
comment on column signin_account.totp_secret is 'AES-256-GCM under a derived key, bound to the staff number';
comment on column signin_account.totp_last_step is 'the last time step accepted: a code counts once';

-- One factor shown, the second still owed: reaches nothing but the page that asks for it.
create table signin_half (
    token bytea primary key check (octet_length(token) = 32),
    staff bigint not null references staff,
    misses int not null default 0,
    ends_at timestamptz not null
);

create table signin_session (
    token bytea primary key check (octet_length(token) = 32),
    staff bigint not null references staff,
    created_at timestamptz not null default now(),
    last_seen timestamptz not null default now(),
    locked_at timestamptz,
    unlock_misses int not null default 0,
    must_change boolean not null default false,
    ends_at timestamptz not null
);
comment on column signin_session.token is 'SHA-256 of what the cookie holds: a copy of this table signs nobody in';
create index signin_session_staff on signin_session (staff);

-- Attempts counted against an address and a name together, a name, an address: keyed hashes, no names.
create table signin_throttle (
    subject bytea primary key check (octet_length(subject) = 32),
    misses int not null default 0,
    last_miss timestamptz not null default now(),
    blocked_until timestamptz,
    good_at timestamptz
);

grant select, insert, update, delete on signin_account, signin_half, signin_session, signin_throttle to hmnet_app;
