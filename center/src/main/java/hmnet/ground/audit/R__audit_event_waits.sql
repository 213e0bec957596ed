-- No event passes the queue, whoever inserts it (監査の待ち行列).

create or replace function audit_event_waits() returns trigger
    language plpgsql security definer set search_path from current as $$
begin
    insert into audit_pending (event) values (new.id);
    return null;
end $$;

revoke execute on function audit_event_waits from public;
