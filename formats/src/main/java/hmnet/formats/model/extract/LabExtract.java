package hmnet.formats.model.extract;

import hmnet.formats.model.code.CareState;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;

/// Laboratory results or what was ordered (検体検査の抜粋).
/// @param notes on all of them (総合コメント)
/// @param state of the order, and why
public record LabExtract(List<AnalyteItem> items, List<String> notes, CareState state, String reason)
        implements Extract {
    public LabExtract(List<AnalyteItem> items) {
        this(items, List.of(), CareState.ACTIVE, "");
    }

    public LabExtract withItems(List<AnalyteItem> others) {
        return new LabExtract(others, notes, state, reason);
    }

    /// One analyte.
    ///
    /// @param flag H, L, N, as sent otherwise, or empty
    /// @param status F final, P preliminary, C corrected, O ordered, X not obtained, empty when the sender
    ///     said nothing
    /// @param range what is usual, as sent, where it is more than `low` and `high` say
    /// @param notes comments at the value (溶血), in the sender's words
    /// @param jlac10 what the sender's own code means, where the item has another code; else empty
    /// @param table which code table says so; empty where the sender does
    public record AnalyteItem(
            String code,
            String system,
            String name,
            String value,
            String unit,
            String low,
            String high,
            String range,
            String flag,
            String status,
            String specimen,
            OffsetDateTime at,
            List<String> notes,
            String jlac10,
            String table) {
        /// Without words for its range, and without comments.
        public AnalyteItem(
                String code,
                String system,
                String name,
                String value,
                String unit,
                String low,
                String high,
                String flag,
                String status,
                String specimen,
                OffsetDateTime at) {
            this(code, system, name, value, unit, low, high, "", flag, status, specimen, at, List.of(), "", "");
        }

        /// As it is, and what its code means.
        public AnalyteItem meaning(String jlac10, String table) {
            return new AnalyteItem(
                    code, system, name, value, unit, low, high, range, flag, status, specimen, at, notes, jlac10,
                    table);
        }
    }

    /// What the row is called: by its panel, else by its first item; and of what.
    ///
    /// @param panel empty where results came one by one
    public String title(String panel) {
        var first = items.getFirst();
        var what = panel.isBlank() ? first.name() + (items.size() > 1 ? " ほか" + (items.size() - 1) + "項目" : "") : panel;
        return first.specimen().isEmpty() ? what : what + "（" + first.specimen() + "）";
    }

    @Override
    public byte[] write() {
        return new ExtractJson()
                .put("notes", notes)
                .put(state, reason)
                .items(
                        items,
                        (json, item) -> json.put("code", item.code)
                                .put("system", item.system)
                                .put("name", item.name)
                                .put("value", item.value)
                                .put("unit", item.unit)
                                .put("low", item.low)
                                .put("high", item.high)
                                .put("range", item.range)
                                .put("flag", item.flag)
                                .put("status", item.status)
                                .put("specimen", item.specimen)
                                .put("at", item.at)
                                .put("notes", item.notes)
                                .put("jlac10", item.jlac10)
                                .put("table", item.table))
                .bytes();
    }

    static LabExtract of(ExtractFields fields) {
        // Values of one sample bear one moment: it is read once.
        var times = new HashMap<String, OffsetDateTime>();
        var items = fields.items().stream()
                .map(item -> new AnalyteItem(
                        item.text("code"),
                        item.text("system"),
                        item.text("name"),
                        item.text("value"),
                        item.text("unit"),
                        item.text("low"),
                        item.text("high"),
                        item.text("range"),
                        item.text("flag"),
                        item.text("status"),
                        item.text("specimen"),
                        times.computeIfAbsent(item.text("at"), at -> item.time("at")),
                        item.list("notes"),
                        item.text("jlac10"),
                        item.text("table")))
                .toList();
        return new LabExtract(items, fields.list("notes"), fields.state(), fields.text("reason"));
    }
}
