package hmnet.record.examination;

import java.time.Duration;

/// Spares everybody a scanner that does not answer (ウイルス検査の休止): after one silence nobody asks it for a while, then
/// one does, and the others when that one was answered.
final class ScannerBreaker {
    private final Duration rest;
    private boolean rests;
    private boolean isTried;
    private long silentSince;

    ScannerBreaker(Duration rest) {
        this.rest = rest;
    }

    /// Whether whoever calls may ask. It says afterwards how it went.
    synchronized boolean admits() {
        if (!rests) {
            return true;
        }
        if (isTried || System.nanoTime() - silentSince < rest.toNanos()) {
            return false;
        }
        isTried = true;
        return true;
    }

    /// The scanner said something, or could be told at once to be away.
    synchronized void answered() {
        rests = false;
        isTried = false;
    }

    synchronized void keptSilent() {
        rests = true;
        isTried = false;
        silentSince = System.nanoTime();
    }
}
