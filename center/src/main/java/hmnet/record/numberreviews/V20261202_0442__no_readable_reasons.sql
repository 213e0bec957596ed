-- No reason that somebody typed stands readable any more, nor in the old rows on disk (平文の判断の理由の廃止).
alter table identity_review drop column why;
alter table identity_review rename column sealed_why to why;
cluster identity_review using identity_review_pkey;
alter table identity_review set without cluster;
