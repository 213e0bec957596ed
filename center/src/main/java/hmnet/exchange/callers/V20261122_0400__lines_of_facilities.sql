-- Under which names a facility's systems send HL7 messages (送信元の名), beside its code and object identifier.
create table hl7_sender (
    facility bigint not null references facility,
    application text not null default '',
    name text not null,
    primary key (facility, application, name)
);
comment on column hl7_sender.application is 'MSH-3 it comes with; empty = any';
comment on column hl7_sender.name is 'MSH-4';
grant select, insert, update, delete on hl7_sender to hmnet_app;

-- Who hears of changed cross-references (ITI-10), and where.
create table pix_subscriber (
    facility bigint primary key references facility,
    host text not null,
    port int not null check (port between 1 and 65535),
    application text not null,
    name text not null,
    domains text[] not null default '{}',
    active boolean not null default true,
    since timestamptz not null default now()
);
comment on column pix_subscriber.domains is 'whose numbers it wants to hear of, as object identifiers; none = all it may know';

-- Charts whose subscriber is still to be told (通知待ち). Which numbers it is told is decided as it is told.
create table pix_notice (
    facility bigint not null references pix_subscriber,
    number text not null,
    changed_at timestamptz not null,
    due_at timestamptz not null,
    tries int not null default 0,
    primary key (facility, number)
);
create index pix_notice_due on pix_notice (due_at);

-- What it was told last: nobody is told the same twice.
create table pix_told (
    facility bigint not null references pix_subscriber,
    number text not null,
    hash bytea not null,
    at timestamptz not null default now(),
    primary key (facility, number)
);
comment on column pix_told.hash is 'SHA-256 over the numbers';
grant select, insert, update, delete on pix_subscriber, pix_notice, pix_told to hmnet_app;
