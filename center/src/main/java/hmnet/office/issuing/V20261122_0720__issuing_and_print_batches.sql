-- Issuing that is delegated (発行の委任): the association's cards begin with its own digits.
create table issuing_range (
    facility bigint primary key references facility,
    prefix text not null unique check (prefix ~ '^[0-9]{1,4}$'),
    since date not null default current_date
);

-- What a card looks like (券面デザイン).
create table card_design (
    word text primary key,
    name text not null,
    since date not null default current_date,
    until date
);
insert into card_design (word, name, since) values ('standard', '標準デザイン', '2026-01-01'), ('team', '球団デザイン', '2026-01-01');

-- Cards that are printed together (印刷バッチ), each card with what became of it.
create table print_batch (
    id bigint generated always as identity primary key,
    design text not null references card_design,
    made_at timestamptz not null default now(),
    made_by bigint not null references staff,
    file_taken_at timestamptz,
    counted int,
    counted_by bigint references staff,
    difference_why text,
    closed_at timestamptz,
    closed_by bigint references staff
);
comment on column print_batch.counted is 'cards in the hand of the office when it reconciled';

create table print_card (
    batch bigint not null references print_batch,
    number text not null,
    state text not null default 'ordered' check (state in
        ('ordered', 'printed', 'damaged', 'handed-over', 'returned', 'destroyed')),
    primary key (batch, number)
);
create unique index print_card_once on print_card (number) where state <> 'destroyed';

create table print_card_event (
    id bigint generated always as identity primary key,
    batch bigint not null,
    number text not null,
    state text not null,
    checked text,
    at timestamptz not null default now(),
    by bigint not null references staff,
    foreign key (batch, number) references print_card
);
comment on column print_card_event.checked is 'how the identity was checked when the card was handed over';

grant select, insert, update on issuing_range, card_design, print_batch, print_card to hmnet_app;
grant select, insert on print_card_event to hmnet_app;
