-- Looks at copies that devices keep without a network, whatever copies they are (端末の控えの閲覧).
create table copy_look (
    look uuid primary key,
    copy uuid not null,
    looked_at timestamptz not null,
    sent_at timestamptz not null default now()
);
comment on column copy_look.look is 'made once on the device: what is sent again is known';
comment on column copy_look.copy is 'of whichever module handed it over';
comment on column copy_look.looked_at is 'by the clock of the device, which nobody can prove';
create index copy_look_sent on copy_look (sent_at);
grant select, insert, delete on copy_look to hmnet_app;

insert into copy_look select look, copy, looked_at, sent_at from area_copy_look;
drop table area_copy_look;
