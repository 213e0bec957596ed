package hmnet.office.setup;

import java.nio.file.Path;

/// A plan file that cannot be taken over (移行ファイルの誤り): says where, for whoever wrote the file.
/// Nothing of the file stays in the centre.
final class BadPlan extends IllegalArgumentException {
    private static final int REASON_MAX = 300;

    BadPlan(Path file, long from, long to, RuntimeException cause) {
        super(
                file.getFileName() + (from == to ? ", line " + from : ", lines " + from + " to " + to) + ": "
                        + reason(cause),
                cause);
    }

    private static String reason(RuntimeException cause) {
        var line = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return line.substring(0, Math.min(line.length(), REASON_MAX));
    }
}
