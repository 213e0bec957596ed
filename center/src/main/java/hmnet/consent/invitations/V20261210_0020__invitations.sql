-- A facility shows a code, and one resident takes it (つながりの案内): good once and for minutes.
create table invitation (
    code bytea primary key check (octet_length(code) = 32),
    facility bigint not null references facility,
    staff bigint not null references staff,
    ends_at timestamptz not null,
    taken_by uuid references person,
    taken_at timestamptz
);
comment on column invitation.code is 'SHA-256 of what is shown';
create index invitation_staff on invitation (staff);
create index invitation_ends_at on invitation (ends_at);
grant select, insert, update, delete on invitation to hmnet_app;

alter table relation drop constraint relation_how_check;
alter table relation add constraint relation_how_check check (how in ('card', 'typed', 'desk', 'app', 'referral', 'team'));
