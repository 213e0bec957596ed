-- What a person agreed to for emergencies, beside the consent for care (事前の緊急同意). What holds stands in the row that
-- every decision locks; what was said stays as events.
alter table consent add column emergency_since timestamptz;
comment on column consent.emergency_since is 'since when an emergency door opens without asking; null = it does not';

create table emergency_consent (
    id bigint generated always as identity primary key,
    person uuid not null references person,
    given boolean not null,
    how text not null check (how in ('paper', 'oral', 'card', 'app')),
    notice_version text not null,
    by text not null,
    at timestamptz not null default clock_timestamp()
);
create index emergency_consent_person on emergency_consent (person, id);
comment on table emergency_consent is 'every giving and ending of the consent for emergencies';
grant select, insert on emergency_consent to hmnet_app;
