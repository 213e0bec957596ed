-- A diagnosis that a newer list no longer holds was taken back, while its version is only an older one (取り消された病名): the notice
-- names its rows.
alter table correction_notice add column rows uuid[] not null default '{}';
