-- The application changes no row of the inbox but for this: a path that stands readable becomes a sealed one.
create or replace function inbox_seal(ids bigint[], paths bytea[]) returns bigint
    language plpgsql security definer set search_path from current as $$
declare
    sealed bigint;
begin
    update inbox i set sealed_path = s.path, path = null
      from unnest(ids, paths) as s(id, path)
     where i.id = s.id and i.path is not null and s.path is not null;
    get diagnostics sealed = row_count;
    return sealed;
end $$;
revoke execute on function inbox_seal from public;
grant execute on function inbox_seal to hmnet_app;
