package hmnet.bench.fuzz;

import hmnet.formats.base.Unreadable;
import hmnet.formats.check.CheckedFile;
import hmnet.formats.check.Conversion;
import hmnet.formats.check.Readers;
import hmnet.formats.file.FacilityFile;
import hmnet.formats.model.chart.Part.Ids;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One file through every door a file goes through (一件の試験): reader, rows, check, every conversion. Only
/// `Unreadable` may come out.
final class Trial {
    static final Ids IDS = (type, key) -> type.charAt(0) + Integer.toHexString(key.hashCode());
    private static final int LARGE = 64 << 10;
    private static final int FRAMES = 4;

    private final String called;
    private final byte[] bytes;
    private final Consumer<String> faults;
    private @Nullable FacilityFile file;

    /// @param faults is told of each that came out
    Trial(String called, byte[] bytes, Consumer<String> faults) {
        this.called = called;
        this.bytes = bytes;
        this.faults = faults;
    }

    /// One door.
    private interface Door {
        Object open() throws Unreadable;
    }

    /// @return what reading cost
    Cost read() {
        return Cost.of(() -> through("read", () -> {
            var read = Readers.read(called, bytes);
            read.sheets();
            file = read;
            return read;
        }));
    }

    boolean wasRead() {
        return file != null;
    }

    /// What was read becomes rows, and files of other formats; of large ones only FHIR, which is all that is in
    /// them.
    void goOn() {
        var read = file;
        if (read == null) {
            return;
        }
        through("rows", () -> read.rows(IDS));
        through("check", this::checked);
        for (var target : Conversion.targets()) {
            if (bytes.length < LARGE || target.code().equals("fhir")) {
                through("convert " + target.code(), () -> Conversion.of(called, bytes, target));
            }
        }
    }

    /// The check lets nothing out, and says `internal` of what should not have come.
    private CheckedFile checked() {
        var checkedFile = CheckedFile.of("x", called, bytes);
        if (checkedFile.notes().stream().anyMatch(note -> note.code().equals("internal"))) {
            faults.accept("check: " + checkedFile.notes().getFirst().text());
        }
        return checkedFile;
    }

    private void through(String door, Door opened) {
        try {
            opened.open();
        } catch (Unreadable refused) {
            if (!refused.note().code().matches("[a-z0-9]+(-[a-z0-9]+)*")) {
                faults.accept(door + ": no code: " + refused.note().code());
            }
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            faults.accept(door + ": " + shortly(e));
        }
    }

    private static String shortly(Throwable fault) {
        var text = String.valueOf(fault);
        return (text.length() > 200 ? text.substring(0, 200) + "…" : text)
                + Arrays.stream(fault.getStackTrace())
                        .filter(frame -> frame.getClassName().startsWith("hmnet.formats"))
                        .limit(FRAMES)
                        .map(frame -> " < " + frame.getFileName() + ":" + frame.getLineNumber())
                        .collect(Collectors.joining());
    }
}
