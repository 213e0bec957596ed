-- Facilities whose staff open the emergency doors from a registered device alone, unlocked at the beginning of a shift (救急隊の端末).
create table crew_shift (
    facility bigint primary key references facility,
    hours int not null check (hours between 1 and 24),
    since timestamptz not null default now()
);
comment on column crew_shift.hours is 'so long a shift lasts at most: then the sign-in at the device ends';
grant select, insert, update, delete on crew_shift to hmnet_app;
