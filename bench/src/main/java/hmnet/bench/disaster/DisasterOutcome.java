package hmnet.bench.disaster;

import java.util.Locale;

/// What came of a disaster (災害時モードの訓練の結果).
///
/// @param alone whether one person alone declared it
/// @param before looks that opened before the declaration
/// @param opened views that opened and were read
/// @param due as many should have
/// @param strangers looks that opened to another area's staff
/// @param after views that were read again after the end, and those that opened then
/// @param events of a disaster view in the log
/// @param listed openings on the office's list afterwards
record DisasterOutcome(
        int residents,
        boolean alone,
        int before,
        int opened,
        int due,
        int strangers,
        int after,
        long events,
        long listed) {
    boolean passed() {
        return !alone
                && before == 0
                && opened == due
                && strangers == 0
                && after == 0
                && events == opened
                && listed == opened;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "disaster: residents=%d declared_alone=%s before=%d opened=%d due=%d strangers=%d after=%d events=%d"
                        + " listed=%d verdict=%s",
                residents,
                alone ? "yes" : "no",
                before,
                opened,
                due,
                strangers,
                after,
                events,
                listed,
                passed() ? "passed" : "failed");
    }
}
