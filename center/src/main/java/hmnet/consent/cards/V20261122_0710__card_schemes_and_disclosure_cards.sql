-- Number schemes as data (番号体系): every card in a wallet keeps working, whoever issued it. A scheme of a hospital is that of
-- its 開示カード, which opens the issuer's records only, under the issuer's own consent.
create table card_scheme (
    word text primary key,
    kind text not null check (kind in ('hm', 'disclosure')),
    facility bigint references facility,
    name text not null,
    check_rule text not null check (check_rule in ('none', 'mod11-10', 'luhn', 'mod10-3')),
    until date,
    check ((kind = 'disclosure') = (facility is not null))
);
comment on column card_scheme.until is 'the last day on which its cards work; null = no end';

-- How a number of the scheme looks on each carrier; the group `number` is what is kept.
create table card_scheme_form (
    scheme text not null references card_scheme,
    carrier text not null check (carrier in ('printed', 'stripe', 'barcode')),
    pattern text not null,
    primary key (scheme, carrier)
);

insert into card_scheme (word, kind, name, check_rule)
values ('hm', 'hm', 'HMカード', 'mod11-10'), ('hm-first', 'hm', '初期のHMカード', 'luhn');
insert into card_scheme_form (scheme, carrier, pattern)
values ('hm', 'printed', '(?<number>[0-9]{13})'),
       ('hm-first', 'printed', '(?<number>[0-9]{10})'),
       ('hm-first', 'stripe', ';(?<number>[0-9]{10})=[0-9]{0,16}\?'),
       ('hm-first', 'barcode', '[A-D](?<number>[0-9]{10})[A-D]');

alter table card add column scheme text not null default 'hm' references card_scheme;
alter table card add column works_until date;
comment on column card.works_until is 'the last day of a card that another one has replaced; null = no end set';
alter table card drop constraint card_pkey;
alter table card add primary key (number, scheme);

-- The hospital's own consent, for its own records.
create table disclosure_consent (
    person uuid not null references person,
    facility bigint not null references facility,
    state text not null check (state in ('given', 'withdrawn')),
    how text not null check (how in ('paper', 'oral', 'card', 'app')),
    since timestamptz not null default now(),
    by text not null,
    primary key (person, facility)
);

alter table relation add column issuers bigint[];
comment on column relation.issuers is 'only the records of these hospitals: begun by their 開示カード; null = all, by an HM card';

grant select, insert, update on card_scheme, card_scheme_form to hmnet_app;
grant select, insert, update on disclosure_consent to hmnet_app;

alter table card add column issued_from bigint references facility;
comment on column card.issued_from is 'where it was issued: the office, or an association it was delegated to';
create index card_issued_from on card (issued_from, issued_at desc);

-- HM cards for those who print them. Cards of protected persons are printed at the office alone.
create view hm_card as
select c.number, c.person, c.issue, c.issued_at, c.state = 'active' and k.protected_since is null as printable
  from card c join consent k on k.person = c.person
 where c.scheme = 'hm';
grant select on hm_card to hmnet_app;
