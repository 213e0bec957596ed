package hmnet.gateway.box;

import hmnet.gateway.Compression;
import hmnet.gateway.FileSender;
import hmnet.gateway.Identity;
import hmnet.gateway.Limits;
import hmnet.gateway.MutualTls;
import hmnet.gateway.box.certificates.OwnCertificates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The way to the centre (センターとの接続), under the certificate that lies in its file now, or the one
/// that was registered after it. A new certificate counts as soon as certificate and key belong together; until then
/// the old one goes on.
final class Link implements AutoCloseable {
    /// What stands in memory at once is small, whatever waits.
    static final Limits LIMITS = new Limits(500, 4L << 20);

    private static final Duration NOTICE = Duration.ofDays(30);
    private static final String ENDS = "certificate-ends";
    private static final String UNUSABLE = "certificate-unusable";

    private final Settings settings;
    private final Alarms alarms;
    private final OwnCertificates store;
    private volatile FileSender fileSender;
    private volatile Identity shown;
    private String stamp;

    private Link(Settings settings, Alarms alarms) throws IOException {
        this.settings = settings;
        this.alarms = alarms;
        this.store = new OwnCertificates(settings.spool());
        this.stamp = stamp();
        this.shown = chosen();
        this.fileSender = open(shown);
    }

    static Link of(Settings settings, Alarms alarms) throws IOException {
        var link = new Link(settings, alarms);
        link.look();
        return link;
    }

    /// The one that the gateway registered itself, where it came after the configured one; else that one.
    private Identity chosen() throws IOException {
        var configured = Identity.fingerprint(MutualTls.certificate(settings.certificate()));
        try {
            var own = store.inUse(configured);
            if (own.isPresent()) {
                return own.get();
            }
        } catch (IOException e) {
            alarms.say("certificate: the renewed one cannot be read, the configured one is shown: " + e.getMessage());
        }
        var pair = Identity.of(settings.certificate(), settings.key());
        if (!pair.paired()) {
            throw new BadSetting("certificate and key are not of one pair");
        }
        return pair;
    }

    private FileSender open(Identity identity) throws IOException {
        return new FileSender(settings.centre(), MutualTls.of(settings.ca(), identity), LIMITS, Compression.ZSTD);
    }

    FileSender sending() {
        return fileSender;
    }

    /// What is shown to the centre now.
    Identity shown() {
        return shown;
    }

    OwnCertificates store() {
        return store;
    }

    /// When the certificate in use ends.
    Instant endsAt() {
        return shown.endsAt();
    }

    /// Shows the next one from now on, which was registered and tried.
    void adopt(Identity next) throws IOException {
        store.adopt(next, Identity.fingerprint(MutualTls.certificate(settings.certificate())));
        look();
    }

    /// Looks whether the files changed and whether the certificate's end is near.
    synchronized void look() {
        try {
            var now = stamp();
            if (!now.equals(stamp)) {
                replace(now);
            }
        } catch (IOException | BadSetting e) {
            alarms.raise(UNUSABLE, String.valueOf(e.getMessage()));
        }
        if (Instant.now().plus(NOTICE).isAfter(endsAt())) {
            alarms.raise(ENDS, "the certificate ends at " + endsAt());
        } else {
            alarms.over(ENDS);
        }
    }

    private void replace(String now) throws IOException {
        var next = chosen();
        var former = fileSender;
        fileSender = open(next);
        shown = next;
        stamp = now;
        alarms.over(UNUSABLE);
        alarms.say("certificate replaced; it ends at " + next.endsAt());
        Thread.ofVirtual().start(former::close); // what is under way ends first
    }

    private String stamp() throws IOException {
        var files = new ArrayList<>(List.of(settings.certificate(), settings.key(), settings.ca()));
        if (Files.exists(store.own())) {
            files.add(store.own());
        }
        var stamp = new StringBuilder();
        for (Path file : files) {
            stamp.append(Files.getLastModifiedTime(file).toMillis())
                    .append('/')
                    .append(Files.size(file))
                    .append(' ');
        }
        return stamp.toString();
    }

    @Override
    public void close() {
        fileSender.cut();
    }
}
