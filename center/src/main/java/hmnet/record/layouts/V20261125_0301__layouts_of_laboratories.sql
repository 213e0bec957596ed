-- What a facility declares of its laboratories' files (検査会社の取り決め): a change is a new version, the old one is ended and stays.
create table lab_layout (
    id bigint generated always as identity primary key,
    facility bigint not null references facility,
    name text not null,
    version integer not null,
    declaration text not null,
    declared_by bigint not null references staff,
    declared_at timestamptz not null default now(),
    ended_at timestamptz,
    unique (facility, name, version)
);
comment on column lab_layout.declaration is 'the lines of hmnet.formats.labcsv.LabLayout, as typed';
create unique index lab_layout_in_force on lab_layout (facility, name) where ended_at is null;
grant select, insert, update on lab_layout to hmnet_app;
grant usage on all sequences in schema public to hmnet_app;
