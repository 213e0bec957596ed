package hmnet.ground.keys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A key that a command prints (コマンドの鍵), such as the client of a key management service. It is made, changed and
/// destroyed there. Its name says which one it is and nothing about it.
final class CommandKeyHolder implements KeyHolder {
    private static final int SECONDS = 60;
    private final String command;
    private byte @Nullable [] printed;

    CommandKeyHolder(String command) {
        this.command = command;
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
            process.getOutputStream().close();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new UnusableKey("The command " + command + " took longer than " + SECONDS + " seconds");
            }
            var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.exitValue() != 0) {
                throw new UnusableKey("The command " + command + " ended with " + process.exitValue());
            }
            return text;
        } catch (IOException e) {
            throw new UnusableKey("The command " + command + " could not be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnusableKey("The command " + command + " was interrupted", e);
        }
    }
}
