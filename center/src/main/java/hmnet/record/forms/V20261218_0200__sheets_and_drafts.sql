-- Sheets (帳票): each version as its file was entered, byte for byte, so that old answers are read under their own version.
create table sheet (
    id bigint generated always as identity primary key,
    url text not null,
    version text not null,
    bytes bytea not null check (length(bytes) between 2 and 1048576),
    entered_at timestamptz not null default now(),
    entered_by bigint references staff,
    agreed_by bigint references staff,
    since timestamptz,
    until timestamptz check (until >= since),
    unique (url, version),
    check (agreed_by <> entered_by)
);
comment on column sheet.entered_by is 'null for a sheet that comes with the centre';
comment on column sheet.since is 'from when it is offered; null while it waits for a second person';
comment on column sheet.until is 'from when it is offered no more; what was answered under it stays readable';
grant select, insert, delete on sheet to hmnet_app;
grant update (since, until, agreed_by) on sheet to hmnet_app;

-- What somebody has answered so far (下書き), and what was signed and is on its way into the inbox. Nothing readable but when: whose it is, and
-- of whom, is one keyed hash, the rest is sealed.
create table form_draft (
    id uuid primary key,
    about bigint not null,
    sheet bigint not null references sheet,
    facility bigint not null references facility,
    version int not null check (version > 0),
    amends uuid,
    amends_row uuid,
    check ((amends is null) = (amends_row is null)),
    signed boolean not null default false,
    changed_at timestamptz not null default now(),
    said bytea not null
);
create index form_draft_about on form_draft (about);
create index form_draft_signed on form_draft (changed_at) where signed;
comment on column form_draft.about is 'keyed hash of author, source and person: a dump tells of none of them';
comment on column form_draft.amends is 'the number of the signed sheet it is to take the place of';
comment on column form_draft.amends_row is 'the record that the author had before them when they began';
comment on column form_draft.facility is 'as whose record it is filed';
comment on column form_draft.said is 'sealed under the facility''s data key: the answers so far, or the bundle that was signed';
grant select, insert, update, delete on form_draft to hmnet_app;
