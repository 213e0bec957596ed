-- The identity provider of a hospital (病院の認証基盤): one operator enters it, another agrees. A row is never deleted.
create table identity_provider (
    id bigint generated always as identity primary key,
    facility bigint not null references facility,
    issuer text not null,
    client_id text not null,
    secret bytea not null,
    two_factors boolean not null,
    acr text not null default '',
    asked_by bigint not null references staff,
    asked_at timestamptz not null default now(),
    agreed_by bigint references staff,
    agreed_at timestamptz,
    ended_by bigint references staff,
    ended_at timestamptz,
    check (agreed_by <> asked_by),
    check ((agreed_by is null) = (agreed_at is null))
);
create unique index identity_provider_of_facility on identity_provider (facility) where ended_at is null;
comment on column identity_provider.secret is 'sealed';
comment on column identity_provider.two_factors is 'whether two factors shown there count as two here';
comment on column identity_provider.acr is 'a value of the claim acr that means two factors there; empty = none does';

-- Whose account a subject of such a provider is (紐付け): made by its owner alone.
create table identity_tie (
    id bigint generated always as identity primary key,
    provider bigint not null references identity_provider,
    staff bigint not null references staff,
    subject bytea not null check (octet_length(subject) = 32),
    made_at timestamptz not null default now(),
    last_used_at timestamptz,
    ended_at timestamptz,
    ended_by bigint references staff
);
create unique index identity_tie_of_subject on identity_tie (provider, subject) where ended_at is null;
create unique index identity_tie_of_staff on identity_tie (provider, staff) where ended_at is null;
comment on column identity_tie.subject is 'keyed hash of the claim sub: often a number of personnel';

-- A browser that is on its way to such a provider and back: good for minutes and for one answer.
create table identity_attempt (
    state bytea primary key check (octet_length(state) = 32),
    browser bytea not null check (octet_length(browser) = 32),
    provider bigint not null references identity_provider,
    session uuid,
    asked bytea not null,
    network text not null,
    ends_at timestamptz not null
);
create index identity_attempt_ends on identity_attempt (ends_at);
comment on column identity_attempt.session is 'mark of the session whose owner ties their account; null = a sign-in';
comment on column identity_attempt.asked is 'sealed: nonce, verifier, redirect address, and where the browser wanted to go';

grant select, insert, update on identity_provider, identity_tie to hmnet_app;
grant select, insert, delete on identity_attempt to hmnet_app;
