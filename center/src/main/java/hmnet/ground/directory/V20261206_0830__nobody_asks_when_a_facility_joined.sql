-- Nothing ever set it but its default, and nothing read it: a facility's names, acts and certificates have days of their own.
alter table facility drop column joined_on;
