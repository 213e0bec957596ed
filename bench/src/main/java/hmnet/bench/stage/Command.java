package hmnet.bench.stage;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.util.List;

/// A program run to its end (外部コマンド). What it said is returned, and quoted when it fails.
public final class Command {
    private Command() {}

    /// What a program said, and what it said on the side.
    public record CommandOutput(String output, String errors) {}

    public static String run(List<String> command) throws IOException {
        return told(command).output();
    }

    public static CommandOutput told(List<String> command) throws IOException {
        var errors = Files.createTempFile("hmnet-bench", ".err");
        try {
            var process = new ProcessBuilder(command)
                    .redirectError(errors.toFile())
                    .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                    .start();
            var said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            var code = process.waitFor();
            if (code != 0) {
                throw new IOException(
                        command.getFirst() + " … ended with " + code + ": " + said + Files.readString(errors));
            }
            return new CommandOutput(said, Files.readString(errors));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        } finally {
            Files.delete(errors);
        }
    }
}
