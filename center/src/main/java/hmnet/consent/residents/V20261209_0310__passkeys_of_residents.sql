-- A resident's passkey stands on the card with which they were signed in when they added it, as the password does.
create table resident_passkey (
    passkey bigint primary key references passkey_credential,
    account bigint not null references resident_account,
    scheme text not null,
    card text not null,
    foreign key (card, scheme) references card (number, scheme)
);
grant select, insert on resident_passkey to hmnet_app;
