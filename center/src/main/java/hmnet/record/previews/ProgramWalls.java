package hmnet.record.previews;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// How far a program is walled in (プログラムの隔離): the most that this machine allows, tried once.
enum ProgramWalls {
    /// It sees its own folder, libraries and fonts; no network, no other process, no other file.
    ROOM,
    /// No network. It sees the machine's files as the centre's account does.
    NO_NETWORK,
    /// Limits of time, memory and output alone.
    LIMITS;

    private static final Duration TRIAL = Duration.ofSeconds(5);
    private static final List<String> READ = List.of(
            "/lib",
            "/lib64",
            "/bin",
            "/etc/fonts",
            "/etc/alternatives",
            "/etc/ld.so.cache",
            "/etc/libreoffice",
            "/etc/chromium.d",
            "/var/cache/fontconfig");

    /// The best that works here.
    static ProgramWalls best(Programs programs, Path trial) {
        for (var walls : List.of(ROOM, NO_NETWORK)) {
            var command = walls.around(programs, trial);
            if (command.isPresent() && works(command.get(), trial)) {
                return walls;
            }
        }
        return LIMITS;
    }

    /// What stands before a command; empty when the program for it is not here.
    Optional<List<String>> around(Programs programs, Path folder) {
        return switch (this) {
            case ROOM -> programs.find(PreviewProgram.WALLS).map(bwrap -> room(bwrap, folder));
            case NO_NETWORK ->
                programs.find(PreviewProgram.NAMESPACES)
                        .map(unshare -> List.of(unshare.toString(), "--map-root-user", "--net"));
            case LIMITS -> Optional.of(List.of());
        };
    }

    private static List<String> room(Path bwrap, Path folder) {
        var command = new ArrayList<>(List.of(
                bwrap.toString(),
                "--unshare-all",
                "--die-with-parent",
                "--new-session",
                "--cap-drop",
                "ALL",
                "--ro-bind",
                "/usr",
                "/usr"));
        for (var path : READ) {
            command.addAll(List.of("--ro-bind-try", path, path));
        }
        var here = folder.toString();
        command.addAll(List.of(
                "--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp", "--bind", here, here, "--chdir", here, "--"));
        return List.copyOf(command);
    }

    private static boolean works(List<String> before, Path folder) {
        var command = new ArrayList<>(before);
        command.add("true");
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            var process = builder.start();
            try {
                return process.waitFor(TRIAL.toSeconds(), TimeUnit.SECONDS) && process.exitValue() == 0;
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
