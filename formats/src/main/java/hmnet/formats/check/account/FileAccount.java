package hmnet.formats.check.account;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.file.FacilityFile;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The account of a file (項目の収支): how many of its values went where, and which fields were not carried.
///
/// @param counts values by where they went; what is not in it went nowhere
/// @param notCarried one for each field, in the file's order
/// @param unknown fields that no table knows, so that nobody ever looked where they go
/// @param taken the fields were looked at
public record FileAccount(
        Map<Destination, Integer> counts, List<LostField> notCarried, List<String> unknown, boolean taken) {
    /// Of a file that was refused.
    public static final FileAccount NONE = new FileAccount(Map.of(), List.of(), List.of(), true);

    private static final FileAccount NOT_TAKEN = new FileAccount(Map.of(), List.of(), List.of(), false);

    /// A file larger than this is not held in memory a second time.
    private static final int LARGEST = 32 << 20;

    /// A field whose values were not carried.
    ///
    /// @param line of the first
    /// @param dosing it says how a drug is taken or given
    public record LostField(String path, String words, ValueClass like, int values, int line, boolean dosing) {
        private LostField andOne() {
            return new LostField(path, words, like, values + 1, line, dosing);
        }

        /// The value itself is never told: it may name a person.
        Note note() {
            return Note.info(
                    dosing ? DOSING : CODE,
                    line,
                    words.isEmpty() ? path : path + " " + words,
                    like.word() + " ×" + values);
        }
    }

    public static final String CODE = "not-carried";
    public static final String DOSING = "dosing-not-carried";

    /// @param bytes of the file, read anew: its values as it says them, whatever its reader made of them
    public static FileAccount of(FacilityFile file, byte[] bytes) {
        if (bytes.length > LARGEST) {
            return NOT_TAKEN;
        }
        try {
            return of(AccountTable.of(file.format()), FileValues.of(file, bytes));
        } catch (Unreadable e) {
            return NOT_TAKEN;
        }
    }

    static FileAccount of(AccountTable table, List<FileValue> values) {
        var counts = new EnumMap<Destination, Integer>(Destination.class);
        var lost = new LinkedHashMap<String, LostField>();
        var unknown = new ArrayList<String>();
        for (var value : values) {
            var line = table.line(value);
            counts.merge(line.to(), 1, Integer::sum);
            if (line.to() == Destination.NOT_CARRIED) {
                lost.merge(value.path(), first(table, value), (before, next) -> before.andOne());
                if (!table.knows(value) && !unknown.contains(value.path())) {
                    unknown.add(value.path());
                }
            }
        }
        return new FileAccount(counts, List.copyOf(lost.values()), List.copyOf(unknown), true);
    }

    private static LostField first(AccountTable table, FileValue value) {
        return new LostField(
                value.path(),
                table.line(value).words(),
                ValueClass.of(value.value()),
                1,
                value.line(),
                table.dosing(value));
    }

    /// One for each field that was not carried.
    public List<Note> notes() {
        return taken
                ? notCarried.stream().map(LostField::note).toList()
                : List.of(Note.info("account-missing", 0, "", "its fields were not looked at one by one"));
    }

    /// All values of the file.
    public int values() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
