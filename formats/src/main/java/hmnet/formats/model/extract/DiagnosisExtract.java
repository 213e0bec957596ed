package hmnet.formats.model.extract;

import hmnet.formats.model.code.CareState;
import java.util.List;

/// A diagnosis (病名の抜粋). Dates are as precise as they were sent: `2026`, `2026-04` or `2026-04-01`.
public record DiagnosisExtract(
        String name,
        String code,
        String icd10,
        String onset,
        String ended,
        String outcome,
        boolean suspected,
        boolean main,
        CareState state,
        String reason,
        List<String> notes)
        implements Extract {
    public DiagnosisExtract withIcd10(String code) {
        return new DiagnosisExtract(
                name, this.code, code, onset, ended, outcome, suspected, main, state, reason, notes);
    }

    @Override
    public byte[] write() {
        return new ExtractJson()
                .put("name", name)
                .put("code", code)
                .put("icd10", icd10)
                .put("onset", onset)
                .put("ended", ended)
                .put("outcome", outcome)
                .put("suspected", suspected)
                .put("main", main)
                .put(state, reason)
                .put("notes", notes)
                .bytes();
    }

    static DiagnosisExtract of(ExtractFields fields) {
        return new DiagnosisExtract(
                fields.text("name"),
                fields.text("code"),
                fields.text("icd10"),
                fields.text("onset"),
                fields.text("ended"),
                fields.text("outcome"),
                fields.flag("suspected"),
                fields.flag("main"),
                fields.state(),
                fields.text("reason"),
                fields.list("notes"));
    }
}
