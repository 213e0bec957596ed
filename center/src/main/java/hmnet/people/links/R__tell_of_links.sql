-- News of links (紐付けの変化) for whoever follows, in the same transaction as the event. Nothing is written while nobody follows.

create or replace function tell_of_links() returns trigger language plpgsql as $$
begin
    insert into link_news (follower, patient, person)
    select f.follower, e.patient, e.person
      from link_follower f cross join (select distinct patient, person from fresh) e;
    return null;
end $$;
