-- A facility leaves on a day (脱退), and what becomes of its records then; a certificate ends for a reason (証明書の失効).
alter table facility add column records_end boolean not null default false;
comment on column facility.left_on is 'the first day it takes no part any more; null = no end is known';
comment on column facility.records_end is 'whether its records are shown to nobody from that day on; else they obey its rules as before';

alter table facility_certificate
    add column ended_by text not null default '',
    add column ended_why text not null default '',
    add column registered_by text not null default 'centre';
comment on column facility_certificate.ended_by is 'staff:N or centre; empty while it counts';
comment on column facility_certificate.registered_by is 'centre, or facility:N that registered its next one itself';
