-- Everybody who is this person, themselves included (同一人物).

create or replace function one_with(who uuid) returns uuid[] language sql stable as $$
    select array(select s.other from same_person s where s.person = who) || who
$$;
