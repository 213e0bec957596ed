-- What a row says beside its envelopes stands sealed (行の封印, hmnet.record.vault.RowSeals): labels, department and source key. SQL
-- cannot seal what is there already: it keeps its old form until the start that follows seals it, table by table, before anybody reads.
create table sealing_ahead (
    relation text primary key
);
comment on table sealing_ahead is 'tables with rows of the old form; one goes when its rows are sealed and its file is written anew';

alter table record rename column department to former_department;
alter table record alter column former_department drop not null;
alter table record add column department bytea;
alter table record add constraint record_department check (department is not null or former_department is not null);
comment on column record.former_department is 'the code as earlier versions wrote it; null in every row that is sealed';
comment on column record.department is 'sealed to the row';
comment on column record.labels is 'sealed to the row: XOR with a number that only the key of the patient''s rows gives';
comment on column record.source_key is 'sealed to the patient; equal for the versions of one source message';

alter table record rename column codes to former_codes;
alter table record alter column former_codes drop not null;
alter table record add column codes bigint[] not null default '{}';
comment on column record.former_codes is 'as earlier versions wrote them; null in every row that is sealed';
comment on column record.codes is 'keyed numbers of the codes, other ones for each patient, in the order of the numbers';
comment on column foreign_id.value is 'keyed word of the id';

do $$
declare
    part text;
    filled boolean;
begin
    for n in 0..127 loop
        part := case when n < 64 then 'record_' else 'foreign_id_' end || lpad((n % 64)::text, 2, '0');
        execute format('select exists (select from %I)', part) into filled;
        if filled then
            insert into sealing_ahead values (part);
        end if;
    end loop;
end
$$;
insert into sealing_ahead select 'event_publication' where exists (select from event_publication);
