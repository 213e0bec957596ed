-- The consents of persons who are one (結合した人物の同意): the narrower of them holds until the office says which one does.
alter table consent add column joins int not null default 0;
alter table consent add column joined_under uuid references person;
comment on column consent.joins is 'counts joins and partings: a decision that waited for one of them starts from what was before, and is closed';
comment on column consent.joined_under is 'whose consent the office lets hold while joined; null = the narrower of all';

create table joined_consent_event (
    id bigint generated always as identity primary key,
    person uuid not null references person,
    at timestamptz not null default now(),
    by text not null,
    why text not null
);
comment on table joined_consent_event is 'the office let this person''s consent hold for all who are one with them';
grant select, insert on joined_consent_event to hmnet_app;
