package hmnet.formats.model.extract;

import java.util.List;

/// Allergies as one facility knows them (アレルギーの抜粋). No item means nothing: `denied` is an item of its
/// own.
public record AllergyExtract(List<AllergyItem> items) implements Extract {
    /// One allergy, or one denial.
    ///
    /// @param category HL70127, such as DA
    /// @param severity HL70128: SV, MO, MI, or empty
    /// @param since when it began, as sent
    /// @param status `present` or `denied` (asked, none)
    public record AllergyItem(
            String category, String name, String code, String severity, String reaction, String since, String status) {}

    /// What a list calls them.
    public static String title(List<AllergyItem> items) {
        var present =
                items.stream().filter(item -> item.status().equals("present")).toList();
        if (present.isEmpty()) {
            return "アレルギー 申告なし";
        }
        var first = present.getFirst().name();
        return present.size() == 1 ? "アレルギー " + first : "アレルギー " + first + " ほか" + (present.size() - 1) + "件";
    }

    @Override
    public byte[] write() {
        return new ExtractJson()
                .items(
                        items,
                        (json, item) -> json.put("category", item.category)
                                .put("name", item.name)
                                .put("code", item.code)
                                .put("severity", item.severity)
                                .put("reaction", item.reaction)
                                .put("since", item.since)
                                .put("status", item.status))
                .bytes();
    }

    static AllergyExtract of(ExtractFields fields) {
        return new AllergyExtract(fields.items().stream()
                .map(item -> new AllergyItem(
                        item.text("category"),
                        item.text("name"),
                        item.text("code"),
                        item.text("severity"),
                        item.text("reaction"),
                        item.text("since"),
                        item.text("status")))
                .toList());
    }
}
