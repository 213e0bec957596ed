-- How long it took from finding somebody to seeing what an emergency needs first (救急の閲覧までの時間).
create table emergency_timing (
    opening bigint primary key references emergency_opening,
    found_at timestamptz not null,
    shown_at timestamptz,
    page_ms integer check (page_ms between 0 and 600000)
);
comment on column emergency_timing.page_ms is 'from the tap on the door to the first paint, as the browser measured it';
grant select, insert on emergency_timing to hmnet_app;
grant update (shown_at, page_ms) on emergency_timing to hmnet_app;
