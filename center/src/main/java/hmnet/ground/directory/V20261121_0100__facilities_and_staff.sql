-- Facilities (参加施設), the certificates their machines show, and the people who work there (利用者).
create table facility (
    id bigint generated always as identity primary key,
    code text not null unique,
    kind text not null,
    name text not null,
    kana text not null default '',
    phone text not null default '',
    address text not null default '',
    direction text not null,
    card_kinds text not null default 'none',
    patient_list boolean not null default false,
    disclosure_stopped_at timestamptz,
    joined_on date not null default current_date,
    left_on date
);
comment on column facility.code is '医療機関コード, ten digits; today''s one: facility_attributes keeps the dated ones';

-- Code, name and owner change while the facility stays the same one: dated, never overwritten.
create table facility_attributes (
    facility bigint not null references facility,
    since date not null,
    code text not null,
    name text not null,
    owner text not null default '',
    primary key (facility, since)
);

-- Succession (承継) and branches, with what follows from the old facility to the new one.
create table facility_event (
    id bigint generated always as identity primary key,
    facility bigint not null references facility,
    successor bigint not null references facility,
    kind text not null check (kind in ('succession', 'branch')),
    on_date date not null,
    cards_follow boolean not null,
    consents_follow boolean not null
);

create table facility_certificate (
    fingerprint bytea primary key check (octet_length(fingerprint) = 32),
    facility bigint not null references facility,
    serial text not null,
    not_after timestamptz not null,
    registered_at timestamptz not null default now(),
    ended_at timestamptz
);
create index facility_certificate_facility on facility_certificate (facility);

create table staff (
    id bigint generated always as identity primary key,
    facility bigint not null references facility,
    login text not null unique,
    name text not null,
    kana text not null default '',
    profession text not null,
    desk boolean not null default false,
    since date not null default current_date,
    until date
);
create index staff_facility on staff (facility);

grant select, insert, update on facility, facility_certificate, staff to hmnet_app;
grant select, insert on facility_attributes, facility_event to hmnet_app;
