-- Residents of lists are sealed and found by the keyed number of their birth date (住民情報の封印): ReadableResidents (0207) seals
-- who stands here, 0208 takes the readable columns away.
alter table resident_entry add column shown bytea;
alter table resident_entry add column born_key bigint;
