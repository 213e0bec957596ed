package hmnet.formats.model.extract;

import hmnet.formats.model.code.CareState;
import java.util.List;

/// What was done or arranged (処置・手術・実施・介護の抜粋).
///
/// @param ordered asked for, not yet done
public record ProcedureExtract(boolean ordered, String doctor, List<ProcedureItem> items) implements Extract {
    /// One act.
    ///
    /// @param said a value or words that belong to it
    public record ProcedureItem(
            String code,
            String system,
            String name,
            String amount,
            String unit,
            String said,
            CareState state,
            String reason) {}

    @Override
    public byte[] write() {
        return new ExtractJson()
                .put("ordered", ordered)
                .put("doctor", doctor)
                .items(
                        items,
                        (json, item) -> json.put("code", item.code)
                                .put("system", item.system)
                                .put("name", item.name)
                                .put("amount", item.amount)
                                .put("unit", item.unit)
                                .put("said", item.said)
                                .put(item.state, item.reason))
                .bytes();
    }

    static ProcedureExtract of(ExtractFields fields) {
        return new ProcedureExtract(
                fields.flag("ordered"),
                fields.text("doctor"),
                fields.items().stream()
                        .map(item -> new ProcedureItem(
                                item.text("code"),
                                item.text("system"),
                                item.text("name"),
                                item.text("amount"),
                                item.text("unit"),
                                item.text("said"),
                                item.state(),
                                item.text("reason")))
                        .toList());
    }
}
