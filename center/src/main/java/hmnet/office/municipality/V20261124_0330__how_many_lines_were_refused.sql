-- How many lines of a resident list were refused (受け入れなかった行数): of a long list not every refused line is kept, and none once it is
-- forgotten. Of lists that were forgotten before this the number is not known and stays 0.
alter table resident_list add column refused int not null default 0;
update resident_list l set refused = (select count(*) from resident_list_refusal r where r.list = l.id);
alter table resident_list alter column refused drop default;
