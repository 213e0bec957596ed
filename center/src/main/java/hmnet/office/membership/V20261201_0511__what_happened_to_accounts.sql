-- What happened to an account of a member of staff (利用者の履歴): left, moved, another profession or desk, factors given anew. Insert alone.
create table staff_event (
    id bigint generated always as identity primary key,
    staff bigint not null references staff,
    what text not null,
    detail text not null default '',
    why text not null default '',
    by bigint not null references staff,
    at timestamptz not null default now()
);
create index staff_event_staff on staff_event (staff, id);
grant select, insert on staff_event to hmnet_app;
