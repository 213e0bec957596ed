package hmnet.bench.fuzz;

import hmnet.bench.fuzz.Samples.Sample;
import hmnet.formats.base.Unreadable;
import hmnet.formats.check.Readers;
import hmnet.formats.file.FacilityFile;
import java.util.concurrent.atomic.AtomicReference;

/// A sample read again and again, or once in a process of its own (読取りの測定).
public final class RepeatedReading {
    private static final int WARM_UP = 6;
    private static final int TIMES = 3;

    private RepeatedReading() {}

    /// What one reading costs on average.
    ///
    /// @param rows what the rows of a chart cost, beside the reading
    /// @param liveBytes alive at once while it was read, its sheets held
    public record Warm(int bytes, Cost read, Cost rows, long liveBytes) {}

    /// Prints how many milliseconds of processor the first reading took in this process.
    ///
    /// @param arguments a sample's name, how many bytes
    public static void main(String[] arguments) {
        var sample = Samples.own().stream()
                .filter(any -> any.name().equals(arguments[0]))
                .findFirst()
                .orElseThrow();
        var bytes = sample.grown(Integer.parseInt(arguments[1]));
        System.out.println(Cost.of(() -> read(sample, bytes)).cpuMillis());
    }

    public static Warm warm(Sample sample, int size) {
        var bytes = sample.grown(size);
        for (int i = 0; i < WARM_UP; i++) {
            read(sample, bytes).rows(Trial.IDS);
        }
        var reading = new Cost(0, 0);
        var rows = new Cost(0, 0);
        for (int i = 0; i < TIMES; i++) {
            var file = new AtomicReference<>(read(sample, bytes));
            reading = reading.plus(Cost.of(() -> file.set(read(sample, bytes))));
            rows = rows.plus(Cost.of(() -> file.get().rows(Trial.IDS)));
        }
        return new Warm(bytes.length, reading.by(TIMES), rows.by(TIMES), LiveHeap.peakBytes(() -> read(sample, bytes)));
    }

    private static FacilityFile read(Sample sample, byte[] bytes) {
        try {
            var file = Readers.read(sample.called(), bytes);
            file.sheets();
            return file;
        } catch (Unreadable refused) {
            throw new IllegalStateException(sample.name(), refused);
        }
    }
}
