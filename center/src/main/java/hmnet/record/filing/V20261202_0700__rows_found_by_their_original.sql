-- What was cut from an original is found by it, whosever it is: to file it again, to move it out, to show it. Of one patient too.
create index record_inbox on record (inbox, patient);
