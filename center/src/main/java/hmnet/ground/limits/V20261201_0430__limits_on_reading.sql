-- Who opened how many charts, and which facility's machine was told of how many persons (閲覧・照会の件数): one row for each within a
-- day. Whose the chart is stands there as a keyed hash, different for every reader.
create table chart_look (
    staff bigint not null,
    facility bigint not null,
    chart bigint not null,
    at timestamptz not null default now()
);
create index chart_look_staff on chart_look (staff, at);
create index chart_look_facility on chart_look (facility, at);

create table person_told (
    facility bigint not null,
    person bigint not null,
    at timestamptz not null default now()
);
create index person_told_facility on person_told (facility, at);

-- What was more than usual (警報), until a person says why it was all right, or what was done.
create table reading_alert (
    id bigint generated always as identity primary key,
    measure text not null,
    staff bigint references staff,
    facility bigint not null references facility,
    amount int not null,
    refused boolean not null default false,
    began_at timestamptz not null default now(),
    last_at timestamptz not null default now(),
    closed_at timestamptz,
    closed_by bigint references staff,
    why bytea,
    check ((closed_at is null) = (closed_by is null) and (closed_at is null) = (why is null))
);
comment on column reading_alert.staff is 'null for what a facility as a whole or its machine did';
comment on column reading_alert.why is 'the words of who closed it, sealed';
create unique index reading_alert_open on reading_alert (measure, facility, coalesce(staff, 0)) where closed_at is null;
create index reading_alert_newest on reading_alert (facility, id desc);

grant select, insert, delete on chart_look, person_told to hmnet_app;
grant select, insert, update on reading_alert to hmnet_app;
