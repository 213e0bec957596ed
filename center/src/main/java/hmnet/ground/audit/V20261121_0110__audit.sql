-- Who did what to whose record, and why (監査証跡): events, their numbers, the Merkle tree over them, signed checkpoints.
--
-- Every table is written by insert alone; the one delete is inside audit_number. An event is never updated: numbering it
-- in place would write its row and all its index entries twice. It waits in a queue of bare ids instead, whose rows
-- the numbering turns into leaves, so finding what waits costs the same at a hundred events and at a hundred million.
create table audit_event (
    id uuid primary key,
    at timestamptz not null,
    person uuid,
    salt bytea check (octet_length(salt) = 16),
    event text,
    check ((salt is null) = (event is null))
);
comment on column audit_event.event is 'canonical JSON; null with its salt once erased, while the leaf stays';
create index audit_event_person on audit_event (person, at desc) where person is not null;

-- No truncation by vacuum: its lock would make disclosures wait.
create table audit_pending (event uuid not null)
    with (vacuum_truncate = false, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

create table audit_leaf (
    leaf bigint primary key check (leaf >= 0),
    event uuid not null unique,
    hash bytea not null check (octet_length(hash) = 32)
);

-- Tiles of level 1 and up, one row per hash; those of level 0 are audit_leaf itself. A hash is written once, when
-- the 256 below it are complete, so a partial tile is simply the rows that are there and nothing is overwritten.
create table audit_node (
    level smallint not null check (level between 1 and 7),
    index bigint not null check (index >= 0),
    hash bytea not null check (octet_length(hash) = 32),
    primary key (level, index)
);

create table checkpoint (
    size bigint primary key check (size >= 0),
    note text not null
);
comment on column checkpoint.note is 'C2SP signed note; origin, size and root stand in it and nowhere else';

create table checkpoint_witness (
    size bigint not null references checkpoint,
    name text not null,
    line text not null,
    primary key (size, name)
);

-- No event passes the queue, whoever inserts it.
create function audit_event_waits() returns trigger
    language plpgsql security definer set search_path from current as $$
begin
    insert into audit_pending (event) values (new.id);
    return null;
end $$;
create trigger audit_event_waits after insert on audit_event for each row execute function audit_event_waits();

-- Gives the next dense numbers to events that wait. It runs with the owner's rights, so the application can number but
-- neither choose a number nor take an event out of the queue. An event that vanished while it waited has no
-- salt, hence no hash: the insert fails and numbering stands still, loudly.
create function audit_number(batch int) returns bigint
    language plpgsql security definer set search_path from current as $$
begin
    with taken as (
        delete from audit_pending
         where ctid = any (array(select ctid from audit_pending limit batch))
        returning event)
    insert into audit_leaf (leaf, event, hash)
    select (select coalesce(max(leaf) + 1, 0) from audit_leaf) + row_number() over (order by t.event) - 1,
           t.event,
           sha256('\x00'::bytea || sha256(e.salt || convert_to(e.event, 'UTF8')))
      from taken t left join audit_event e on e.id = t.event;
    return (select coalesce(max(leaf) + 1, 0) from audit_leaf);
end $$;

revoke execute on function audit_event_waits, audit_number from public;
grant execute on function audit_number to hmnet_app;
grant select, insert on audit_event, audit_node, checkpoint, checkpoint_witness to hmnet_app;
grant select on audit_pending, audit_leaf to hmnet_app;
