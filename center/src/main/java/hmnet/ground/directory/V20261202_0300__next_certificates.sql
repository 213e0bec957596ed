-- A facility's machine registers its next certificate itself, under the one in use (次の証明書の登録).
alter table facility_certificate
    add column key_digest bytea check (octet_length(key_digest) = 32),
    add column registered_with bytea references facility_certificate,
    add column waits boolean not null default false,
    add column certificate bytea;
comment on column facility_certificate.key_digest is 'SHA-256 of its public key; null where it was registered before keys were noted';
comment on column facility_certificate.registered_with is 'the certificate that its facility showed when it registered this one; null for those the centre registered';
comment on column facility_certificate.waits is 'whether it lets nobody in before an operator has agreed';
comment on column facility_certificate.certificate is 'its DER form, where the centre issued it: a machine that did not hear the answer is given it again';
create index facility_certificate_key on facility_certificate (key_digest);
create index facility_certificate_with on facility_certificate (registered_with);
