package hmnet.witness.log;

import java.util.Locale;

/// What can be wrong with a log, seen from outside (ログの異常).
public enum LogFault {
    /// Fewer events than before: rolled back, or its tail cut off.
    ROLLED_BACK,
    /// Another history than the one that was seen.
    FORK,
    /// A published hash is not what the signed root says.
    CHANGED_TILE,
    WRONG_SIGNATURE,
    /// The clock here or at the centre was set back, or they are far apart.
    CLOCK,
    /// Nothing was heard for too long, or nothing new.
    SILENT;

    /// `rolled-back`, as status files and alarms write it.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether a signed note proves it, so that a human must look before anything is signed again.
    public boolean proven() {
        return switch (this) {
            case ROLLED_BACK, FORK, CHANGED_TILE -> true;
            case WRONG_SIGNATURE, CLOCK, SILENT -> false;
        };
    }
}
