-- Persons who let a fire service's devices keep their emergency code (地域の控えの申出), which device was handed it until when, and
-- what a device says of looks at it.
create table area_copy_consent (
    id bigint generated always as identity primary key,
    person uuid not null references person,
    service bigint not null references facility,
    since timestamptz not null default now(),
    ended_at timestamptz
);
create unique index area_copy_consent_once on area_copy_consent (person) where ended_at is null;
create index area_copy_consent_service on area_copy_consent (service, id) where ended_at is null;

create table area_copy (
    id uuid primary key default gen_random_uuid(),
    consent bigint not null references area_copy_consent,
    person uuid not null references person,
    code uuid not null,
    staff bigint not null references staff,
    service bigint not null references facility,
    at timestamptz not null default now(),
    until timestamptz not null,
    check (until <= at + interval '24 hours')
);
create index area_copy_person on area_copy (person, until);
create index area_copy_service on area_copy (service, until);
comment on column area_copy.code is 'which emergency code was handed over';

create table area_copy_look (
    look uuid primary key,
    copy uuid not null references area_copy,
    looked_at timestamptz not null,
    sent_at timestamptz not null default now()
);
comment on column area_copy_look.look is 'made once on the device: what is sent again is known';
comment on column area_copy_look.looked_at is 'by the clock of the device, which nobody can prove';

grant select, insert on area_copy_consent, area_copy, area_copy_look to hmnet_app;
create index area_copy_until on area_copy (until);
create index area_copy_look_copy on area_copy_look (copy);
create index area_copy_look_sent on area_copy_look (sent_at);
grant delete on area_copy, area_copy_look to hmnet_app;
grant update (ended_at) on area_copy_consent to hmnet_app;
