-- Protected persons (保護対象者: DV, abuse, stalking). Who is kept out stands in the consent row itself: whoever decides about
-- a chart holds that row, so a protection waits for open charts and holds for everything decided after its commit.
alter table consent
    add column protected_since timestamptz,
    add column kept_facilities bigint[] not null default '{}',
    add column kept_staff bigint[] not null default '{}';
comment on column consent.kept_facilities is 'facilities to which this person does not exist';

create table protection (
    id bigint generated always as identity primary key,
    person uuid not null references person,
    began_at timestamptz not null default now(),
    began_by bigint not null references staff,
    asked_by text not null check (asked_by in ('person', 'guardian', 'police', 'support')),
    checked_how text not null check (checked_how in ('photo', 'known', 'authority', 'questions')),
    ending_asked_at timestamptz,
    ending_asked_by bigint references staff,
    ending_why text,
    ended_at timestamptz,
    ended_by bigint references staff,
    check (ended_by is null or ended_by <> ending_asked_by)
);
create unique index protection_now on protection (person) where ended_at is null;

grant select, insert, update on protection to hmnet_app;

-- Why a card ended (停止の理由).
alter table card
    add column ended_at timestamptz,
    add column ended_by text,
    add column ended_why text check (ended_why in
        ('reissued', 'lost', 'stolen', 'damaged', 'name-change', 'protected', 'migrated', 'destroyed')),
    add column issued_why text not null default 'first' check (issued_why in
        ('first', 'reissued', 'lost', 'stolen', 'damaged', 'name-change', 'protected', 'migrated'));
create index card_issued on card (issued_at);
