package hmnet.formats.other.room;

import hmnet.formats.base.Unreadable;
import hmnet.formats.other.FileExaminer;
import hmnet.formats.other.LargeVerdict;
import hmnet.formats.other.OtherFile;
import hmnet.formats.other.picture.LargeBytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// Opens strangers' files in processes of their own (検査室): each has a limit of time and of memory and sees nothing of
/// this one. A file that breaks one gets a verdict, and the next file a new one.
public final class ExaminationRoom implements FileExaminer, AutoCloseable {
    /// A process that has seen so many is replaced: what a file may have changed in it does not stay.
    private static final int FILES = 500;

    private final RoomLimits limits;
    private final List<String> command;
    private final Semaphore places;
    private final Deque<RoomProcess> idle = new ArrayDeque<>();

    /// @param folder where copies of the libraries and a start archive are kept; made when it is missing
    public ExaminationRoom(RoomLimits limits, Path folder) throws IOException {
        this(limits, RoomCommand.of(limits, folder));
    }

    ExaminationRoom(RoomLimits limits, List<String> command) {
        this.limits = limits;
        this.command = command;
        this.places = new Semaphore(limits.processes(), true);
    }

    @Override
    public OtherFile examine(byte[] bytes, String name) throws Unreadable {
        return within(bytes, room -> room.ask(bytes, name, limits.time()));
    }

    /// One page of a TIFF, a JPEG or a PNG, drawn anew.
    ///
    /// @param page the first is 1
    /// @param side the longer side of what is drawn, at most
    public RasterDrawing draw(byte[] bytes, int page, int side) throws Unreadable {
        return within(bytes, room -> room.draw(bytes, page, side, limits.time()));
    }

    private <T> T within(byte[] bytes, RoomQuestion<T> question) throws Unreadable {
        if (bytes.length > OtherFile.BYTES) {
            throw new Unreadable("too-large", 0, "", "larger than " + OtherFile.BYTES + " bytes");
        }
        return with(question);
    }

    /// Looks at a file that is too large for memory. The room asks for what it wants to see.
    ///
    /// @param time for this one
    /// @param sink keeps what is written anew, if anything is
    /// @throws LostSource when the file could not be read, or what was written anew not be kept
    public LargeVerdict examineLarge(LargeBytes bytes, String name, Duration time, CleanedSink sink) throws Unreadable {
        return with(room -> room.askLarge(bytes, name, time, sink));
    }

    /// Keeps what is written anew of a large file.
    @FunctionalInterface
    public interface CleanedSink {
        void keep(InputStream cleaned) throws IOException;
    }

    /// What is asked of one process.
    @FunctionalInterface
    private interface RoomQuestion<T> {
        T ask(RoomProcess room) throws Unreadable;
    }

    private <T> T with(RoomQuestion<T> question) throws Unreadable {
        places.acquireUninterruptibly();
        try {
            var room = free();
            try {
                return question.ask(room);
            } finally {
                giveBack(room); // one that ended is found out when it is next taken
            }
        } catch (IOException e) {
            throw new Unreadable("unexaminable", 0, "", "no room could be opened: " + e.getMessage());
        } finally {
            places.release();
        }
    }

    private RoomProcess free() throws IOException {
        for (var room = pollIdle(); room != null; room = pollIdle()) {
            if (room.isFit(FILES)) {
                return room;
            }
            room.leave();
        }
        return RoomProcess.start(command);
    }

    private @Nullable RoomProcess pollIdle() {
        synchronized (idle) {
            return idle.poll();
        }
    }

    private void giveBack(RoomProcess room) {
        synchronized (idle) {
            idle.push(room);
        }
    }

    /// How many processes wait for a file.
    int waiting() {
        synchronized (idle) {
            return idle.size();
        }
    }

    @Override
    public void close() {
        for (var room = pollIdle(); room != null; room = pollIdle()) {
            room.leave();
        }
    }
}
