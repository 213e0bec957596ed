-- By whom, from which facility, from which address and under which credential an event was caused, to be found by (漏えい時の照会).
-- Keyed hashes that are other each day (UTC): a dump joins nobody's acts over days, and the text stays sealed.
alter table audit_event
    add column actor_key bigint,
    add column facility_key bigint,
    add column address_key bigint,
    add column credential_key bigint;
comment on column audit_event.actor_key is 'null on an event of before this column, until it is keyed, and on an erased one';

create index audit_event_actor on audit_event (actor_key, at desc, id desc) include (person) where actor_key is not null;
create index audit_event_facility on audit_event (facility_key, at desc, id desc) include (person)
    where facility_key is not null;
create index audit_event_address on audit_event (address_key, at desc, id desc) include (person)
    where address_key is not null;
create index audit_event_credential on audit_event (credential_key, at desc, id desc) include (person)
    where credential_key is not null;
create index audit_event_unkeyed on audit_event (id) where actor_key is null and body is not null;
