package hmnet.record.vault;

import hmnet.ground.keys.Hmac;
import hmnet.ground.keys.Keys;
import hmnet.ground.keys.TaggedSeal;
import java.util.Arrays;
import java.util.Base64;
import org.springframework.stereotype.Component;

/// Seals what a row of a chart says beside its envelopes (行の封印): labels, department, source key. SQL still
/// filters by them: a query brings the key of the patient's rows, and each row is opened or compared by
/// SHA-256 over that key and the row's id. Nothing of two rows looks alike, whatever they say.
@Component
public final class RowSeals {
    /// How keyed ids begin, and none that was sent.
    public static final String KEYED = "=";

    private final Hmac rows;
    private final TaggedSeal words;

    public RowSeals(Keys keys) {
        this.rows = new Hmac(keys.derive("seals of rows"));
        this.words = new TaggedSeal(keys.derive("words of rows"));
    }

    /// The seal of one patient's rows.
    public PatientSeal of(long patient) {
        return new PatientSeal(rows.of("rows\n" + patient), word -> rows.of(patient + "\n" + word), words);
    }

    /// An id that others gave, as a keyed word: the same id gives the same word, and nobody opens it.
    public String foreignId(String system, String value) {
        var tag = Arrays.copyOf(rows.of("id\n" + system + "\n" + value), TaggedSeal.TAG);
        return KEYED + Base64.getUrlEncoder().withoutPadding().encodeToString(tag);
    }

    /// The labels of a row, opened in SQL.
    ///
    /// @param key SQL that gives `PatientSeal.forSql` of the row's patient
    /// @param row alias of the row
    public static String labels(String key, String row) {
        return "(ROW.labels # ('x' || encode(substr(sha256(KEY || uuid_send(ROW.id)), 1, 8), 'hex'))::bit(64)::bigint)"
                .replace("KEY", key)
                .replace("ROW", row);
    }

    /// Whether a row is of a department, in SQL.
    ///
    /// @param department SQL that gives its code
    public static String isOf(String department, String key, String row) {
        return "substr(ROW.department, 1, TAG) = substr(sha256(KEY || uuid_send(ROW.id) || convert_to('d' || WORD, 'UTF8')), 1, TAG)"
                .replace("TAG", Integer.toString(TaggedSeal.TAG))
                .replace("KEY", key)
                .replace("ROW", row)
                .replace("WORD", department);
    }
}
