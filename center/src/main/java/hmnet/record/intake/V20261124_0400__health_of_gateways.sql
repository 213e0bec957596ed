-- How each facility's gateway last said it was (ゲートウェイの稼働報告): figures and words, nothing of any patient.
create table gateway_health (
    facility bigint primary key references facility,
    reported_at timestamptz not null default now(),
    waiting bigint not null,
    oldest_at timestamptz,
    last_sent_at timestamptz,
    aside bigint not null,
    certificate_ends_at timestamptz not null,
    free_bytes bigint not null,
    alarms text[] not null
);
comment on column gateway_health.aside is 'what the centre refused and the gateway keeps';
grant select, insert, update on gateway_health to hmnet_app;
