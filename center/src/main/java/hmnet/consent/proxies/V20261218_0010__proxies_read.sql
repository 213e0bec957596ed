-- What a proxy may read of the chart (代理人が読める範囲): a mask of kinds. Who was recorded before there were charts to read
-- was given none; who gave it says so anew.
alter table proxy add column kinds bigint not null default 0;
alter table proxy drop constraint proxy_check1;
alter table proxy add constraint proxy_opens_something check (sees or decides or kinds <> 0);
