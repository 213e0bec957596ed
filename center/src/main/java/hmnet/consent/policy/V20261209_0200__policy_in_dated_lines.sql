-- The network's policy as dated lines (開示方針): which kinds and labels a profession sees, and what safety checks
-- may use of a label. Lines are added, never changed; the later one holds, and one for kinds of facility goes before one for all.
create table profession_line (
    id bigint generated always as identity primary key,
    profession text not null,
    facility_kinds bigint not null default -1,
    effective_on date not null default '2026-01-01',
    kinds bigint not null,
    labels bigint not null,
    why text not null,
    agreed_by text not null default '',
    entered_at timestamptz not null default now()
);
comment on column profession_line.facility_kinds is 'mask of the kinds of facility it is about; -1 = all';
comment on column profession_line.kinds is 'mask of the record kinds the profession sees';
comment on column profession_line.labels is 'mask of the labels a row may bear';
comment on column profession_line.agreed_by is 'who proposed and who confirmed; empty = came with the centre';

create table safety_line (
    id bigint generated always as identity primary key,
    label text not null,
    effective_on date not null default '2026-01-01',
    professions bigint not null,
    kinds bigint not null,
    why text not null,
    agreed_by text not null default '',
    entered_at timestamptz not null default now()
);
comment on table safety_line is 'records with the label that safety checks may use, whatever the person chose of it';

insert into profession_line (profession, kinds, labels, why)
values ('doctor', 262142, 125,
        'treats the whole person'),
       ('dentist', 36668, 17,
        'bleeding and bone drugs and diseases and what was done before decide a tooth extraction; no other laboratory data'),
       ('pharmacist', 33084, 1,
        'checks dose and interaction: medicines of all pharmacies and allergies and diagnoses and the tests that guide a dose; no visits and no other tests'),
       ('nurse', 262078, 25,
        'cares on the ward and in the practice'),
       ('visiting-nurse', 262078, 17,
        'cares at home under a doctor''s instruction; nothing psychiatric'),
       ('paramedic', 36382, 1,
        'chooses hospital and first aid through the emergency doors alone; blood group and infections and implants decide both'),
       ('care-worker', 163860, 0,
        'helps with taking medicines and eating and writes the care plan'),
       ('reception', 0, 0,
        'links people and sees no record'),
       ('operator', 0, 0,
        'runs the network and sees no record'),
       ('card-issuer', 0, 0,
        'issues cards for a district association and sees no record');

insert into safety_line (label, professions, kinds, why)
values ('UNINFORMED', 5, 32788, 'an interaction harms whether or not the patient was told'),
       ('RESTRICTED', 5, 32788, 'an interaction harms whatever the sender restricted'),
       ('PSYCHIATRY', 5, 32788, 'lithium and antidepressants and antipsychotics interact with common medicines'),
       ('HIV', 5, 32788, 'antiretrovirals interact with common medicines'),
       ('GENETIC', 5, 32788, 'a medicine for a hereditary disease is checked like any other'),
       ('ABUSE', 5, 32788, 'a medicine given after abuse is checked like any other'),
       ('UNDELIVERED', 0, 0, 'not handed over yet: nothing was dispensed');

grant select, insert on profession_line, safety_line to hmnet_app;
