-- A file that named a person by the individual number (個人番号) is kept masked and never filed.
comment on column inbox.format is '1 = SS-MIX2 standard storage file, 2 = the same, an individual number in it masked';
