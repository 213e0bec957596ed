-- The demographics of a pair in one number, under the centre's key (綴りの鍵付き番号): PlainSpellings (0411) keys what stands here, 0412
-- takes the plain sums away.
alter table match_review add column keyed_spelling bigint;
