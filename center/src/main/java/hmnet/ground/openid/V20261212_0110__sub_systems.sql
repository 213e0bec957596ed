-- Sub-systems that take the sign-in of the centre (サブシステム). One operator enters one, another agrees; a row is never deleted.
create table openid_client (
    id bigint generated always as identity primary key,
    client_id text not null unique,
    name text not null,
    redirects text[] not null check (cardinality(redirects) between 1 and 5),
    sign_outs text[] not null default '{}',
    secret bytea check (octet_length(secret) = 32),
    asked_by bigint not null references staff,
    asked_at timestamptz not null default now(),
    agreed_by bigint references staff,
    agreed_at timestamptz,
    ended_by bigint references staff,
    ended_at timestamptz,
    check ((agreed_by is null) = (secret is null) and (agreed_by is null) = (agreed_at is null)),
    check (agreed_by <> asked_by)
);
comment on column openid_client.secret is 'SHA-256 of the 256 random bits shown once to whoever agreed';

-- What a sub-system was handed of one sign-in. Nothing of it counts once that session has ended.
create table openid_sign_on (
    id uuid primary key,
    client bigint not null references openid_client,
    staff bigint not null references staff,
    session uuid not null,
    asked bytea not null,
    code bytea not null unique check (octet_length(code) = 32),
    code_until timestamptz not null,
    code_spent_at timestamptz,
    access bytea unique check (octet_length(access) = 32),
    access_until timestamptz,
    id_token bytea unique check (octet_length(id_token) = 32),
    revoked_at timestamptz,
    made_at timestamptz not null default now()
);
create index openid_sign_on_session on openid_sign_on (session, made_at);
comment on column openid_sign_on.session is 'mark of the session in signin_session';
comment on column openid_sign_on.asked is 'sealed: redirect address, state, nonce, challenge and scopes of the request';
comment on column openid_sign_on.code is 'SHA-256, as access and id_token: a copy of this table opens nothing';

-- Keys that sign what sub-systems are told (署名鍵).
create table openid_key (
    kid text primary key,
    public text not null,
    secret bytea,
    made_at timestamptz not null default now(),
    signs_from timestamptz not null,
    ended_at timestamptz,
    check ((secret is null) = (ended_at is not null))
);
comment on column openid_key.secret is 'the private key, sealed; destroyed when the key ends';

grant select, insert, update on openid_client, openid_key to hmnet_app;
grant select, insert, update, delete on openid_sign_on to hmnet_app;
