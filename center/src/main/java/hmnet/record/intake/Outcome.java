package hmnet.record.intake;

import org.jspecify.annotations.Nullable;

/// One line of the answer to a sender (受領の回答): what became of one file, said after its commit.
///
/// @param id of the inbox row; null when refused
/// @param outcome kept, duplicate or refused
/// @param reason why refused
record Outcome(
        @Nullable Long id,
        String path,
        String outcome,
        @Nullable String reason) {
    static Outcome refused(String path, String reason) {
        return new Outcome(null, path, "refused", reason);
    }
}
