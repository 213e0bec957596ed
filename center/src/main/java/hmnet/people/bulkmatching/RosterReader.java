package hmnet.people.bulkmatching;

import hmnet.people.matching.Demographics;
import hmnet.people.matching.Roster;
import hmnet.people.matching.TextNumbers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/// A file of charts read into a roster (読み込み): one thread cuts rows, the others fold them.
final class RosterReader {
    private static final int BATCH = 8192;
    private static final int BATCHES_WAITING = 8;

    private final Troubles troubles = new Troubles();
    private final TextNumbers words = new TextNumbers();
    private final Semaphore room = new Semaphore(BATCHES_WAITING);

    private final Consumer<String> told;

    private RosterReader(Consumer<String> told) {
        this.told = told;
    }

    static Roster of(Path file, Consumer<String> told) throws IOException {
        try (var in = open(file)) {
            return new RosterReader(told).read(in);
        }
    }

    private static InputStream open(Path file) throws IOException {
        var in = Files.newInputStream(file);
        return file.getFileName().toString().endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in;
    }

    private Roster read(InputStream in) throws IOException {
        var lines = new CsvRows(in);
        var header = lines.next();
        if (header == null) {
            throw new IOException("the file is empty");
        }
        var columns = new Columns(header.bytes());
        var folded = new ArrayList<Future<Roster>>();
        try (var threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            var batch = new ArrayList<CsvRows.CsvRow>(BATCH);
            for (var row = lines.next(); row != null; row = lines.next()) {
                batch.add(row);
                if (batch.size() == BATCH) {
                    folded.add(fold(threads, columns, batch));
                    batch = new ArrayList<>(BATCH);
                }
            }
            folded.add(fold(threads, columns, batch));
            return joined(folded);
        }
    }

    private Future<Roster> fold(ExecutorService threads, Columns columns, List<CsvRows.CsvRow> rows) {
        room.acquireUninterruptibly();
        return threads.submit(() -> {
            try {
                return fold(columns, rows);
            } finally {
                room.release();
            }
        });
    }

    private Roster fold(Columns columns, List<CsvRows.CsvRow> rows) {
        var roster = new Roster(rows.size(), words);
        var size = 0;
        for (var row : rows) {
            if (row.bytes().length == 0) {
                continue;
            }
            var chart = columns.read(row.bytes(), (trouble, what) -> troubles.add(row.line(), trouble, what));
            if (chart != null) {
                roster.put(size, chart);
                check(row.line(), chart, roster.birth[size]);
                size++;
            }
        }
        return roster.first(size);
    }

    private void check(int line, Demographics chart, int birth) {
        if (chart.bare()) {
            troubles.add(line, Trouble.NO_NAME, "");
        }
        if (birth == 0 && !chart.birthDate().isBlank()) {
            troubles.add(line, Trouble.NO_SUCH_DAY, "");
        }
    }

    private Roster joined(List<Future<Roster>> parts) throws IOException {
        var rosters = new ArrayList<Roster>(parts.size());
        try {
            for (var part : parts) {
                rosters.add(part.get());
            }
        } catch (ExecutionException | InterruptedException e) {
            throw new IOException("a row could not be read", e);
        }
        var roster = Roster.sorted(rosters, words);
        troubles.add(Trouble.REPEATED, rosters.stream().mapToInt(Roster::size).sum() - roster.size());
        troubles.tell(told);
        return roster;
    }
}
