package hmnet.formats.other.room;

import hmnet.formats.base.Unreadable;
import hmnet.formats.other.LargeVerdict;
import hmnet.formats.other.OtherFile;
import hmnet.formats.other.picture.LargeBytes;
import hmnet.formats.other.room.ExaminationRoom.CleanedSink;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One process that opens files (検査室の1つ). When a file makes it hang, fall or eat too much it ends, and nothing but
/// that file is lost.
final class RoomProcess {
    private static final Duration START = Duration.ofSeconds(60);
    private static final long FAREWELL_SECONDS = 5;

    private final Process process;
    private final DataOutputStream to;
    private final DataInputStream from;
    private int asked;
    /// It is being ended; for a moment it may still look alive.
    private volatile boolean ended;

    private RoomProcess(Process process) {
        this.process = process;
        this.to = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 1 << 16));
        this.from = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
    }

    /// Nothing of this process' environment goes along: settings hold passwords.
    static RoomProcess start(List<String> command) throws IOException {
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        var room = new RoomProcess(builder.start());
        try {
            if (within(START, room.from::readInt) == RoomWire.READY) {
                return room;
            }
            throw new IOException("a room that says something else than that it is ready");
        } catch (TimeoutException | Unreadable e) {
            room.end();
            throw new IOException("a room that did not open within " + START.toSeconds() + " s", e);
        } catch (IOException e) {
            room.end();
            throw e;
        }
    }

    boolean isFit(int most) {
        return !ended && process.isAlive() && asked < most;
    }

    OtherFile ask(byte[] bytes, String name, Duration limit) throws Unreadable {
        return answered(limit, () -> {
            RoomWire.ask(to, bytes, name);
            return RoomWire.answer(from);
        });
    }

    RasterDrawing draw(byte[] bytes, int page, int side, Duration limit) throws Unreadable {
        return answered(limit, () -> {
            RoomWire.askDrawing(to, bytes, page, side);
            return RoomWire.drawing(from);
        });
    }

    private <T> T answered(Duration limit, Callable<T> question) throws Unreadable {
        asked++;
        try {
            return within(limit, question);
        } catch (TimeoutException e) {
            end();
            throw unexaminable("took longer than " + limit.toMillis() + " ms");
        } catch (IOException e) {
            end();
            throw unexaminable("fell, or needed too much memory");
        }
    }

    /// The same for a large file. Whatever breaks off the talk ends the process.
    ///
    /// @throws LostSource when the file could not be read, or what was written anew not be kept
    LargeVerdict askLarge(LargeBytes bytes, String name, Duration limit, CleanedSink sink) throws Unreadable {
        asked++;
        try {
            return within(limit, () -> new LargeDialogue(from, to, bytes).ask(name, sink));
        } catch (TimeoutException e) {
            end();
            throw unexaminable("took longer than " + limit.toMillis() + " ms");
        } catch (IOException e) {
            end();
            throw unexaminable("fell, or needed too much memory");
        } catch (LostSource e) {
            end();
            throw e;
        }
    }

    private static Unreadable unexaminable(String why) {
        return new Unreadable("unexaminable", 0, "", "whoever looked at it " + why);
    }

    /// What a task says, or why not. When the process ends, so does whoever waits for it.
    private static <T> T within(Duration limit, Callable<T> task) throws IOException, TimeoutException, Unreadable {
        var future = new FutureTask<>(task);
        Thread.ofPlatform().daemon().name("examination").start(future);
        try {
            return future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case Unreadable refused -> throw refused;
                case IOException broken -> throw broken;
                case LostSource lost -> throw lost;
                // From outside: whatever an answer that makes no sense led to.
                case null, default -> throw new IOException("an answer that makes no sense", e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    void end() {
        ended = true;
        process.destroyForcibly();
    }

    /// Lets it go by itself, so that it leaves behind what makes the next one start sooner.
    void leave() {
        try {
            to.close();
            if (!process.waitFor(FAREWELL_SECONDS, TimeUnit.SECONDS)) {
                end();
            }
        } catch (IOException e) {
            end();
        } catch (InterruptedException e) {
            end();
            Thread.currentThread().interrupt();
        }
    }
}
