-- A disaster mode that two declared (災害時モード): for an area, until a moment. It ends by itself; whoever asks whether it
-- holds compares the moment.
create table disaster (
    id bigint generated always as identity primary key,
    towns text[] not null,
    reason text not null,
    since timestamptz not null default now(),
    until timestamptz not null,
    prolonged_at timestamptz,
    declared_by bigint not null references staff,
    agreed_by bigint not null references staff,
    ended_at timestamptz,
    ended_by bigint references staff,
    check (declared_by <> agreed_by),
    check (until <= coalesce(prolonged_at, since) + interval '7 days'),
    check (ended_by is null or ended_at is not null),
    check (cardinality(towns) <= 30)
);
create unique index disaster_once on disaster ((true)) where ended_at is null;
comment on column disaster.towns is 'municipalities as they begin the addresses of facilities; none = the whole region';
comment on column disaster.ended_by is 'null where it ended by itself';
grant select, insert on disaster to hmnet_app;
grant update (until, prolonged_at, ended_at, ended_by) on disaster to hmnet_app;
