-- Events of the log sealed (監査証跡の封印). The text and its salt stand in `body`, which opens under the centre's key and at its own
-- row only; `hash` is the leaf that the event becomes, made when it is written. Rows of before are sealed at the next start.
alter table audit_event
    add column body bytea,
    add column hash bytea check (octet_length(hash) = 32),
    add constraint audit_event_sealed check (body is null or (event is null and salt is null and hash is not null));
comment on column audit_event.body is 'salt and canonical JSON, sealed; null once erased, while the leaf stays';
comment on column audit_event.event is 'the text of a row not sealed yet';
create index audit_event_plain on audit_event (id) where event is not null;
