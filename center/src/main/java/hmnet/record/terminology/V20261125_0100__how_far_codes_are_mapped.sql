-- How far what a facility sends has a standard code (コードの対応状況): figures and codes, nothing of any patient.
create table code_count (
    facility bigint not null references facility,
    month date not null,
    field text not null,
    standard bigint not null,
    translated bigint not null,
    unmapped bigint not null,
    uncoded bigint not null,
    primary key (facility, month, field)
);
comment on column code_count.month is 'its first day, of receiving, in Japan';
comment on column code_count.field is 'jlac10 = tests, yj = drugs, icd10 = diagnoses';
comment on column code_count.translated is 'a local code that a code table explains for certain';

create table unmapped_code (
    facility bigint not null references facility,
    system text not null,
    code text not null,
    field text not null,
    display text not null,
    seen bigint not null,
    last_month date not null,
    primary key (facility, system, code)
);
comment on table unmapped_code is 'the codes nobody explains, so that somebody can; at most some thousands of a facility';
create index unmapped_code_most on unmapped_code (facility, seen desc);

grant select, insert, update on code_count, unmapped_code to hmnet_app;
