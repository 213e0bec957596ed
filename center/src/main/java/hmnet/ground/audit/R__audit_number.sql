-- Gives the next dense numbers to events that wait (監査の採番). It runs with the owner's rights, so the application can number but
-- neither choose a number nor take an event out of the queue. An event that vanished while it waited has no
-- hash: the insert fails and numbering stands still, loudly. The leaf is the hash that was written with the event; that of
-- a row not sealed yet is made of its text.

create or replace function audit_number(batch int) returns bigint
    language plpgsql security definer set search_path from current as $$
begin
    with taken as (
        delete from audit_pending
         where ctid = any (array(select ctid from audit_pending limit batch))
        returning event)
    insert into audit_leaf (leaf, event, hash)
    select (select coalesce(max(leaf) + 1, 0) from audit_leaf) + row_number() over (order by t.event) - 1,
           t.event,
           case when e.event is null then case when e.body is not null then e.hash end
                else sha256('\x00'::bytea || sha256(e.salt || convert_to(e.event, 'UTF8'))) end
      from taken t left join audit_event e on e.id = t.event;
    return (select coalesce(max(leaf) + 1, 0) from audit_leaf);
end $$;

revoke execute on function audit_number from public;
grant execute on function audit_number to hmnet_app;
