-- No sum over demographics stands without a key any more, nor in the old rows on disk (鍵のない綴り値の廃止).
alter table match_review drop column spelling;
alter table match_review rename column keyed_spelling to spelling;
alter table match_review alter column spelling set not null;
comment on column match_review.spelling is 'keyed number of both sides'' demographics when asked: a decided pair is asked again only when it changed';
cluster match_review using match_review_pkey;
alter table match_review set without cluster;
