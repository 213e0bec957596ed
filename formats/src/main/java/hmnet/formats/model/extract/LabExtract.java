package hmnet.formats.model.extract;

import java.time.OffsetDateTime;
import java.util.List;

/// Laboratory results or what was ordered (検体検査の抜粋).
public record LabExtract(List<AnalyteItem> items) implements Extract {
    /// One analyte.
    ///
    /// @param flag H, L, N, as sent otherwise, or empty
    /// @param status F final, P preliminary, C corrected, O ordered, X not obtained, empty when the sender
    ///     said nothing
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
            String flag,
            String status,
            String specimen,
            OffsetDateTime at,
            String jlac10,
            String table) {
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
            this(code, system, name, value, unit, low, high, flag, status, specimen, at, "", "");
        }

        /// As it is, and what its code means.
        public AnalyteItem meaning(String jlac10, String table) {
            return new AnalyteItem(
                    code, system, name, value, unit, low, high, flag, status, specimen, at, jlac10, table);
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
                .items(
                        items,
                        (json, item) -> json.put("code", item.code)
                                .put("system", item.system)
                                .put("name", item.name)
                                .put("value", item.value)
                                .put("unit", item.unit)
                                .put("low", item.low)
                                .put("high", item.high)
                                .put("flag", item.flag)
                                .put("status", item.status)
                                .put("specimen", item.specimen)
                                .put("at", item.at)
                                .put("jlac10", item.jlac10)
                                .put("table", item.table))
                .bytes();
    }

    static LabExtract of(ExtractFields fields) {
        return new LabExtract(fields.items().stream()
                .map(item -> new AnalyteItem(
                        item.text("code"),
                        item.text("system"),
                        item.text("name"),
                        item.text("value"),
                        item.text("unit"),
                        item.text("low"),
                        item.text("high"),
                        item.text("flag"),
                        item.text("status"),
                        item.text("specimen"),
                        item.time("at"),
                        item.text("jlac10"),
                        item.text("table")))
                .toList());
    }
}
