-- Matching as patients arrive (名寄せ): what waits to be matched, the keys under which charts are found, and the pairs
-- a human has to look at, each decision an event.
alter table person add column origin text not null default 'office' check (origin in ('office', 'matcher'));
comment on column person.origin is 'matcher = made because two charts met; holds no card, and yields to a person of the office';

alter table linkage add column source text not null default 'desk' check (source in ('desk', 'review', 'matcher'));
comment on column linkage.source is 'desk = the facility said so itself (or a take-over), which is a tie; review = a human of the office; matcher = nobody yet';

alter table link_event add column source text not null default 'desk';
alter table link_event add column review bigint;
create index link_event_review on link_event (review) where review is not null;

-- No references: neither patients nor persons are ever deleted, and a chart has a dozen rows here.
create table search_key (
    key bigint not null,
    patient bigint,
    person uuid,
    check (num_nonnulls(patient, person) = 1)
);
create index search_key_key on search_key (key) include (patient, person);
create index search_key_patient on search_key (patient) where patient is not null;
create index search_key_person on search_key (person) where person is not null;

-- Rows are only added and taken away, so that filing never waits for the matcher.
create table match_waiting (
    id bigint generated always as identity primary key,
    patient bigint,
    person uuid,
    tries smallint not null default 0,
    parked_until timestamptz,
    check (num_nonnulls(patient, person) = 1)
);

create table match_left_out (
    patient bigint unique,
    person uuid unique,
    why text not null,
    by text not null,
    at timestamptz not null default now(),
    check (num_nonnulls(patient, person) = 1)
);
comment on table match_left_out is 'protected persons and those who opted out: neither matched nor found';

create table match_review (
    id bigint generated always as identity primary key,
    pair text not null unique,
    kind text not null,
    patient bigint references patient,
    person uuid references person,
    other_patient bigint references patient,
    other_person uuid references person,
    score real not null,
    risk real not null,
    evidence jsonb not null,
    spelling bigint not null,
    state text not null default 'open' check (state in ('open', 'later', 'same', 'different', 'gone')),
    opened_at timestamptz not null default now(),
    decided_at timestamptz,
    decided_by text,
    check (num_nonnulls(patient, person) = 1 and num_nonnulls(other_patient, other_person) = 1)
);
comment on column match_review.spelling is 'of both sides'' demographics when asked: a decided pair is asked again only when it changed';
create index match_review_open on match_review (risk desc, id) where state in ('open', 'later');

create table match_review_event (
    id bigint generated always as identity primary key,
    review bigint not null references match_review,
    action text not null check (action in ('asked', 'same', 'different', 'later', 'undone', 'gone')),
    by text not null,
    at timestamptz not null default now()
);
create index match_review_event_review on match_review_event (review, id);

-- What was there before is matched too.
insert into match_waiting (patient) select id from patient where demographics_at > '-infinity' order by id;
insert into match_waiting (person) select id from person order by id;

drop view person_with_patients;
create view person_with_patients as
select h.*, p.id as patient, p.facility as patient_facility, p.number as patient_number,
       coalesce(l.source, '') = 'desk' as patient_tied
  from person h
  left join linkage l on l.person = h.id
  left join patient p on p.id = l.patient;
grant select on person_with_patients to hmnet_app;

grant select, insert, delete on search_key, match_left_out to hmnet_app;
grant select, insert, update, delete on match_waiting to hmnet_app;
grant select, insert, update on match_review to hmnet_app;
grant select, insert on match_review_event to hmnet_app;
