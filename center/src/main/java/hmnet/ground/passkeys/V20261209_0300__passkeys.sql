-- Passkeys of staff and of residents (パスキー). The table of earlier days was written by nobody.
drop table passkey;

-- What a device keeps as the holder's name: random, so that it tells nothing.
create table passkey_holder (
    handle bytea primary key check (octet_length(handle) = 32),
    kind text not null check (kind in ('staff', 'resident')),
    holder bigint not null,
    unique (kind, holder)
);

create table passkey_credential (
    id bigint generated always as identity primary key,
    credential_id bytea not null unique check (octet_length(credential_id) between 16 and 1023),
    handle bytea not null references passkey_holder,
    credential bytea not null,
    sign_count bigint not null,
    synced boolean not null,
    backed_up boolean not null,
    label text not null check (char_length(label) between 1 and 60),
    added_at timestamptz not null default now(),
    used_at timestamptz,
    ended_at timestamptz,
    ended_why text check (ended_why in ('holder', 'account', 'copied')),
    check ((ended_at is null) = (ended_why is null))
);
create index passkey_credential_handle on passkey_credential (handle) where ended_at is null;
comment on column passkey_credential.credential is 'attested credential data of WebAuthn 6.5.2: AAGUID, credential id, COSE public key';
comment on column passkey_credential.synced is 'backup eligible: a maker''s cloud may carry it to other devices';

-- A question put to one browser; whoever answers it uses it up.
create table passkey_question (
    browser bytea primary key check (octet_length(browser) = 32),
    challenge bytea not null check (octet_length(challenge) = 32),
    kind text not null check (kind in ('staff', 'resident')),
    handle bytea references passkey_holder,
    ends_at timestamptz not null
);
comment on column passkey_question.browser is 'SHA-256 of what the cookie of the ceremony holds';
comment on column passkey_question.handle is 'whose key is being added; null where somebody signs in';

grant select, insert on passkey_holder to hmnet_app;
grant select, insert, update on passkey_credential to hmnet_app;
grant select, insert, delete, update on passkey_question to hmnet_app;
