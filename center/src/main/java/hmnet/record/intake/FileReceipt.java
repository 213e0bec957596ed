package hmnet.record.intake;

import org.jspecify.annotations.Nullable;

/// One line of the answer to a sender (受領の回答): what became of one file, said after its commit.
///
/// @param id of the inbox row; null when refused
/// @param outcome kept, duplicate or refused
/// @param reason why refused
record FileReceipt(
        @Nullable Long id,
        String path,
        String outcome,
        @Nullable String reason) {
    static FileReceipt refused(String path, String reason) {
        return new FileReceipt(null, path, "refused", reason);
    }
}
