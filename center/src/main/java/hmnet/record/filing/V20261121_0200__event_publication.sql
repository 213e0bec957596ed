-- Events between modules that are on their way (Spring Modulith's registry): a row until every listener is done.
create table event_publication (
    id uuid primary key,
    listener_id text not null,
    event_type text not null,
    serialized_event text not null,
    publication_date timestamptz not null,
    completion_date timestamptz,
    status text,
    completion_attempts int,
    last_resubmission_date timestamptz
);
create index event_publication_open on event_publication (publication_date) where completion_date is null;

grant select, insert, update, delete on event_publication to hmnet_app;
