package hmnet.bench.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Processor time used by the centre and its PostgreSQL (CPU時間), from `/proc`: what the living processes
/// used, and what the server's first process saw its ended ones use.
public final class CpuTime {
    /// `getconf CLK_TCK`; Linux tells user space 100 on every machine it runs on.
    private static final double TICKS_PER_SECOND = 100;

    private static final int USER = 11;
    private static final int CHILDREN_SYSTEM = 14;

    private CpuTime() {}

    /// Seconds so far.
    public static double seconds(CentreProcess centre) {
        var server = ProcessHandle.of(centre.postgresPid());
        var ticks = ticks(centre.pid(), USER + 1)
                + server.map(s -> ticks(s.pid(), CHILDREN_SYSTEM)
                                + s.descendants()
                                        .mapToLong(child -> ticks(child.pid(), USER + 1))
                                        .sum())
                        .orElse(0L);
        return ticks / TICKS_PER_SECOND;
    }

    /// The fields of `/proc/PID/stat` from user time up to and including the last one named.
    private static long ticks(long pid, int last) {
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            var sum = 0L;
            for (var field = USER; field <= last; field++) {
                sum += Long.parseLong(fields[field]);
            }
            return sum;
        } catch (IOException ended) {
            return 0;
        }
    }

    /// Resident memory of one process in bytes.
    public static long residentBytes(long pid) {
        try {
            for (var line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
                if (line.startsWith("VmRSS:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
                }
            }
            return 0;
        } catch (IOException ended) {
            return 0;
        }
    }
}
