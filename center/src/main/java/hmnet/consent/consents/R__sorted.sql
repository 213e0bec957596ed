-- Persons in order, so that the same ones compare equal (並び順).

create or replace function sorted(uuid[]) returns uuid[] language sql immutable as $$
    select array(select u from unnest($1) as u order by u)
$$;
