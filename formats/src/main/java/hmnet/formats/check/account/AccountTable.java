package hmnet.formats.check.account;

import hmnet.formats.base.Table;
import hmnet.formats.file.Format;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Where each field of a format goes (項目の行き先の表): scopes, path, destination, `dosing` where it says how a
/// drug is taken or given, the field's name or the reason.
///
/// Scopes are parted by blanks, `*` is every one; a path that ends in `.**` holds for all below it. A path that
/// the table does not know is not carried.
final class AccountTable {
    private static final Map<Format, AccountTable> TABLES = new EnumMap<>(Format.class);

    static {
        for (var format : Format.values()) {
            TABLES.put(format, new AccountTable(Table.read(AccountTable.class, name(format))));
        }
    }

    /// @param scopes of which it holds
    record AccountLine(List<String> scopes, String path, Destination to, boolean dosing, String words) {
        static AccountLine of(List<String> row) {
            return new AccountLine(
                    List.of(row.get(0).split(" ")),
                    row.get(1),
                    Destination.of(row.get(2)),
                    row.get(3).equals("dosing"),
                    String.join(",", row.subList(4, row.size())));
        }

        static AccountLine unknown(String path) {
            return new AccountLine(List.of("*"), path, Destination.NOT_CARRIED, false, "");
        }
    }

    private final Map<String, Map<String, AccountLine>> lines = new HashMap<>();

    AccountTable(List<List<String>> rows) {
        for (var row : rows) {
            var line = AccountLine.of(row);
            line.scopes()
                    .forEach(scope -> lines.computeIfAbsent(line.path(), none -> new HashMap<>())
                            .put(scope, line));
        }
    }

    static AccountTable of(Format format) {
        return Objects.requireNonNull(TABLES.get(format), "every format has a table");
    }

    /// The receipts' kinds share a table, as they share most records.
    static String name(Format format) {
        return (format.code().startsWith("uke") ? "uke" : format.code()) + ".csv";
    }

    boolean knows(FileValue value) {
        return line(value.scope(), value.path()) != null;
    }

    AccountLine line(FileValue value) {
        var found = line(value.scope(), value.path());
        return found == null ? AccountLine.unknown(value.path()) : found;
    }

    /// Whether a field says how a drug is taken or given; one in a list's second place does where the first does.
    boolean dosing(FileValue value) {
        var plain = value.path().endsWith("+")
                ? value.path().substring(0, value.path().length() - 1)
                : value.path();
        var found = line(value.scope(), plain);
        return found != null && found.dosing() || line(value).dosing();
    }

    private @Nullable AccountLine line(String scope, String path) {
        var found = exactly(scope, path);
        for (int end = path.length(); found == null && end > 0; end = path.lastIndexOf('.', end - 1)) {
            found = exactly(scope, path.substring(0, end) + ".**");
        }
        return found;
    }

    private @Nullable AccountLine exactly(String scope, String path) {
        var byScope = lines.get(path);
        if (byScope == null) {
            return null;
        }
        var own = byScope.get(scope);
        return own == null ? byScope.get("*") : own;
    }
}
