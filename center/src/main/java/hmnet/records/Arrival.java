package hmnet.records;

/// One file as it came through a facility's door (受信ファイル).
///
/// @param path relative path in the sender's storage, as sent
public record Arrival(String path, byte[] body) {
    /// The chart number the path names, or "" when it names none: only to choose key and order, never to
    /// believe.
    String chartNumber() {
        var name = path.substring(path.lastIndexOf('/') + 1);
        var end = name.indexOf('_');
        return end <= 0 || end > 64 ? "" : name.substring(0, end);
    }
}
