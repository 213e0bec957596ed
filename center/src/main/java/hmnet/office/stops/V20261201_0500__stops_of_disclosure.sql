-- When a facility stopped showing its records to others, and started again (提供の停止). What holds now stands in facility.disclosure_stopped_at,
-- which every decision reads; here stands who, why and when.
create table disclosure_stop (
    id bigint generated always as identity primary key,
    facility bigint not null references facility,
    why text not null,
    stopped_by bigint not null references staff,
    stopped_at timestamptz not null default now(),
    resumed_by bigint references staff,
    resumed_at timestamptz,
    check ((resumed_by is null) = (resumed_at is null))
);
comment on column disclosure_stop.resumed_by is 'the second person; the first one stands in the approval of this stop';
create unique index disclosure_stop_open on disclosure_stop (facility) where resumed_at is null;
create index disclosure_stop_facility on disclosure_stop (facility, id);
grant select, insert, update on disclosure_stop to hmnet_app;
