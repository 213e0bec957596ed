-- News of links (紐付けの変化): which patients and persons were linked or parted, for whoever follows, in the same
-- transaction as the event itself. Nothing is written while nobody follows.
create table link_follower (
    follower text primary key
);
create table link_news (
    id bigint generated always as identity primary key,
    follower text not null,
    patient bigint not null,
    person uuid not null
);

create function tell_of_links() returns trigger language plpgsql as $$
begin
    insert into link_news (follower, patient, person)
    select f.follower, e.patient, e.person
      from link_follower f cross join (select distinct patient, person from fresh) e;
    return null;
end $$;
create trigger link_event_news after insert on link_event
    referencing new table as fresh for each statement execute function tell_of_links();

grant select, insert, delete on link_follower to hmnet_app;
grant select, insert, update, delete on link_news to hmnet_app;
grant usage on all sequences in schema public to hmnet_app;
