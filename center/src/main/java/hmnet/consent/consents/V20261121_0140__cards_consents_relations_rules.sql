-- Cards (HMカード・開示カード), consents (同意), relations (関係) and the disclosing hospitals' rules (開示ルール).
create table card (
    number text primary key,
    person uuid not null references person,
    kind text not null default 'hm' check (kind in ('hm', 'disclosure')),
    facility bigint references facility,
    issue int not null,
    state text not null default 'active' check (state in ('active', 'dead')),
    issued_at timestamptz not null default now(),
    issued_by text not null
);
create index card_person on card (person);

-- One row a person: what holds now. A chart holds a share lock on it, so a withdrawal waits for open charts and nothing
-- opens after its commit.
create table consent (
    person uuid primary key references person,
    state text not null default 'none' check (state in ('none', 'given', 'withdrawn')),
    kinds bigint not null default -1,
    labels bigint not null default -1,
    changed_at timestamptz not null default now()
);
comment on column consent.kinds is 'mask of record kinds the person shows (全部見せる / 薬と緊急だけ)';

create table consent_event (
    id bigint generated always as identity primary key,
    person uuid not null references person,
    state text not null check (state in ('given', 'withdrawn')),
    kinds bigint not null,
    labels bigint not null,
    how text not null check (how in ('paper', 'oral', 'card', 'app')),
    notice_version text not null,
    at timestamptz not null default now(),
    by text not null
);
create index consent_event_person on consent_event (person);

-- What a person closes to one facility or one member of staff, by kind, label and period.
create table consent_exception (
    id bigint generated always as identity primary key,
    person uuid not null references person,
    facility bigint references facility,
    staff bigint references staff,
    kinds bigint not null default -1,
    since timestamptz not null default now(),
    until timestamptz
);
create index consent_exception_person on consent_exception (person);

create table relation (
    facility bigint not null references facility,
    person uuid not null references person,
    since timestamptz not null default now(),
    until timestamptz not null,
    how text not null check (how in ('card', 'typed', 'desk', 'referral', 'team')),
    staff bigint references staff,
    disclose_from date,
    primary key (facility, person)
);
comment on column relation.disclose_from is 'records from this day on are disclosed to the facility; null = all';
create index relation_person on relation (person);

-- What residents are told at their next look (本人への通知); the handbook shows it.
create table resident_notice (
    id bigint generated always as identity primary key,
    person uuid not null references person,
    kind text not null,
    facility bigint references facility,
    at timestamptz not null default now(),
    seen_at timestamptz
);
create index resident_notice_person on resident_notice (person, at);

create table typed_number_miss (
    staff bigint not null references staff,
    at timestamptz not null default now()
);
create index typed_number_miss_staff on typed_number_miss (staff, at);

-- A disclosing facility's rule, dated and versioned. facility null = the default of the network.
create table disclosure_rule (
    id bigint generated always as identity primary key,
    facility bigint references facility,
    version int not null default 1,
    effective_on date not null,
    kinds bigint not null,
    department text,
    audience text not null check (audience in ('professional', 'resident')),
    professions bigint not null default -1,
    facility_kinds bigint not null default -1,
    disclosed boolean not null default true,
    care_since date,
    delay_days int not null default 0,
    only_released boolean not null default false,
    preliminary boolean not null default true,
    agreed_by text not null default ''
);
create index disclosure_rule_facility on disclosure_rule (facility);

grant select, insert, update on card, consent, relation, consent_exception to hmnet_app;
grant select, insert, update on resident_notice to hmnet_app;
grant select, insert on consent_event, disclosure_rule to hmnet_app;
grant select, insert, delete on typed_number_miss to hmnet_app;
grant usage on all sequences in schema public to hmnet_app;
