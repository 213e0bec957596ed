-- Which column of a file of measurements is what (取り込みの列の対応), as its resident chose it: a file with the same head is read so the next time.
-- It names columns and holds no value.
create table vital_columns (
    person uuid not null references person,
    head bigint not null,
    columns text not null check (length(columns) <= 600),
    chosen_at timestamptz not null default now(),
    primary key (person, head)
);
comment on column vital_columns.head is 'keyed hash of the first line of the file';
comment on column vital_columns.columns is 'field=place, with commas; places count from 0';
grant select, insert, update, delete on vital_columns to hmnet_app;
