-- Messages that tell of care stand beside those of identity feeds; they wait where files of any format do (bucket 16).
comment on column inbox.format is '1 = SS-MIX2 standard storage file, 3 = HL7 v2 message of an identity feed, 5 = file of any format, 7 = HL7 v2 message of care; 2, 4, 6 and 8 = the same, an individual number in it masked';
