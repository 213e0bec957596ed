-- Which keys this database was sealed with: values that are derived from them and tell nothing of them. A centre with
-- other keys does not start.
create table key_check (
    what text primary key check (what in ('root', 'ring')),
    value bytea not null
);

grant select, insert on key_check to hmnet_app;
