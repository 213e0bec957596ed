-- Subscribers of changed cross-references may be told by SOAP (ITI-46) instead of MLLP (ITI-10).
alter table pix_subscriber add column path text not null default '' check (path = '' or path like '/%');
comment on column pix_subscriber.path is 'of its address for SOAP, such as /pix; empty = MLLP';
