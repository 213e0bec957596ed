-- Factors that come later: passkeys (WebAuthn), HPKI cards, and the client certificate a person's sign-in is bound to.
create table passkey (
    credential_id bytea primary key,
    staff bigint not null references staff,
    public_key bytea not null,
    sign_count bigint not null default 0,
    aaguid uuid,
    backed_up boolean not null default false,
    label text not null default '',
    registered_at timestamptz not null default now(),
    last_used_at timestamptz,
    ended_at timestamptz
);
create index passkey_staff on passkey (staff);

create table hpki_certificate (
    fingerprint bytea primary key check (octet_length(fingerprint) = 32),
    staff bigint not null references staff,
    issuer text not null,
    serial text not null,
    hc_role text not null,
    not_after timestamptz not null,
    registered_at timestamptz not null default now(),
    ended_at timestamptz
);
create index hpki_certificate_staff on hpki_certificate (staff);

create table staff_certificate (
    fingerprint bytea primary key check (octet_length(fingerprint) = 32),
    staff bigint not null references staff,
    not_after timestamptz not null,
    registered_at timestamptz not null default now(),
    ended_at timestamptz
);
create index staff_certificate_staff on staff_certificate (staff);

grant select, insert, update on passkey, hpki_certificate, staff_certificate to hmnet_app;
