package hmnet.ground.mtls;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// Refused certificates that the audit log has yet to name (断られた証明書; A002). A flood is counted, not told one by one:
/// each certificate once a minute, and beyond some hundred certificates all others together.
public final class RefusedCertificates {
    static final Duration APART = Duration.ofMinutes(1);
    static final int CERTIFICATES_MAX = 200;
    private static final String OTHERS = "others";
    private static final int REASON_MAX = 200;
    private final Clock clock;
    private final Map<String, WaitingRefusals> waiting = new HashMap<>();
    private final Map<String, Instant> told = new HashMap<>();

    public RefusedCertificates(Clock clock) {
        this.clock = clock;
    }

    /// Refusals of one certificate.
    ///
    /// @param fingerprint SHA-256 in hex, or `others`
    /// @param reason the newest one, in one printable line
    record RefusalCount(String fingerprint, String serial, String reason, int count) {}

    private record WaitingRefusals(String serial, String reason, int count) {}

    /// Notes a refusal, in memory and without waiting for anything: a handshake calls it.
    public synchronized void note(X509Certificate certificate, String reason) {
        var own = HexFormat.of().formatHex(Machines.fingerprint(certificate));
        var known = waiting.containsKey(own) || waiting.size() < CERTIFICATES_MAX;
        var serial = known ? certificate.getSerialNumber().toString(16) : "";
        add(new RefusalCount(known ? own : OTHERS, cut(serial), cut(reason), 1));
    }

    /// Takes what may be told now. A certificate told of less than a minute ago waits, and is counted on.
    synchronized List<RefusalCount> take() {
        var now = clock.instant();
        told.values().removeIf(at -> !at.plus(APART).isAfter(now));
        var taken = new ArrayList<RefusalCount>();
        waiting.forEach((fingerprint, refused) -> {
            if (!told.containsKey(fingerprint) && taken.size() + told.size() <= CERTIFICATES_MAX) {
                taken.add(new RefusalCount(fingerprint, refused.serial(), refused.reason(), refused.count()));
            }
        });
        taken.forEach(refusals -> {
            waiting.remove(refusals.fingerprint());
            told.put(refusals.fingerprint(), now);
        });
        return taken;
    }

    /// Takes back what could not be written, to be told the next time.
    synchronized void putBack(List<RefusalCount> untold) {
        untold.forEach(refusals -> {
            told.remove(refusals.fingerprint());
            add(refusals);
        });
    }

    private void add(RefusalCount more) {
        waiting.merge(
                more.fingerprint(),
                new WaitingRefusals(more.serial(), more.reason(), more.count()),
                (before, last) -> new WaitingRefusals(last.serial(), last.reason(), before.count() + last.count()));
    }

    /// A stranger's certificate may say anything, and say it at length.
    private static String cut(String text) {
        return text.codePoints()
                .filter(c -> !Character.isISOControl(c))
                .limit(REASON_MAX)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
