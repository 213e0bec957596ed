-- Copies of today's patients that a device of their facility was handed until the end of a shift (本日の控え).
create table day_copy (
    id uuid primary key default gen_random_uuid(),
    person uuid not null references person,
    staff bigint not null references staff,
    facility bigint not null references facility,
    at timestamptz not null default now(),
    until timestamptz not null,
    check (until <= at + interval '15 hours')
);
create index day_copy_facility on day_copy (facility, until);
create index day_copy_until on day_copy (until);
grant select, insert, delete on day_copy to hmnet_app;
