-- Resident lists the office took in (住民情報の受入): what came, byte for byte and sealed, and which lines were refused. What is
-- evidence stands in `resident_entry`. On its day the list forgets all but its counts.
create table resident_list (
    id bigint generated always as identity primary key,
    municipality text not null,
    valid_on date not null,
    received_at timestamptz not null default now(),
    received_by bigint not null references staff,
    charset text not null,
    sha256 bytea not null,
    size int not null,
    masked boolean not null,
    original bytea,
    lines int not null,
    kept int not null,
    charts int not null default 0,
    forget_on date not null,
    forgotten_at timestamptz,
    check (forgotten_at is null or original is null)
);
comment on column resident_list.masked is 'digits of an individual number (個人番号) stand as * in the original that is kept';
comment on column resident_list.sha256 is 'of the bytes that are kept';
create index resident_list_due on resident_list (forget_on) where forgotten_at is null;

create table resident_list_refusal (
    list bigint not null references resident_list,
    line int not null,
    reason text not null,
    primary key (list, line)
);
grant select, insert, update on resident_list to hmnet_app;
grant select, insert, delete on resident_list_refusal to hmnet_app;
