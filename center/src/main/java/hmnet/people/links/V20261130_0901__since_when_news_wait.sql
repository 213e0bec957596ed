-- Since when news of a link wait for whoever follows.
alter table link_news add column since timestamptz not null default now();
