-- Files that lie in the file store (大きなファイル): their inbox row holds a sealed reference, and this table which object it is and
-- whether it was examined. Uploads of such files keep their pieces in the store too.
create table large_file (
    inbox bigint primary key references inbox,
    facility bigint not null references facility,
    object uuid not null references stored_object,
    shown uuid references stored_object,
    verdict bytea,
    look_at timestamptz not null default now()
);
comment on column large_file.object is 'the file as it came';
comment on column large_file.shown is 'what is handed out: the same, or written anew. Null until it was examined, and for what is kept back';
comment on column large_file.verdict is 'what the examination said, sealed as the reference is; null until then';
comment on column large_file.look_at is 'when it is examined next, while there is no verdict';
create index large_file_unexamined on large_file (look_at) where verdict is null;
grant select, insert, update on large_file to hmnet_app;

alter table upload alter column length type bigint, alter column received type bigint;
alter table upload add column descriptor bytea;
comment on column upload.descriptor is 'whose the file is, as its sender said at the beginning, sealed; the file goes to the file store';
alter table upload_piece alter column at type bigint, alter column piece drop not null;
alter table upload_piece add column object uuid;
comment on column upload_piece.object is 'where the piece of a large file lies in the file store, in place of piece';
alter table upload_piece add constraint upload_piece_somewhere check ((piece is null) <> (object is null));
