-- How long a feed was silent before it sent again (受信の間隔): only silences of an hour and more, of the last weeks, so that a
-- feed that stops is noticed by its own rhythm.
create table feed_silence (
    facility bigint not null references facility,
    ended_at timestamptz not null,
    seconds int not null check (seconds > 0),
    primary key (facility, ended_at)
);
grant select, insert, delete on feed_silence to hmnet_app;
