package hmnet.gateway.box;

/// What becomes of a file that was taken (取込後のファイル).
enum FileFate {
    /// Into the folder of what was taken.
    MOVE,
    /// It stays: the folder belongs to another system.
    LEAVE,
    DELETE
}
