-- Names and paths of files hold chart numbers, days and kinds of care, and at times a name; the detail of a refusal quotes
-- what was sent (ファイル名・保留の細目の封印). Both are sealed to their row. Rows of before are sealed at the next start.
alter table inbox
    alter column path drop not null,
    add column sealed_path bytea,
    add constraint inbox_named check ((path is null) <> (sealed_path is null));
create index inbox_plain on inbox (id) where path is not null;

alter table inbox_outcome
    add column sealed_detail bytea,
    add constraint inbox_outcome_detail check (detail is null or sealed_detail is null);
create index inbox_outcome_plain on inbox_outcome (id) where detail is not null;

alter table upload
    alter column path drop not null,
    add column sealed_path bytea,
    add column path_key bigint,
    add constraint upload_named check ((path is null) <> (sealed_path is null));
comment on column upload.path_key is 'keyed hash of facility and path, by which a cut upload is found again';
