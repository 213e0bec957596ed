-- Patients as a facility knows them, persons, and the events that link the two (名寄せ). The events are the truth;
-- `linkage` is what they add up to and can be rebuilt from them.
create table patient (
    id bigint generated always as identity primary key,
    facility bigint not null references facility,
    domain text not null default '',
    number text not null,
    epoch int not null default 1,
    family_name text not null default '',
    given_name text not null default '',
    family_kana text not null default '',
    given_kana text not null default '',
    birth_date date,
    sex text not null default 'unknown',
    postal_code text not null default '',
    address text not null default '',
    phone text not null default '',
    died_on date,
    demographics_at timestamptz not null default '-infinity',
    demographics_rank smallint not null default 0,
    closed_at timestamptz,
    unique (facility, domain, number, epoch)
);
comment on column patient.epoch is 'a number given to another human opens the next epoch; the old one is closed';
comment on column patient.demographics_at is 'message time of the demographics shown: the last by message time, not by arrival';
comment on column patient.demographics_rank is '1 = from the patient master (ADT-00), 0 = from another message';

create table person (
    id uuid primary key,
    regional_id text not null unique,
    family_name text not null,
    given_name text not null,
    family_kana text not null,
    given_kana text not null,
    birth_date date not null,
    sex text not null,
    postal_code text not null default '',
    address text not null default '',
    town text not null default '',
    phone text not null default '',
    registered_at timestamptz not null default now()
);

create index person_registration on person (birth_date, family_kana, given_kana);

create table link_event (
    id bigint generated always as identity primary key,
    patient bigint not null references patient,
    person uuid not null references person,
    action text not null check (action in ('link', 'unlink')),
    at timestamptz not null default now(),
    by text not null,
    why text not null,
    score real,
    evidence jsonb
);
create index link_event_patient on link_event (patient);
create index link_event_person on link_event (person);

create table linkage (
    patient bigint primary key references patient,
    person uuid not null references person,
    since timestamptz not null
);
create index linkage_person on linkage (person);

-- Two persons found to be one (two cards), and its undoing.
create table same_person_event (
    id bigint generated always as identity primary key,
    person uuid not null references person,
    other uuid not null references person,
    action text not null check (action in ('join', 'part')),
    at timestamptz not null default now(),
    by text not null,
    why text not null
);

-- A facility's own merges of chart numbers and their undoing (A40, A24/A37, A47), apart from 名寄せ.
create table patient_merge_event (
    id bigint generated always as identity primary key,
    patient bigint not null references patient,
    into_patient bigint not null references patient,
    action text not null check (action in ('merge', 'undo')),
    trigger_event text not null,
    at timestamptz not null,
    received_at timestamptz not null default now()
);

-- What a human has to look at.
create table identity_review (
    id bigint generated always as identity primary key,
    patient bigint not null references patient,
    other bigint references patient,
    kind text not null,
    opened_at timestamptz not null default now(),
    closed_at timestamptz,
    closed_by text
);
create index identity_review_open on identity_review (opened_at) where closed_at is null;

grant select, insert, update on patient to hmnet_app;
grant select, insert, update on person, identity_review to hmnet_app;
grant select, insert on link_event, same_person_event, patient_merge_event to hmnet_app;
grant select, insert, update, delete on linkage to hmnet_app;
