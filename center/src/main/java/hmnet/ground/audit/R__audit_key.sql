-- Events of before the keys are keyed once (旧い監査イベントの索引): only where no key stands, and never one that was written with its keys.
create or replace function audit_key(ids uuid[], actors bigint[], facilities bigint[]) returns bigint
    language plpgsql security definer set search_path from current as $$
declare
    keyed bigint;
begin
    update audit_event e set actor_key = k.actor, facility_key = k.facility
      from unnest(ids, actors, facilities) as k(id, actor, facility)
     where e.id = k.id and e.actor_key is null and e.body is not null;
    get diagnostics keyed = row_count;
    return keyed;
end $$;

revoke execute on function audit_key from public;
grant execute on function audit_key to hmnet_app;
