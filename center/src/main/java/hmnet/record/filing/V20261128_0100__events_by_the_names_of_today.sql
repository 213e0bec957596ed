-- An event that waits for its listener is kept by the name of its class; RecordsChanged stands in another module now.
update event_publication set event_type = 'hmnet.record.filing.RecordsChanged'
 where event_type = 'hmnet.records.RecordsChanged';
