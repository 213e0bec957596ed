-- Whose a held file is that gives no chart number (番号のないファイルの本人), as the facility's own desk said. The file stays as it came.
create table inbox_patient (
    id bigint primary key references inbox,
    number text not null,
    staff bigint not null references staff,
    at timestamptz not null default now()
);
grant select, insert, update on inbox_patient to hmnet_app;
