-- When a witness's countersignature came in (立会人署名の受付時刻), by the database's clock: the line itself tells the witness's. Lines of
-- before were never taken in by a door, so there are none.
alter table checkpoint_witness add column at timestamptz not null default now();
create index checkpoint_witness_name on checkpoint_witness (name, size desc);
