-- Certificates by which people sign in: HPKI cards of persons, and devices of facilities, apart.
-- The two tables that waited for them were never written to.
drop table hpki_certificate;
drop table staff_certificate;

create table person_card (
    id bigint generated always as identity primary key,
    fingerprint bytea not null check (octet_length(fingerprint) = 32),
    staff bigint not null references staff,
    subject text not null,
    role text not null,
    issuer text not null,
    serial text not null,
    chain bytea not null,
    not_after timestamptz not null,
    registered_at timestamptz not null default now(),
    last_used_at timestamptz,
    ended_at timestamptz,
    ended_by text not null default ''
);
comment on column person_card.fingerprint is 'SHA-256 of the certificate: what finds its holder, and nothing else does';
comment on column person_card.subject is 'as the certificate says; shown, never looked up';
comment on column person_card.chain is 'the certificate and what came with it, in DER: judged again while somebody is signed in with it';
create unique index person_card_counts on person_card (fingerprint) where ended_at is null;
create index person_card_staff on person_card (staff);

create table device_certificate (
    id bigint generated always as identity primary key,
    fingerprint bytea not null check (octet_length(fingerprint) = 32),
    facility bigint not null references facility,
    label text not null,
    subject text not null,
    issuer text not null,
    serial text not null,
    chain bytea not null,
    not_after timestamptz not null,
    registered_at timestamptz not null default now(),
    registered_by text not null,
    last_used_at timestamptz,
    ended_at timestamptz,
    ended_by text not null default ''
);
create unique index device_certificate_counts on device_certificate (fingerprint) where ended_at is null;
create index device_certificate_facility on device_certificate (facility);

-- A certificate on its way from its port to the pages: one ticket for each, five minutes, one act.
create table certificate_ticket (
    fingerprint bytea primary key check (octet_length(fingerprint) = 32),
    ticket bytea not null unique check (octet_length(ticket) = 32),
    chain bytea not null,
    ends_at timestamptz not null
);

grant select, insert, update on person_card, device_certificate to hmnet_app;
grant select, insert, update, delete on certificate_ticket to hmnet_app;
