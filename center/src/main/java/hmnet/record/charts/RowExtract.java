package hmnet.record.charts;

import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.extract.Extract;
import hmnet.formats.model.extract.SentDepartment;
import org.jspecify.annotations.Nullable;

/// What lists and sheets draw of a row (行の抜粋), as it was kept. Many parts of a page look at one row: it is read when
/// the first of them asks, and not again. Used by one thread.
public final class RowExtract {
    private final RecordKind kind;
    private final byte[] json;
    private @Nullable Extract read;
    private @Nullable String department;

    RowExtract(RecordKind kind, byte[] json) {
        this.kind = kind;
        this.json = json;
    }

    /// @throws IllegalArgumentException when what was kept is no extract of this kind
    public Extract read() {
        var known = read;
        if (known == null) {
            known = Extract.read(kind, json);
            read = known;
        }
        return known;
    }

    /// The department's name as the message says it, or the empty text.
    public String department() {
        var known = department;
        if (known == null) {
            known = SentDepartment.of(json);
            department = known;
        }
        return known;
    }

    /// As it was kept, for what is drawn up from it anew.
    public byte[] json() {
        return json.clone();
    }

    /// How much there is, and nothing of what it says: an entry may stand in a log.
    @Override
    public String toString() {
        return "extract of " + json.length + " bytes";
    }
}
