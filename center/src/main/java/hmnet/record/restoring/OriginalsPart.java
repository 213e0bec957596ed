package hmnet.record.restoring;

import hmnet.ground.directory.FacilityId;
import hmnet.record.inbox.SentFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Some of what a facility sent, as one ZIP (返却の一部): each file under its number and the path under which it came, a
/// list
/// of digests that `sha256sum -c` checks, and the numbers of what was left out, if any.
///
/// @param last the number of its last file
/// @param leftOut files that were held, lie in the file store, or can no longer be opened
@SuppressWarnings("ArrayRecordComponent") // large, handed over once, compared nowhere
record OriginalsPart(byte[] zip, long last, int count, int leftOut) {
    private static final int FILES = 2_000;
    private static final int BYTES = 32 * 1024 * 1024;
    private static final String SUMS = "SHA256SUMS";
    private static final String LEFT_OUT = "LEFT_OUT";

    static Optional<OriginalsPart> of(SentFiles files, FacilityId facility, long from) {
        var ids = files.after(from, facility, FILES);
        if (ids.isEmpty()) {
            return Optional.empty();
        }
        var bytes = new ByteArrayOutputStream();
        var sums = new StringBuilder();
        var count = 0;
        var leftOut = new ArrayList<Long>();
        var read = 0L;
        var last = from;
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (var id : ids) {
                if (read > BYTES) {
                    break;
                }
                last = id;
                var file = files.original(id, facility).filter(one -> !one.large());
                if (file.isEmpty()) {
                    leftOut.add(id);
                    continue;
                }
                var body = file.get().body();
                var name = id + "/" + safe(file.get().path());
                zip.putNextEntry(new ZipEntry(name));
                zip.write(body);
                sums.append(digest(body)).append("  ").append(name).append('\n');
                read += body.length;
                count++;
            }
            zip.putNextEntry(new ZipEntry(SUMS));
            zip.write(sums.toString().getBytes(StandardCharsets.UTF_8));
            if (!leftOut.isEmpty()) {
                zip.putNextEntry(new ZipEntry(LEFT_OUT));
                zip.write(lines(leftOut).getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(new OriginalsPart(bytes.toByteArray(), last, count, leftOut.size()));
    }

    private static String lines(List<Long> numbers) {
        return numbers.stream().map(number -> number + "\n").collect(Collectors.joining());
    }

    /// A path that leaves no folder, whatever was sent: no way up, no root, no line end.
    static String safe(String path) {
        var parts = path.replace('\\', '/').split("/+", -1);
        var kept = new StringBuilder();
        for (var part : parts) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                continue;
            }
            kept.append(kept.isEmpty() ? "" : "/").append(part.replaceAll("[\\p{Cntrl}:*?\"<>|]", "_"));
        }
        return kept.isEmpty() ? "file" : kept.toString();
    }

    private static String digest(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
