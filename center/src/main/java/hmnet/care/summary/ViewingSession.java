package hmnet.care.summary;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Optional;

/// The time in which a reader comes back to a summary (閲覧のひとまとまり).
///
/// @param at the last look
/// @param before what had been shown when the sitting began
/// @param now what has been shown since
record ViewingSession(OffsetDateTime at, FormerLook before, FormerLook now) {
    private static final long NEVER = Long.MIN_VALUE;

    /// What was shown, once it is over.
    FormerLook ended() {
        return new FormerLook(Optional.of(at), now.after(), now.shown());
    }

    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            write(out, before);
            write(out, now);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static ViewingSession of(OffsetDateTime at, byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return new ViewingSession(at, look(in), look(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(DataOutputStream out, FormerLook look) throws IOException {
        out.writeLong(micros(look.at()));
        out.writeLong(micros(look.after()));
        out.writeShort(look.shown().size());
        for (var one : look.shown()) {
            out.writeInt(one);
        }
    }

    private static FormerLook look(DataInputStream in) throws IOException {
        var at = moment(in.readLong());
        var after = moment(in.readLong());
        var shown = new HashSet<Integer>();
        for (var left = in.readUnsignedShort(); left > 0; left--) {
            shown.add(in.readInt());
        }
        return new FormerLook(at, after, shown);
    }

    /// As fine as the database keeps time.
    private static long micros(Optional<OffsetDateTime> at) {
        return at.map(moment -> ChronoUnit.MICROS.between(Instant.EPOCH, moment.toInstant()))
                .orElse(NEVER);
    }

    private static Optional<OffsetDateTime> moment(long micros) {
        return micros == NEVER
                ? Optional.empty()
                : Optional.of(Instant.EPOCH.plus(micros, ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
    }
}
