-- One chart is erased without its neighbours (1 人分の消去). Keys that sealed a whole bucket stay to open what they sealed; nothing more is
-- sealed under them.
alter table data_key add column retired_at timestamptz;
comment on column data_key.retired_at is 'made before keys had leaves: it opens, and seals nothing more';
drop index data_key_in_use;
create unique index data_key_in_use on data_key (facility, bucket) where erased_at is null and retired_at is null;
grant update (retired_at) on data_key to hmnet_app;

alter table key_erasure add column chart bytea;
comment on column key_erasure.bucket is 'of acts before charts were erased one by one: one of 256 buckets; null for all of the facility, or one chart';
comment on column key_erasure.chart is 'as `patient.number` has it; null for all of the facility';

-- Leaves that an act was written down for and that the ring may still hold.
create table erased_leaf (
    erasure bigint not null references key_erasure,
    data_key int not null references data_key,
    leaf int not null,
    primary key (data_key, leaf)
);
grant select, delete on erased_leaf to hmnet_app;

-- Requests for a bucket can no longer be carried out.
update approval set state = 'lapsed', settled_at = now()
 where kind = 'key-erasure' and state = 'open' and subject ~ ' [0-9]{1,3}$';
