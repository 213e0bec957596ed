-- Whom a facility expects or has seen today (今日の患者). A row holds until midnight; the next day's chore deletes it. What was
-- added and taken off stands in the audit log.
create table todays_patient (
    id bigint generated always as identity primary key,
    facility bigint not null references facility,
    day date not null,
    patient bigint references patient,
    person uuid references person,
    how text not null check (how in ('number', 'person', 'message', 'card')),
    noted_by bigint not null references staff,
    noted_at timestamptz not null default now(),
    taken_off_at timestamptz,
    check (num_nonnulls(patient, person) = 1)
);
create unique index todays_patient_chart on todays_patient (facility, day, patient) where patient is not null;
create unique index todays_patient_person on todays_patient (facility, day, person) where person is not null;
comment on column todays_patient.how is 'card = somebody whose card was read stands on the list without a row; only taking them off writes one';

-- Patients of whom a message told today that they came (来院の知らせ), before the reception has put them on the list.
create table announced_visit (
    facility bigint not null references facility,
    day date not null,
    patient bigint not null references patient,
    told_at timestamptz not null default now(),
    primary key (facility, day, patient)
);
grant select, insert, update, delete on todays_patient, announced_visit to hmnet_app;
grant usage on all sequences in schema public to hmnet_app;
