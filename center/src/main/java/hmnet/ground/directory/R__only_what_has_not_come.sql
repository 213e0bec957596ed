-- What a facility was called may be taken out again only while its day has not come (施設名称の履歴).

create or replace function only_what_has_not_come() returns trigger language plpgsql as $$
begin
    if old.since <= (now() at time zone 'Asia/Tokyo')::date then
        raise exception 'What a facility was called is never taken out';
    end if;
    return old;
end $$;
