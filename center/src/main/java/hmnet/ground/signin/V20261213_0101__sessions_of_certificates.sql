-- A session that began with a certificate ends with it (証明書によるサインイン).
alter table signin_session add column certificate bytea check (octet_length(certificate) = 32);
comment on column signin_session.certificate is 'SHA-256 of the certificate that was shown; null where none was';
create index signin_session_certificate on signin_session (certificate) where certificate is not null;
alter table signin_session drop constraint signin_session_means_check;
alter table signin_session add constraint signin_session_means_check
    check (means in ('password-code', 'passkey', 'federated', 'federated-code', 'hpki', 'device'));
