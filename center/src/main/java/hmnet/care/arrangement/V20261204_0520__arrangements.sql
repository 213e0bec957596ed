-- How one user wants the pages of a chart to open (表示の設定): one row for each user, under a keyed hash of them, sealed. It tells nothing of
-- any person, decides nothing and may be emptied.
create table arrangement (
    reader bigint primary key,
    at timestamptz not null,
    wishes bytea not null
);
comment on column arrangement.reader is 'keyed hash of the user';
comment on column arrangement.wishes is 'sealed: whether keys work, which panels come first, which periods';

grant select, insert, update, delete on arrangement to hmnet_app;
