-- No key is destroyed unless a second officer agreed (消去の承認): each approval serves for one act. Acts of before have none.
alter table key_erasure add column approval bigint references approval;
create unique index key_erasure_approval on key_erasure (approval);
