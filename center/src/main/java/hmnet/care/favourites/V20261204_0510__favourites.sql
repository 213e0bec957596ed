-- A professional's own list of patients (お気に入り患者). A dump tells neither whose list a row is of nor who stands on it: the list is a keyed
-- hash of the user, the row's number one of user and person, and the person is sealed.
create table favourite (
    mark bigint primary key,
    list bigint not null,
    at timestamptz not null,
    person bytea not null
);
create index favourite_list on favourite (list);
comment on column favourite.mark is 'keyed hash of user and person';
comment on column favourite.list is 'keyed hash of the user';
comment on column favourite.person is 'sealed: who it is';

grant select, insert, delete on favourite to hmnet_app;
