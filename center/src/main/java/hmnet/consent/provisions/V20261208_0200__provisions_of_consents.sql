-- What a person denies within a given consent: to whom, whose records, of which kinds and labels, of which care, for
-- which purpose, until when. It takes the place of consent_exception, which knew no source, label, care or purpose.
create table consent_provision (
    id bigint generated always as identity primary key,
    person uuid not null references person,
    staff bigint references staff,
    facility bigint references facility,
    facility_kinds bigint,
    other_than bigint[],
    source bigint references facility,
    kinds bigint not null,
    labels bigint not null,
    care_from date,
    care_until date,
    purposes bigint not null,
    since timestamptz not null default clock_timestamp(),
    until timestamptz,
    how text not null check (how in ('paper', 'oral', 'card', 'app', 'before')),
    notice_version text not null,
    by text not null,
    ended_at timestamptz,
    ended_by text,
    check (num_nonnulls(staff, facility, facility_kinds, other_than) = 1),
    check (kinds <> 0 and labels <> 0 and purposes <> 0),
    check (care_from <= care_until),
    check ((ended_at is null) = (ended_by is null))
);
create index consent_provision_person on consent_provision (person) where ended_at is null;
comment on table consent_provision is 'denials within a given consent (FHIR Consent.provision of type deny)';
comment on column consent_provision.facility_kinds is 'every facility of these kinds; -1 = everybody';
comment on column consent_provision.other_than is 'every facility but these: what a consent of list type leaves';
comment on column consent_provision.source is 'whose records; null = everybody''s';
comment on column consent_provision.labels is 'rows that bear one of these; -1 = whatever they bear';
comment on column consent_provision.care_until is 'its last day';

-- A decision that waited for the person's row reads this of the row it got, and then the table as it is now.
alter table consent add column provisions integer not null default 0;
comment on column consent.provisions is 'how often provisions were recorded or ended; 0 = there are none';

insert into consent_provision
       (person, staff, facility, kinds, labels, purposes, since, until, how, notice_version, by)
select person, staff, case when staff is null then facility end, kinds, -1, -1, since, until, 'before', '', 'centre'
  from consent_exception
 where kinds <> 0 and num_nonnulls(staff, facility) > 0;
insert into consent_provision
       (person, facility, kinds, labels, purposes, since, until, how, notice_version, by)
select person, facility, kinds, -1, -1, since, until, 'before', '', 'centre'
  from consent_exception
 where kinds <> 0 and num_nonnulls(staff, facility) = 2;
update consent c set provisions = 1 where exists (select from consent_provision p where p.person = c.person);
drop table consent_exception;

grant select, insert on consent_provision to hmnet_app;
grant update (ended_at, ended_by) on consent_provision to hmnet_app;
