-- Pieces of a large file that has come whole wait until they are one object, however long the store or the centre is away:
-- their end is moved on meanwhile.
grant update (expires_at) on stored_object to hmnet_app;
