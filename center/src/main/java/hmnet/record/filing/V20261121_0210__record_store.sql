-- The record store (診療情報蓄積): one row per message part, in 64 hash partitions by patient, which leads the primary key.
-- `content` and `extract` are envelopes: format byte, dictionary, key, nonce, AES-256-GCM over zstd.
create table record (
    patient bigint not null,
    occurred_at timestamptz not null,
    id uuid not null,
    kind smallint not null,
    state smallint not null,
    flag smallint not null,
    facility bigint not null,
    department text not null,
    labels bigint not null,
    source_key text not null,
    version text not null,
    correction boolean not null,
    preliminary boolean not null,
    received_at timestamptz not null,
    final_at timestamptz,
    released_at timestamptz,
    resources smallint not null,
    inbox bigint not null,
    codes text[] not null,
    extract bytea not null,
    content bytea not null,
    primary key (patient, occurred_at, id)
) partition by hash (patient);
comment on column record.kind is '0 = the trace of a deletion or of a message with nothing to show; else RecordKind.bit';
comment on column record.state is '1 live, 2 superseded, 3 corrected, 4 retracted, 5 moved';
comment on column record.flag is 'what the source last said of this version: 0 deleted, 1 valid, 2 superseded';
comment on column record.version is 'time of the event at the source, message time and a digest of the bytes: sorts like time';
comment on column record.codes is 'codes as sent, system and code, for prefiltering';
create index record_source on record (patient, source_key);

create table record_00 partition of record for values with (modulus 64, remainder 0);
create table record_01 partition of record for values with (modulus 64, remainder 1);
create table record_02 partition of record for values with (modulus 64, remainder 2);
create table record_03 partition of record for values with (modulus 64, remainder 3);
create table record_04 partition of record for values with (modulus 64, remainder 4);
create table record_05 partition of record for values with (modulus 64, remainder 5);
create table record_06 partition of record for values with (modulus 64, remainder 6);
create table record_07 partition of record for values with (modulus 64, remainder 7);
create table record_08 partition of record for values with (modulus 64, remainder 8);
create table record_09 partition of record for values with (modulus 64, remainder 9);
create table record_10 partition of record for values with (modulus 64, remainder 10);
create table record_11 partition of record for values with (modulus 64, remainder 11);
create table record_12 partition of record for values with (modulus 64, remainder 12);
create table record_13 partition of record for values with (modulus 64, remainder 13);
create table record_14 partition of record for values with (modulus 64, remainder 14);
create table record_15 partition of record for values with (modulus 64, remainder 15);
create table record_16 partition of record for values with (modulus 64, remainder 16);
create table record_17 partition of record for values with (modulus 64, remainder 17);
create table record_18 partition of record for values with (modulus 64, remainder 18);
create table record_19 partition of record for values with (modulus 64, remainder 19);
create table record_20 partition of record for values with (modulus 64, remainder 20);
create table record_21 partition of record for values with (modulus 64, remainder 21);
create table record_22 partition of record for values with (modulus 64, remainder 22);
create table record_23 partition of record for values with (modulus 64, remainder 23);
create table record_24 partition of record for values with (modulus 64, remainder 24);
create table record_25 partition of record for values with (modulus 64, remainder 25);
create table record_26 partition of record for values with (modulus 64, remainder 26);
create table record_27 partition of record for values with (modulus 64, remainder 27);
create table record_28 partition of record for values with (modulus 64, remainder 28);
create table record_29 partition of record for values with (modulus 64, remainder 29);
create table record_30 partition of record for values with (modulus 64, remainder 30);
create table record_31 partition of record for values with (modulus 64, remainder 31);
create table record_32 partition of record for values with (modulus 64, remainder 32);
create table record_33 partition of record for values with (modulus 64, remainder 33);
create table record_34 partition of record for values with (modulus 64, remainder 34);
create table record_35 partition of record for values with (modulus 64, remainder 35);
create table record_36 partition of record for values with (modulus 64, remainder 36);
create table record_37 partition of record for values with (modulus 64, remainder 37);
create table record_38 partition of record for values with (modulus 64, remainder 38);
create table record_39 partition of record for values with (modulus 64, remainder 39);
create table record_40 partition of record for values with (modulus 64, remainder 40);
create table record_41 partition of record for values with (modulus 64, remainder 41);
create table record_42 partition of record for values with (modulus 64, remainder 42);
create table record_43 partition of record for values with (modulus 64, remainder 43);
create table record_44 partition of record for values with (modulus 64, remainder 44);
create table record_45 partition of record for values with (modulus 64, remainder 45);
create table record_46 partition of record for values with (modulus 64, remainder 46);
create table record_47 partition of record for values with (modulus 64, remainder 47);
create table record_48 partition of record for values with (modulus 64, remainder 48);
create table record_49 partition of record for values with (modulus 64, remainder 49);
create table record_50 partition of record for values with (modulus 64, remainder 50);
create table record_51 partition of record for values with (modulus 64, remainder 51);
create table record_52 partition of record for values with (modulus 64, remainder 52);
create table record_53 partition of record for values with (modulus 64, remainder 53);
create table record_54 partition of record for values with (modulus 64, remainder 54);
create table record_55 partition of record for values with (modulus 64, remainder 55);
create table record_56 partition of record for values with (modulus 64, remainder 56);
create table record_57 partition of record for values with (modulus 64, remainder 57);
create table record_58 partition of record for values with (modulus 64, remainder 58);
create table record_59 partition of record for values with (modulus 64, remainder 59);
create table record_60 partition of record for values with (modulus 64, remainder 60);
create table record_61 partition of record for values with (modulus 64, remainder 61);
create table record_62 partition of record for values with (modulus 64, remainder 62);
create table record_63 partition of record for values with (modulus 64, remainder 63);

-- The second line behind every query's grant: outside a chart or a filing the application role sees no row at all.
alter table record enable row level security;
alter table record force row level security;
create policy chart on record for select to hmnet_app
    using (patient = any ((select coalesce(nullif(current_setting('hmnet.patients', true), ''), '{}')::bigint[])::bigint[]));
create policy filing on record to hmnet_app
    using ((select current_setting('hmnet.filing', true)) = 'on')
    with check ((select current_setting('hmnet.filing', true)) = 'on');
create policy owner on record to hmnet_owner using (true) with check (true);
do $$
begin
    for n in 0..63 loop
        -- Nobody reaches rows around the parent table's policies.
        execute format('alter table record_%s enable row level security', lpad(n::text, 2, '0'));
        execute format('alter table record_%s force row level security', lpad(n::text, 2, '0'));
        execute format('create policy owner on record_%s to hmnet_owner using (true) with check (true)', lpad(n::text, 2, '0'));
    end loop;
end
$$;

-- Ids that others gave to what we hold: placer orders, XDS uniqueId, entryUUID, Bundle.identifier, accession, study UID.
create table foreign_id (
    system text not null,
    value text not null,
    patient bigint not null,
    record uuid not null,
    primary key (patient, system, value, record)
) partition by hash (patient);
create table foreign_id_00 partition of foreign_id for values with (modulus 64, remainder 0);
create table foreign_id_01 partition of foreign_id for values with (modulus 64, remainder 1);
create table foreign_id_02 partition of foreign_id for values with (modulus 64, remainder 2);
create table foreign_id_03 partition of foreign_id for values with (modulus 64, remainder 3);
create table foreign_id_04 partition of foreign_id for values with (modulus 64, remainder 4);
create table foreign_id_05 partition of foreign_id for values with (modulus 64, remainder 5);
create table foreign_id_06 partition of foreign_id for values with (modulus 64, remainder 6);
create table foreign_id_07 partition of foreign_id for values with (modulus 64, remainder 7);
create table foreign_id_08 partition of foreign_id for values with (modulus 64, remainder 8);
create table foreign_id_09 partition of foreign_id for values with (modulus 64, remainder 9);
create table foreign_id_10 partition of foreign_id for values with (modulus 64, remainder 10);
create table foreign_id_11 partition of foreign_id for values with (modulus 64, remainder 11);
create table foreign_id_12 partition of foreign_id for values with (modulus 64, remainder 12);
create table foreign_id_13 partition of foreign_id for values with (modulus 64, remainder 13);
create table foreign_id_14 partition of foreign_id for values with (modulus 64, remainder 14);
create table foreign_id_15 partition of foreign_id for values with (modulus 64, remainder 15);
create table foreign_id_16 partition of foreign_id for values with (modulus 64, remainder 16);
create table foreign_id_17 partition of foreign_id for values with (modulus 64, remainder 17);
create table foreign_id_18 partition of foreign_id for values with (modulus 64, remainder 18);
create table foreign_id_19 partition of foreign_id for values with (modulus 64, remainder 19);
create table foreign_id_20 partition of foreign_id for values with (modulus 64, remainder 20);
create table foreign_id_21 partition of foreign_id for values with (modulus 64, remainder 21);
create table foreign_id_22 partition of foreign_id for values with (modulus 64, remainder 22);
create table foreign_id_23 partition of foreign_id for values with (modulus 64, remainder 23);
create table foreign_id_24 partition of foreign_id for values with (modulus 64, remainder 24);
create table foreign_id_25 partition of foreign_id for values with (modulus 64, remainder 25);
create table foreign_id_26 partition of foreign_id for values with (modulus 64, remainder 26);
create table foreign_id_27 partition of foreign_id for values with (modulus 64, remainder 27);
create table foreign_id_28 partition of foreign_id for values with (modulus 64, remainder 28);
create table foreign_id_29 partition of foreign_id for values with (modulus 64, remainder 29);
create table foreign_id_30 partition of foreign_id for values with (modulus 64, remainder 30);
create table foreign_id_31 partition of foreign_id for values with (modulus 64, remainder 31);
create table foreign_id_32 partition of foreign_id for values with (modulus 64, remainder 32);
create table foreign_id_33 partition of foreign_id for values with (modulus 64, remainder 33);
create table foreign_id_34 partition of foreign_id for values with (modulus 64, remainder 34);
create table foreign_id_35 partition of foreign_id for values with (modulus 64, remainder 35);
create table foreign_id_36 partition of foreign_id for values with (modulus 64, remainder 36);
create table foreign_id_37 partition of foreign_id for values with (modulus 64, remainder 37);
create table foreign_id_38 partition of foreign_id for values with (modulus 64, remainder 38);
create table foreign_id_39 partition of foreign_id for values with (modulus 64, remainder 39);
create table foreign_id_40 partition of foreign_id for values with (modulus 64, remainder 40);
create table foreign_id_41 partition of foreign_id for values with (modulus 64, remainder 41);
create table foreign_id_42 partition of foreign_id for values with (modulus 64, remainder 42);
create table foreign_id_43 partition of foreign_id for values with (modulus 64, remainder 43);
create table foreign_id_44 partition of foreign_id for values with (modulus 64, remainder 44);
create table foreign_id_45 partition of foreign_id for values with (modulus 64, remainder 45);
create table foreign_id_46 partition of foreign_id for values with (modulus 64, remainder 46);
create table foreign_id_47 partition of foreign_id for values with (modulus 64, remainder 47);
create table foreign_id_48 partition of foreign_id for values with (modulus 64, remainder 48);
create table foreign_id_49 partition of foreign_id for values with (modulus 64, remainder 49);
create table foreign_id_50 partition of foreign_id for values with (modulus 64, remainder 50);
create table foreign_id_51 partition of foreign_id for values with (modulus 64, remainder 51);
create table foreign_id_52 partition of foreign_id for values with (modulus 64, remainder 52);
create table foreign_id_53 partition of foreign_id for values with (modulus 64, remainder 53);
create table foreign_id_54 partition of foreign_id for values with (modulus 64, remainder 54);
create table foreign_id_55 partition of foreign_id for values with (modulus 64, remainder 55);
create table foreign_id_56 partition of foreign_id for values with (modulus 64, remainder 56);
create table foreign_id_57 partition of foreign_id for values with (modulus 64, remainder 57);
create table foreign_id_58 partition of foreign_id for values with (modulus 64, remainder 58);
create table foreign_id_59 partition of foreign_id for values with (modulus 64, remainder 59);
create table foreign_id_60 partition of foreign_id for values with (modulus 64, remainder 60);
create table foreign_id_61 partition of foreign_id for values with (modulus 64, remainder 61);
create table foreign_id_62 partition of foreign_id for values with (modulus 64, remainder 62);
create table foreign_id_63 partition of foreign_id for values with (modulus 64, remainder 63);
create index foreign_id_value on foreign_id (value, system);

-- Data keys, one per facility and bucket of patients, wrapped under the master key: erasing is deleting a key.
create table data_key (
    id int generated always as identity primary key,
    facility bigint not null references facility,
    bucket smallint not null,
    wrapped bytea not null,
    unique (facility, bucket)
);

grant select, insert, update on record to hmnet_app;
grant select, insert, delete on foreign_id to hmnet_app;
grant select, insert on data_key to hmnet_app;
