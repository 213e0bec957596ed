package hmnet.gateway.box;

import hmnet.gateway.Compression;
import hmnet.gateway.FileSender;
import hmnet.gateway.Limits;
import hmnet.gateway.MutualTls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The way to the centre (センターとの接続), under the certificate that lies in its file now. A new
/// certificate counts as soon as certificate and key belong together; until then the old one goes on.
final class Link implements AutoCloseable {
    /// What stands in memory at once is small, whatever waits.
    static final Limits LIMITS = new Limits(500, 4L << 20);

    private static final Duration NOTICE = Duration.ofDays(30);
    private static final String ENDS = "certificate-ends";
    private static final String UNUSABLE = "certificate-unusable";

    private final Settings settings;
    private final Alarms alarms;
    private volatile FileSender fileSender;
    private volatile Instant endsAt = Instant.MAX;
    private String stamp;

    private Link(Settings settings, Alarms alarms, String stamp, FileSender fileSender) {
        this.settings = settings;
        this.alarms = alarms;
        this.stamp = stamp;
        this.fileSender = fileSender;
    }

    static Link of(Settings settings, Alarms alarms) throws IOException {
        if (!MutualTls.belongTogether(settings.certificate(), settings.key())) {
            throw new BadSetting("certificate and key are not of one pair");
        }
        var link = new Link(settings, alarms, stamp(settings), open(settings));
        link.look();
        return link;
    }

    private static FileSender open(Settings settings) throws IOException {
        var tls = MutualTls.of(settings.ca(), settings.certificate(), settings.key());
        return new FileSender(settings.centre(), tls, LIMITS, Compression.ZSTD);
    }

    FileSender sending() {
        return fileSender;
    }

    /// When the certificate in use ends.
    Instant endsAt() {
        return endsAt;
    }

    /// Looks whether the files changed and whether the certificate's end is near.
    synchronized void look() {
        try {
            var now = stamp(settings);
            if (!now.equals(stamp)) {
                replace(now);
            }
            if (endsAt.equals(Instant.MAX)) {
                endsAt = MutualTls.certificate(settings.certificate())
                        .getNotAfter()
                        .toInstant();
            }
        } catch (IOException e) {
            alarms.raise(UNUSABLE, String.valueOf(e.getMessage()));
        }
        if (Instant.now().plus(NOTICE).isAfter(endsAt)) {
            alarms.raise(ENDS, "the certificate ends at " + endsAt);
        } else {
            alarms.over(ENDS);
        }
    }

    private void replace(String now) throws IOException {
        if (!MutualTls.belongTogether(settings.certificate(), settings.key())) {
            throw new IOException("certificate and key are not of one pair; the former one stays in use");
        }
        var former = fileSender;
        fileSender = open(settings);
        stamp = now;
        endsAt = MutualTls.certificate(settings.certificate()).getNotAfter().toInstant();
        alarms.over(UNUSABLE);
        alarms.say("certificate replaced; it ends at " + endsAt);
        Thread.ofVirtual().start(former::close); // what is under way ends first
    }

    private static String stamp(Settings settings) throws IOException {
        var stamp = new StringBuilder();
        for (Path file : List.of(settings.certificate(), settings.key(), settings.ca())) {
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
