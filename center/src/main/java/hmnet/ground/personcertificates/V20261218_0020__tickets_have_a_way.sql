-- A ticket is good for what its certificate was shown for (証明書の受け渡し票の用途). Tickets last minutes: those of before are dropped.
delete from certificate_ticket;
alter table certificate_ticket add column way text not null;
