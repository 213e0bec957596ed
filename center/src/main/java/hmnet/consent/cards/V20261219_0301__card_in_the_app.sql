-- The HM card in the resident's app (アプリのHMカード): a card like the others, with a scheme of its own. Its number is on no
-- carrier, so nobody types it; what is shown of it is a code that lasts a minute and is read once.
insert into card_scheme (word, kind, name, check_rule) values ('hm-app', 'hm', 'アプリのHMカード', 'mod11-10');
create unique index card_in_app on card (person) where scheme = 'hm-app' and state = 'active';

alter table card drop constraint card_ended_why_check, drop constraint card_issued_why_check;
alter table card
    add constraint card_ended_why_check check (ended_why in
        ('reissued', 'lost', 'stolen', 'damaged', 'name-change', 'protected', 'migrated', 'destroyed', 'hm-app')),
    add constraint card_issued_why_check check (issued_why in
        ('first', 'reissued', 'lost', 'stolen', 'damaged', 'name-change', 'protected', 'migrated', 'hm-app'));

create table app_card_code (
    id bigint generated always as identity primary key,
    number text not null,
    scheme text not null default 'hm-app' check (scheme = 'hm-app'),
    person uuid not null references person,
    session bytea not null check (octet_length(session) = 32),
    made_at timestamptz not null default now(),
    ends_at timestamptz not null,
    read_at timestamptz,
    read_by bigint references staff,
    read_in bigint references facility,
    foreign key (number, scheme) references card (number, scheme),
    check (num_nonnulls(read_at, read_by, read_in) in (0, 3))
);
create index app_card_code_person on app_card_code (person, made_at desc);
create index app_card_code_ends_at on app_card_code (ends_at);
comment on column app_card_code.session is 'the resident''s session that showed it (hash of its token): it ends with it';
comment on column app_card_code.read_at is 'when it was read: once, and never again';

grant select, insert, update, delete on app_card_code to hmnet_app;
