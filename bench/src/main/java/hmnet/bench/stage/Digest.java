package hmnet.bench.stage;

import java.util.regex.Pattern;

/// What `digest` printed (照合値): two centres that hold the same print the same.
public record Digest(String charts, long quarantined) {
    private static final Pattern LINE = Pattern.compile("digest: (.*?) ?quarantined=(\\d+) (sha256=[0-9a-f]{64})");

    static Digest of(String output) {
        var line = LINE.matcher(output);
        if (!line.find()) {
            throw new IllegalStateException("Not a digest: " + output);
        }
        return new Digest(line.group(1) + " " + line.group(3), Long.parseLong(line.group(2)));
    }
}
