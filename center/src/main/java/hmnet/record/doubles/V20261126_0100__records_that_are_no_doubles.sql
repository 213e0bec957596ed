-- What an operator has looked at and says is no double (重複でない): the search finds it again and it is not asked about again.
alter table record_double add column different boolean not null default false;
alter table record_double add constraint record_double_different check (not different or decision is not null and not hidden);
comment on column record_double.different is 'an operator says that both are care of their own; both stand on charts';
