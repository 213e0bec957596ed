-- Why the office lets one consent hold for joined persons stands in the audit log, sealed; nobody ever read it here (理由は監査証跡だけに).
alter table joined_consent_event drop column why;
cluster joined_consent_event using joined_consent_event_pkey;
alter table joined_consent_event set without cluster;
