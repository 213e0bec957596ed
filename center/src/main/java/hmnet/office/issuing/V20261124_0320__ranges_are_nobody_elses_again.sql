-- One row for each range of numbers that was ever given (番号の範囲): an organisation that gets new digits keeps the old ones for
-- itself, ended, so that nobody else's cards ever begin with them.
alter table issuing_range drop constraint issuing_range_pkey;
alter table issuing_range drop constraint issuing_range_prefix_key;
alter table issuing_range add primary key (prefix);
alter table issuing_range add column given_at timestamptz not null default now();
comment on column issuing_range.given_at is 'an organisation issues by the range it was given last';
create index issuing_range_facility on issuing_range (facility);
