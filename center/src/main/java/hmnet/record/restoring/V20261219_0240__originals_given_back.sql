-- Facilities that get their originals back (被災施設への返却): until when, and how far they have fetched them.
create table restoring (
    facility bigint primary key references facility,
    until timestamptz not null,
    fetched_to bigint not null default 0,
    part_from bigint not null default 0,
    check (part_from <= fetched_to)
);
comment on column restoring.fetched_to is 'the last file of the last part that was made; part_from is where that part began';
grant select, insert, update on restoring to hmnet_app;
