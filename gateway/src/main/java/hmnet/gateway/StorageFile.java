package hmnet.gateway;

/// One file of an SS-MIX2 storage (標準化ストレージのファイル): its path below the root, with `/`, and its
/// bytes as they are.
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody: it is read once and sent.
public record StorageFile(String path, byte[] bytes) {
    public StorageFile {
        if (path.isEmpty() || path.startsWith("/") || path.contains("\\")) {
            throw new IllegalArgumentException("A storage path is relative and written with /: " + path);
        }
    }
}
