-- The rows of one kind, and those that came last, are found in a chart of any length without reading the others.
create index record_kind on record (patient, kind, occurred_at, id);
create index record_received on record (patient, received_at, id);
