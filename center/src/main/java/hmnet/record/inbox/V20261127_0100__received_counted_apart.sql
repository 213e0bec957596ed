-- What came (受信数) and what became of it (取込結果の数) in rows of their own: a door that counts what it keeps waits for no
-- filing that counts what it filed.
create table inbox_received (
    facility bigint primary key references facility,
    kept bigint not null default 0,
    last_received_at timestamptz
);
insert into inbox_received (facility, kept, last_received_at) select facility, kept, last_received_at from inbox_count;
alter table inbox_count drop column kept, drop column last_received_at;
grant select, insert, update on inbox_received to hmnet_app;
