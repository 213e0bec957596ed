-- What persons ask for by their rights (開示等の請求): of the facility that made the records, or of the office. A row is
-- answered once and never taken away.
create table subject_request (
    id uuid primary key,
    person uuid not null references person,
    kind text not null check (kind in
        ('disclosure', 'correction', 'addition', 'deletion', 'stop-use', 'stop-provision', 'provision-record')),
    holder bigint references facility,
    record uuid,
    asked_by text not null check (asked_by in ('self', 'proxy')),
    how text not null check (how in ('paper', 'app')),
    words bytea not null,
    received_on date not null,
    due_on date not null,
    extension bytea,
    outcome text check (outcome in ('granted', 'partly', 'refused', 'withdrawn')),
    ground text check (ground in
        ('none-held', 'harm', 'business', 'other-law', 'not-wrong', 'lawful', 'alternative')),
    answer bytea,
    answered_at timestamptz,
    answered_by text,
    taken_by text not null,
    taken_at timestamptz not null default now(),
    check (due_on >= received_on),
    check ((outcome is null) = (answered_at is null) and (outcome is null) = (answered_by is null)),
    check ((answer is not null) = coalesce(outcome in ('granted', 'partly', 'refused'), false)),
    check ((ground is not null) = coalesce(outcome in ('partly', 'refused'), false))
);
comment on column subject_request.holder is 'who answers: the facility that made the records; null for the office';
comment on column subject_request.record is 'the record that is asked to be put right, once the holder has named it';
comment on column subject_request.words is 'what is asked for, sealed';
comment on column subject_request.extension is 'why it takes longer, sealed; null where the first term holds';
comment on column subject_request.answer is 'what the person is told, sealed';
create index subject_request_person on subject_request (person);
create index subject_request_open on subject_request (holder, due_on) where outcome is null;
create index subject_request_record on subject_request (record) where record is not null and outcome is null;
grant select, insert, update on subject_request to hmnet_app;
