-- What a crew hands on to the hospital it drives to (搬送先への共有): its opening, to one facility at a time, until a moment.
create table emergency_handover (
    id bigint generated always as identity primary key,
    opening bigint not null references emergency_opening,
    from_facility bigint not null references facility,
    from_staff bigint not null references staff,
    to_facility bigint not null references facility,
    expected_at timestamptz,
    at timestamptz not null default now(),
    until timestamptz not null,
    ended_at timestamptz,
    ending text check (ending in ('arrived', 'elsewhere', 'changed', 'taken-back', 'wrong-person')),
    check (until <= at + interval '12 hours'),
    check ((ended_at is null) = (ending is null))
);
create unique index emergency_handover_once on emergency_handover (opening) where ended_at is null;
create index emergency_handover_to on emergency_handover (to_facility, until) where ended_at is null;
create index emergency_handover_from on emergency_handover (from_facility, id desc);
comment on column emergency_handover.expected_at is 'when the crew expects to be there, if it said so';

grant select, insert on emergency_handover to hmnet_app;
grant update (ended_at, ending) on emergency_handover to hmnet_app;
