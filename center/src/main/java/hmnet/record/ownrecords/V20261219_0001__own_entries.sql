-- Which entries of residents have come (本人の記録の受付): the same number sent again is known for a repetition. Whose it is and what it said are
-- keyed hashes; what was written lies in the inbox and in the chart, like every file.
create table own_entry (
    id uuid primary key,
    about bigint not null,
    said bigint not null,
    kept_at timestamptz not null default now()
);
create index own_entry_about on own_entry (about, kept_at);
create index own_entry_kept_at on own_entry (kept_at);
comment on column own_entry.about is 'keyed hash of the person';
comment on column own_entry.said is 'keyed hash of all that was typed';
grant select, insert, delete on own_entry to hmnet_app;
