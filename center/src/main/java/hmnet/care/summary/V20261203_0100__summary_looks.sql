-- When somebody last opened the summary of somebody's chart, and which rows it showed (前回の閲覧), so that the next time tells what is
-- new. One row for each reader and person, under a keyed hash of both; the rows shown stand in it as sealed numbers.
create table summary_look (
    look bigint primary key,
    at timestamptz not null,
    shown bytea not null
);
comment on column summary_look.look is 'keyed hash of reader and person: a dump tells of neither';
comment on column summary_look.shown is 'sealed: when the sitting before ended, what it and this one showed';

grant select, insert, update, delete on summary_look to hmnet_app;
