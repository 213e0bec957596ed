package hmnet.ground.keys;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// A key that a command prints (コマンドの鍵), such as the client of a key management service. It is made, changed and
/// destroyed there. Its name says which one it is and nothing about it.
final class CommandKeyHolder implements KeyHolder {
    private static final Duration TIME = Duration.ofSeconds(60);

    /// For what it printed last to come through.
    private static final Duration GRACE = Duration.ofSeconds(1);

    /// Bytes: more than any key in any form.
    private static final int MOST = 4096;

    private final String command;
    private final Duration time;
    private byte @Nullable [] printed;

    CommandKeyHolder(String command) {
        this(command, TIME);
    }

    CommandKeyHolder(String command, Duration time) {
        this.command = command;
        this.time = time;
        if (command.isBlank()) {
            throw new UnusableKey("The master key comes from a command, and HMNET_KEYS_COMMAND names none");
        }
    }

    @Override
    public KeyPlace place() {
        return KeyPlace.COMMAND;
    }

    @Override
    public String nextName(String use) {
        return name();
    }

    /// Nothing: where it comes from it was made.
    @Override
    public void make(String name) {}

    @Override
    public byte[] wrap(String name, byte[] text, String about) {
        return KeyWrap.wrap(KeyWrap.aes(named(name)), text, about);
    }

    @Override
    public byte[] unwrap(String name, byte[] wrapped, String about) {
        return KeyWrap.unwrap(KeyWrap.aes(named(name)), wrapped, about);
    }

    /// Nothing: where it came from it must be destroyed by hand.
    @Override
    public void destroy(String name) {}

    @Override
    public String where() {
        return "the command " + command;
    }

    private String name() {
        return "key " + HexFormat.of().formatHex(new Keys(key()).derive("name of a key"), 0, 8);
    }

    private byte[] named(String name) {
        if (!name().equals(name)) {
            throw new UnusableKey("The command " + command + " prints " + name() + ", not " + name);
        }
        return key();
    }

    /// Once for each process: it may cost a call over the network.
    private synchronized byte[] key() {
        var known = printed;
        if (known == null) {
            known = parsed(run());
            printed = known;
        }
        return known;
    }

    private byte[] parsed(String text) {
        try {
            var key = text.matches("[0-9a-fA-F]{64}")
                    ? HexFormat.of().parseHex(text)
                    : Base64.getDecoder().decode(text);
            if (key.length == KeyWrap.KEY) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            // said below, without what it printed
        }
        throw new UnusableKey("The command " + command + " printed no key of 32 bytes in hex or base64");
    }

    private String run() {
        try {
            var process = new ProcessBuilder("/bin/sh", "-c", command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try {
                process.getOutputStream().close();
                return said(process);
            } finally {
                end(process);
            }
        } catch (IOException e) {
            throw new UnusableKey("The command " + command + " could not be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnusableKey("The command " + command + " was interrupted", e);
        }
    }

    /// Whatever it leaves behind may hold its output open: what counts is what was printed when it ended.
    private String said(Process process) throws IOException, InterruptedException {
        var out = new ByteArrayOutputStream();
        var reader = Thread.startVirtualThread(() -> collect(process.getInputStream(), out));
        if (!process.waitFor(time)) {
            throw new UnusableKey("The command " + command + " took longer than " + time.toSeconds() + " seconds");
        }
        reader.join(GRACE);
        if (process.exitValue() != 0) {
            throw new UnusableKey("The command " + command + " ended with " + process.exitValue());
        }
        return out.toString(StandardCharsets.UTF_8).strip();
    }

    /// As much as a key can take. The rest is read and thrown away, so that whoever prints on comes to an end.
    private static void collect(InputStream in, ByteArrayOutputStream out) {
        var piece = new byte[1024];
        try {
            for (var count = in.read(piece); count >= 0; count = in.read(piece)) {
                out.write(piece, 0, Math.min(count, MOST - Math.min(MOST, out.size())));
            }
        } catch (IOException ended) {
            // by us: it took too long
        }
    }

    /// The shell first: it would go on with its next command.
    private static void end(Process process) throws IOException {
        var started = process.descendants()
                .sorted(Comparator.comparing(one -> one.info().startInstant().orElse(Instant.EPOCH)))
                .toList();
        process.destroyForcibly();
        started.forEach(ProcessHandle::destroyForcibly);
        process.getInputStream().close();
    }
}
