package hmnet.record.examination;

import hmnet.formats.base.Sha256;
import hmnet.formats.base.Unreadable;
import hmnet.formats.other.FileExaminer;
import hmnet.formats.other.OtherFile;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What files were found to be before the transaction that files them (取込み前の検査結果). Inside it nobody is asked any
/// more: a scanner that thinks for long would hold a connection, the lane and the keys of a facility meanwhile.
public final class EarlyVerdicts implements FileExaminer {
    private static final String NOT_SEEN = "not-seen";

    private final Map<String, EarlyVerdict> byFile = new HashMap<>();

    private record EarlyVerdict(
            @Nullable OtherFile file, @Nullable Unreadable refusal) {}

    /// Asks now, and remembers what was said.
    public void ask(FileExaminer examiner, byte[] bytes, String name) {
        byFile.put(key(bytes, name), asked(examiner, bytes, name));
    }

    private static EarlyVerdict asked(FileExaminer examiner, byte[] bytes, String name) {
        try {
            return new EarlyVerdict(examiner.examine(bytes, name), null);
        } catch (Unreadable refusal) {
            return new EarlyVerdict(null, refusal);
        }
    }

    @Override
    public OtherFile examine(byte[] bytes, String name) throws Unreadable {
        var verdict = byFile.get(key(bytes, name));
        if (verdict == null) {
            throw new Unreadable(NOT_SEEN, 0, "", "it was not examined before");
        }
        if (verdict.refusal() != null) {
            throw verdict.refusal();
        }
        return Objects.requireNonNull(verdict.file());
    }

    /// Whether a file was not there when the others were examined.
    public static boolean isNotSeen(Unreadable refusal) {
        return refusal.note().code().equals(NOT_SEEN);
    }

    private static String key(byte[] bytes, String name) {
        return Sha256.hex(bytes) + " " + name;
    }
}
