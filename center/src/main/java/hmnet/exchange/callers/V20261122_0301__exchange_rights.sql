-- Which facility's machines may ask or tell what (外部連携の権限). None = refused.
create table exchange_right (
    facility bigint not null references facility,
    errand text not null check (errand in ('pix', 'pdq', 'feed')),
    scope text not null check (scope in ('own', 'region')),
    granted_at timestamptz not null default now(),
    granted_by text not null,
    primary key (facility, errand)
);
comment on column exchange_right.scope is 'own = persons the facility has a tie to; region = the office and gateways of other regions';
grant select, insert, update, delete on exchange_right to hmnet_app;
