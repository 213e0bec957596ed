-- Files of any format stand in the inbox beside storage files and messages; they wait in a lane of their own (bucket 16), since one
-- may tell of many patients.
comment on column inbox.format is '1 = SS-MIX2 standard storage file, 3 = HL7 v2 message, 5 = file of any format; 2, 4 and 6 = the same, an individual number in it masked';
