-- Scope `region` opens everybody who agreed, so it takes two operators: what one of them asked for waits here for another.
create table exchange_right_asked (
    facility bigint not null references facility,
    errand text not null check (errand in ('pix', 'pdq', 'feed')),
    asked_at timestamptz not null default now(),
    asked_by bigint not null references staff,
    primary key (facility, errand)
);
grant select, insert, update, delete on exchange_right_asked to hmnet_app;
