package hmnet.formats.model.extract;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A visit, an admission or a discharge (来院・入退院の抜粋).
///
/// @param event `visit`, `admitted`, `discharged`, `moved`, `leave` (外泊), `returned`, `doctor`
///     (担当医の変更); what is yet to come: `booked`, `admission-planned`, `move-planned`,
///     `discharge-planned`; what never was: `not-come` (来院せず), `visit-cancelled`,
///     `admission-cancelled` (取消)
/// @param department as sent: usually a code of two digits
public record StayExtract(
        String event,
        String department,
        String ward,
        String formerWard,
        String doctor,
        OffsetDateTime at,
        @Nullable OffsetDateTime admittedAt,
        @Nullable OffsetDateTime dischargedAt,
        String outcome,
        List<String> notes)
        implements Extract {
    /// What a list calls it.
    public String title() {
        return switch (event) {
            case "visit" -> "外来受付";
            case "admitted" -> "入院";
            case "moved" -> "転科・転棟";
            case "leave" -> "外出・外泊";
            case "returned" -> "帰院";
            case "doctor" -> "担当医の変更";
            case "booked" -> "予約";
            case "not-come" -> "予約（来院せず）";
            case "visit-cancelled" -> "外来（取消）";
            case "admission-cancelled" -> "入院（取消）";
            case "admission-planned" -> "入院予定";
            case "move-planned" -> "転科・転棟予定";
            case "discharge-planned" -> "退院予定";
            case "discharged" -> outcome.contains("死亡") ? "退院（死亡）" : "退院";
            // From outside: nothing is made up of what nobody knows.
            default -> "入退院（状態不明）";
        };
    }

    /// Whether it is about a visit, not about a stay in the hospital.
    public boolean visiting() {
        return Set.of("visit", "booked", "not-come", "visit-cancelled").contains(event);
    }

    @Override
    public byte[] write() {
        return new ExtractJson()
                .put("event", event)
                .put("department", department)
                .put("ward", ward)
                .put("formerWard", formerWard)
                .put("doctor", doctor)
                .put("at", at)
                .put("admittedAt", admittedAt)
                .put("dischargedAt", dischargedAt)
                .put("outcome", outcome)
                .put("notes", notes)
                .bytes();
    }

    static StayExtract of(ExtractFields fields) {
        return new StayExtract(
                fields.text("event"),
                fields.text("department"),
                fields.text("ward"),
                fields.text("formerWard"),
                fields.text("doctor"),
                fields.time("at"),
                fields.optionalTime("admittedAt"),
                fields.optionalTime("dischargedAt"),
                fields.text("outcome"),
                fields.list("notes"));
    }
}
