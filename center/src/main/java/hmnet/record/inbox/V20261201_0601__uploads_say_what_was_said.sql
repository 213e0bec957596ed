-- What the sender said of a file when it began it (Upload-Metadata): whoever asks how far it is hears it again, as tus wants it.
-- And a file may be empty.
alter table upload add column said bytea;
comment on column upload.said is 'Upload-Metadata of the beginning, word for word, sealed: a file''s name may name a patient';
alter table upload drop constraint upload_length_check;
alter table upload add constraint upload_length_check check (length >= 0);
