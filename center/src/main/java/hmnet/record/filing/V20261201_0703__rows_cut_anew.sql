-- A row that today's reader cuts no more, or cuts otherwise, goes. Its original stays. Only where filing is open.
grant delete on record to hmnet_app;
