-- A corrected value keeps the release of the one it replaces: a hospital's delay counts from when the first version came.
alter table record add column counts_from timestamptz;
comment on column record.counts_from is 'of a correction: since when a hospital''s delay counts, as for what it corrects; null = received_at';
comment on column record.released_at is 'since when it is disclosed whatever the delay, also where only what is released is: told to the patient (説明済み)';
