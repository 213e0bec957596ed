-- Emergency doors that were opened (救急の閲覧): one person, one member of staff, until a moment. What the chart's decision
-- reads is this row; it ends by itself.
create table emergency_opening (
    id bigint generated always as identity primary key,
    person uuid not null references person,
    staff bigint not null references staff,
    facility bigint not null references facility,
    profession text not null,
    door text not null check (door in ('prior-consent', 'scene-consent', 'break-glass')),
    reason text not null,
    opened_at timestamptz not null default now(),
    until timestamptz not null,
    ended_at timestamptz,
    widened_at timestamptz,
    renews bigint unique references emergency_opening,
    words bytea,
    words_at timestamptz,
    sampled boolean not null,
    check (until <= opened_at + interval '3 hours'),
    check ((words is null) = (words_at is null)),
    check (renews is null or door = 'break-glass'),
    check (not sampled or door <> 'break-glass')
);
create index emergency_opening_reader on emergency_opening (staff, person, id desc);
create index emergency_opening_day on emergency_opening (opened_at);
create index emergency_opening_wordless on emergency_opening (opened_at) where door = 'break-glass' and words is null;
comment on column emergency_opening.reason is 'why nobody could be asked, or who agreed at the scene; empty under prior consent';
comment on column emergency_opening.sampled is 'drawn for review; every one without consent is reviewed';
comment on column emergency_opening.words is 'the reason in words, sealed';

-- What reviewers said of an opening (審査). `words` asks for more words; the other two end the review.
create table emergency_review (
    id bigint generated always as identity primary key,
    opening bigint not null references emergency_opening,
    reviewer bigint not null references staff,
    outcome text not null check (outcome in ('justified', 'not-justified', 'words')),
    words bytea not null,
    incident bigint,
    at timestamptz not null default now()
);
create unique index emergency_review_once on emergency_review (opening) where outcome <> 'words';
create index emergency_review_opening on emergency_review (opening, id);

grant select, insert on emergency_opening, emergency_review to hmnet_app;
grant update (ended_at, widened_at, words, words_at) on emergency_opening to hmnet_app;
