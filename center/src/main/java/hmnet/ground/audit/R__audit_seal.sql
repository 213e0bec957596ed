-- What was never sealed is sealed once: the text goes only where the hash is that of the very text it was, and what the
-- tree says cannot change.
create or replace function audit_seal(ids uuid[], bodies bytea[], hashes bytea[]) returns bigint
    language plpgsql security definer set search_path from current as $$
declare
    sealed bigint;
begin
    update audit_event e set body = s.body, hash = s.hash, event = null, salt = null
      from unnest(ids, bodies, hashes) as s(id, body, hash)
     where e.id = s.id and e.event is not null
       and s.hash = sha256('\x00'::bytea || sha256(e.salt || convert_to(e.event, 'UTF8')));
    get diagnostics sealed = row_count;
    return sealed;
end $$;

revoke execute on function audit_seal from public;
grant execute on function audit_seal to hmnet_app;
