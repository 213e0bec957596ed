package hmnet.office.consentdesk;

import hmnet.formats.model.code.Label;
import hmnet.ground.design.TypedForm;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a person denies within a consent, and the form for one more (同意の範囲の画面).
///
/// @param card what forms send back to name this person
/// @param done `denied` or `ended`, what was just done; or null
public record ProvisionScreen(
        String name,
        String kana,
        LocalDate birth,
        String card,
        List<ProvisionLine> lines,
        TypedForm form,
        @Nullable String done) {
    public static final List<String> TO = ProvisionForm.TO;
    public static final List<String> HOW = ProvisionForm.HOW;
    public static final List<Label> LABELS = ProvisionForm.LABELS;

    /// One that stands, in words.
    ///
    /// @param details whose records, which kinds, labels, care and purposes; nothing where all are meant
    public record ProvisionLine(
            long id,
            String to,
            List<String> details,
            LocalDate since,
            @Nullable LocalDate until) {}

    public boolean chosen(String field, String value) {
        return form.values().containsKey(field + "-" + value);
    }
}
