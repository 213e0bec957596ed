package hmnet.formats.check;

import hmnet.formats.base.Note;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// FHIR judged by the profiles it claims, by packages of a folder (プロファイルによる判定).
///
/// The validator runs in a process of its own with memory and time of its own: a file from outside may exhaust it, and
/// nothing else. It starts with the first file and ends by itself when it is not asked for a while.
public final class ProfileJudge implements FileJudge, AutoCloseable {
    public static final String ERROR = "profile-error";
    public static final String WARNING = "profile-warning";
    public static final String NOT_JUDGED = "profile-not-judged";

    private static final int LARGEST = 16 << 20;
    private static final int MOST = 1000;
    private static final String MEMORY = "-Xmx2g";
    private static final Duration START = Duration.ofMinutes(2);

    private final List<String> command;
    private final Duration patience;
    private @Nullable Connection connection;

    private ProfileJudge(List<String> command, Duration patience) {
        this.command = command;
        this.patience = patience;
    }

    /// @param classPath where the judge's own process finds the validator
    /// @param packages a folder of packages as FHIR publishes them
    public static ProfileJudge of(String classPath, Path packages) {
        return of(classPath, packages, Duration.ofSeconds(60));
    }

    static ProfileJudge of(String classPath, Path packages, Duration patience) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProfileJudge(
                List.of(
                        java,
                        MEMORY,
                        "-Xss4m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        classPath,
                        "hmnet.profiles.JudgeProcess",
                        packages.toAbsolutePath().toString()),
                patience);
    }

    /// One file at a time.
    @Override
    public synchronized List<Note> notes(byte[] file) {
        if (file.length > LARGEST) {
            return notJudged(file.length + " bytes");
        }
        try {
            var open = connected();
            return within(patience, () -> open.ask(file));
        } catch (TimeoutException e) {
            close();
            return notJudged("longer than " + patience.toSeconds() + " s");
        } catch (IOException | ExecutionException e) {
            close();
            return notJudged("the validator ended: " + e.getMessage());
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            return notJudged("interrupted");
        }
    }

    private static List<Note> notJudged(String why) {
        return List.of(Note.info(NOT_JUDGED, 0, "", why));
    }

    private Connection connected() throws IOException, InterruptedException, ExecutionException, TimeoutException {
        var open = connection;
        if (open != null && open.process().isAlive()) {
            return open;
        }
        var fresh = Connection.of(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
        connection = fresh;
        if (within(START, () -> fresh.answers().readInt()) == 0) {
            throw new IOException("no package in the folder");
        }
        return fresh;
    }

    private static <T> T within(Duration limit, Callable<T> work)
            throws InterruptedException, ExecutionException, TimeoutException {
        var task = new FutureTask<>(work);
        Thread.ofPlatform().daemon().name("profile-judge").start(task);
        return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void close() {
        if (connection != null) {
            connection.process().destroyForcibly();
            connection = null;
        }
    }

    private record Connection(Process process, DataOutputStream files, DataInputStream answers) {
        static Connection of(Process process) {
            return new Connection(
                    process,
                    new DataOutputStream(new BufferedOutputStream(process.getOutputStream())),
                    new DataInputStream(process.getInputStream()));
        }

        List<Note> ask(byte[] file) throws IOException {
            files.writeInt(file.length);
            files.write(file);
            files.flush();
            var notes = new ArrayList<Note>();
            for (int left = Math.min(answers.readInt(), MOST); left > 0; left--) {
                var code = answers.readBoolean() ? ERROR : WARNING;
                var word = answers.readUTF();
                var place = answers.readUTF();
                var text = answers.readUTF();
                notes.add(Note.info(word.equals("not-judged") ? NOT_JUDGED : code, 0, place, text));
            }
            return List.copyOf(notes);
        }
    }
}
