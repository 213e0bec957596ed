-- Chart numbers stand sealed in every table that holds one (カルテ番号の封印): a keyed hash of facility and number, by which they are
-- compared, and behind it the number under it. ReadableNumbers (0401) seals what stands here; 0402 takes it away.
alter table patient add column sealed_number bytea;
alter table identity_review add column sealed_number bytea;
alter table incident add column sealed_number bytea;
alter table inbox_patient add column sealed_number bytea;
alter table pix_notice add column sealed_number bytea;
alter table pix_told add column sealed_number bytea;
