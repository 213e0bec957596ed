-- Who was shown what its sender corrected or took back since (訂正・取消のお知らせ). A row says that it happened, never what
-- stood there; whether its reader may be told is decided each time it is shown.
create table correction_notice (
    id bigint generated always as identity primary key,
    staff bigint not null references staff,
    viewed_from bigint not null references facility,
    profession text not null,
    displayed_at timestamptz not null,
    person uuid not null references person,
    facility bigint not null references facility,
    patient bigint not null references patient,
    number text not null,
    source_key text not null,
    kinds bigint not null,
    what text not null check (what in ('corrected', 'retracted')),
    at timestamptz not null,
    seen_at timestamptz,
    unique (staff, patient, source_key, at)
);
comment on column correction_notice.viewed_from is 'where the member of staff worked when they were shown it';
comment on column correction_notice.facility is 'who sent it, under the chart number `number`';
comment on column correction_notice.kinds is 'mask of record kinds of the rows that were shown';
create index correction_notice_unseen on correction_notice (staff, at desc) where seen_at is null;
create index correction_notice_sender on correction_notice (facility, at desc);

grant select, insert, update on correction_notice to hmnet_app;
