-- Who is protected now is asked without a person too: codes that they carry are withdrawn.
create index consent_protected on consent (person) where protected_since is not null;
