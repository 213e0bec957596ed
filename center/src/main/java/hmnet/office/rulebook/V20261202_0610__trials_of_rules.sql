-- Trials of changed rules over all charts of a facility (開示ルールの試算): how far each one is, and what it has counted.
create table rule_trial (
    id bigint generated always as identity primary key,
    facility bigint not null references facility,
    words text not null,
    asked_by bigint not null references staff,
    asked_at timestamptz not null default now(),
    tried_at timestamptz not null,
    charts bigint not null,
    counted bigint not null default 0,
    last_patient bigint not null default 0,
    finished_at timestamptz
);
comment on column rule_trial.words is 'the change, as RuleDraft.words says it';
comment on column rule_trial.tried_at is 'the moment for which both sides are decided';
comment on column rule_trial.charts is 'how many charts with a consent there were when it began';
create index rule_trial_facility on rule_trial (facility, words, id);
create index rule_trial_open on rule_trial (id) where finished_at is null;

create table rule_trial_count (
    trial bigint not null references rule_trial on delete cascade,
    profession text not null,
    facility_kind text not null,
    kind smallint not null,
    rows_before bigint not null,
    charts_before bigint not null,
    rows_after bigint not null,
    charts_after bigint not null,
    examples bigint[] not null,
    primary key (trial, profession, facility_kind, kind)
);
comment on column rule_trial_count.examples is 'a few charts of the facility whose rows are shown otherwise';
grant select, insert, update, delete on rule_trial, rule_trial_count to hmnet_app;
