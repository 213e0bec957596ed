-- What a facility's staff keep of a person for themselves: notes and flags (院内メモ・フラグ). Each version is a row that is never changed,
-- so that the history stands. Nothing readable but the time: whose words, of whom and which facility's is one keyed hash, the rest is sealed.
create table staff_word (
    id uuid primary key,
    subject uuid not null,
    version int not null check (version > 0),
    about bigint not null,
    at timestamptz not null,
    said bytea not null,
    unique (subject, version)
);
create index staff_word_about on staff_word (about);
comment on column staff_word.subject is 'the note or flag that this is a version of';
comment on column staff_word.about is 'keyed hash of kind, facility and person: a dump tells of none of them';
comment on column staff_word.said is 'sealed under the facility''s data key: who, what was done and the words';

grant select, insert on staff_word to hmnet_app;
