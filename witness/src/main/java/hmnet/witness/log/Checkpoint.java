package hmnet.witness.log;

import java.util.Base64;

/// A statement about the whole log (チェックポイント): so many events, this root (C2SP tlog-checkpoint).
public record Checkpoint(String origin, long size, Hash root) {
    /// What is signed: three lines.
    public String body() {
        return origin + "\n" + size + "\n" + root + "\n";
    }

    public static Checkpoint read(String note) {
        var lines = note.split("\n", -1);
        if (lines.length < 5 || !lines[3].isEmpty()) {
            throw new IllegalArgumentException(
                    "Not a checkpoint: " + note.lines().findFirst().orElse(""));
        }
        var checkpoint = new Checkpoint(
                lines[0], Long.parseLong(lines[1]), new Hash(Base64.getDecoder().decode(lines[2])));
        if (!note.startsWith(checkpoint.body())) {
            throw new IllegalArgumentException("A checkpoint that is not in its one spelling");
        }
        return checkpoint;
    }
}
