package hmnet.formats.uke;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.csv.LargeRecords;
import hmnet.formats.base.csv.RecordForm;
import hmnet.formats.base.csv.RecordLine;
import hmnet.formats.base.csv.Records;
import hmnet.formats.file.Format;
import hmnet.formats.file.SheetsOnDemand;
import hmnet.formats.model.chart.Sheet;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// The receipts of a file (レセプトの集まり), one after the other: those of a small file stay as they were read, those
/// of a large one are read again from its bytes when their sheet is asked for.
///
/// @param month of care of the first one
record Receipts(Format format, YearMonth month, List<Note> notes, List<Sheet> sheets, List<RecordLine> first) {
    /// What a file may have so that its receipts stay in memory.
    static final int SMALL = 8 << 20;

    private static final int BYTES = 128 << 20;
    private static final int SMALL_LINES = 200_000;
    private static final int LINES = 4_000_000;

    static Receipts of(byte[] bytes) throws Unreadable {
        return of(bytes, SMALL);
    }

    /// @param small how large a file is kept in memory
    static Receipts of(byte[] bytes, int small) throws Unreadable {
        return bytes.length <= small ? small(bytes) : large(bytes);
    }

    private static Receipts small(byte[] bytes) throws Unreadable {
        var records = Records.read(bytes, RecordForm.MS932.upTo(SMALL, SMALL_LINES));
        UkeFile.notReturned(records.lines().getFirst());
        var split = ReceiptSplit.of(records);
        var receipts = split.receipts();
        var count = new SourceCount();
        int[] nth = receipts.stream().mapToInt(count::nth).toArray();
        return new Receipts(
                split.format(),
                receipts.getFirst().month(),
                split.notes(),
                sheets(nth, receipts::get),
                records.lines());
    }

    private static Receipts large(byte[] bytes) throws Unreadable {
        var records = LargeRecords.of(bytes, RecordForm.MS932.upTo(BYTES, LINES), "RE,");
        var remarks = new ArrayList<Note>(records.notes());
        var first = records.lines(0, new ArrayList<>());
        if (first.isEmpty()) {
            first = records.count() > 1 ? records.lines(1, new ArrayList<>()) : first;
        }
        if (first.isEmpty()) {
            throw new Unreadable("empty", 0, "", "no line");
        }
        UkeFile.notReturned(first.getFirst());
        var format = ReceiptSplit.format(records.tags(), first);
        var split = new ReceiptSplit(format, List.of(), null);
        var count = new SourceCount();
        var nth = new int[records.count()];
        var places = new int[records.count()];
        @Nullable YearMonth[] claims = new @Nullable YearMonth[records.count()];
        YearMonth month = null;
        int found = 0;
        for (int i = 0; i < records.count(); i++) {
            // Once: a file of slips must not become a file of remarks.
            var here = new ArrayList<Note>();
            var lines = records.lines(i, here);
            here.stream()
                    .filter(note ->
                            remarks.stream().noneMatch(other -> other.code().equals(note.code())))
                    .forEach(remarks::add);
            claims[i] = split.claimed();
            for (var line : lines) {
                split.take(line);
            }
            for (var receipt : split.receipts()) {
                month = month == null ? receipt.month() : month;
                places[found] = i;
                nth[found++] = count.nth(receipt);
            }
        }
        split.end();
        if (month == null) {
            throw new Unreadable("no-receipt", 0, "RE", "a file of receipts without a receipt");
        }
        remarks.addAll(split.notes());
        return new Receipts(
                format,
                month,
                List.copyOf(remarks),
                sheets(Arrays.copyOf(nth, found), at -> again(records, format, places[at], claims[places[at]])),
                List.of());
    }

    /// One receipt once more, from the bytes that were read before.
    private static Receipt again(LargeRecords records, Format format, int stretch, @Nullable YearMonth claimed) {
        try {
            var split = new ReceiptSplit(format, List.of(), claimed);
            for (var line : records.lines(stretch, new ArrayList<>())) {
                split.take(line);
            }
            return split.receipts().getFirst();
        } catch (Unreadable changed) {
            throw new IllegalStateException("A receipt that was read before", changed);
        }
    }

    private static List<Sheet> sheets(int[] nth, IntFunction<Receipt> receipts) {
        var ends = new int[nth.length];
        Arrays.setAll(ends, i -> i + 1);
        return new SheetsOnDemand(ends, at -> List.of(ReceiptSheet.of(receipts.apply(at), nth[at])));
    }

    /// How often the same source was met in a file.
    private static final class SourceCount {
        private final Map<String, Integer> seen = new HashMap<>();

        int nth(Receipt receipt) {
            return seen.merge(ReceiptSheet.source(receipt), 1, Integer::sum);
        }
    }
}
