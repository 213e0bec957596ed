package hmnet.bench;

import hmnet.bench.fuzz.RepeatedReading;
import hmnet.bench.fuzz.Samples;
import hmnet.bench.fuzz.Samples.Sample;
import hmnet.bench.stage.Command;
import hmnet.bench.stage.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What each reader costs for files of about 1 MB (読取性能): by a new process, and warm.
final class ReadersBench {
    private static final int BYTES = 1_000_000;

    private ReadersBench() {}

    static Result run() throws IOException {
        var lines = new ArrayList<Result.Line>();
        for (var sample : Samples.own()) {
            lines.add(line(sample));
        }
        return new Result("readers", Map.of("bytes", BYTES), List.copyOf(lines));
    }

    private static Result.Line line(Sample sample) throws IOException {
        var cold = Double.parseDouble(Command.run(List.of(
                        Path.of(System.getProperty("java.home", ""), "bin", "java")
                                .toString(),
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path", ""),
                        RepeatedReading.class.getName(),
                        sample.name(),
                        Integer.toString(BYTES)))
                .strip());
        var warm = RepeatedReading.warm(sample, BYTES);
        return Result.Line.of(
                sample.name(),
                "bytes",
                warm.bytes(),
                "cold_ms_per_mb",
                Result.rounded(cold / (warm.bytes() / 1e6), 0),
                "warm_ms_per_mb",
                Result.rounded(warm.read().millisPerMb(warm.bytes()), 1),
                "rows_ms_per_mb",
                Result.rounded(warm.rows().millisPerMb(warm.bytes()), 1),
                "allocated_mb_per_mb",
                Result.rounded((double) warm.read().allocatedBytes() / warm.bytes(), 1),
                "live_mb",
                Result.rounded(warm.liveBytes() / 1e6, 1));
    }
}
