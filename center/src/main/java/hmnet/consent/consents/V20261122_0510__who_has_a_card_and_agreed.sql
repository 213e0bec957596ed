-- Whether a person has a card and what they agreed to, a row a person: what a facility's list of its own patients and the
-- review desk join with. Never what the consent leaves out or for whom.
create view person_agreed as
select c.person, c.state, c.kinds, c.labels,
       exists (select from card k where k.person = c.person and k.state = 'active') as card
  from consent c;
grant select on person_agreed to hmnet_app;
