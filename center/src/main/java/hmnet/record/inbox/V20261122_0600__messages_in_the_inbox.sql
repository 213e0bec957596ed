-- HL7 v2 messages that are no storage files stand in the inbox too (電文): those of a facility's identity feed.
comment on column inbox.format is '1 = SS-MIX2 standard storage file, 3 = HL7 v2 message; 2 and 4 = the same, an individual number in it masked';
comment on column inbox.key is 'of a storage file SHA-256 over relative path and SHA-256 of the bytes; of a message over MSH-10 and MSH-7, or over the bytes where it has none';
