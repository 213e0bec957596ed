-- HM cards for those who print them (印刷するHMカード). Cards of protected persons are printed at the office alone.

create or replace view hm_card as
select c.number, c.person, c.issue, c.issued_at,
       c.state = 'active' and k.protected_since is null
       and not exists (select from same_person s join consent o on o.person = s.other
                        where s.person = c.person and o.protected_since is not null) as printable
  from card c join consent k on k.person = c.person
 where c.scheme = 'hm';

grant select on hm_card to hmnet_app;
