package hmnet.formats.model.extract;

import java.util.List;
import java.util.Locale;

/// Allergies as one facility knows them (アレルギーの抜粋). No item means nothing: `denied` is an item of its
/// own.
public record AllergyExtract(List<AllergyItem> items) implements Extract {
    /// One allergy, or one denial.
    ///
    /// @param category HL70127, such as DA
    /// @param severity HL70128: SV, MO, MI, or empty
    /// @param since when it began, as sent
    /// @param system of the code as FHIR names it, empty for the sender's own
    public record AllergyItem(
            String category,
            String name,
            String code,
            String system,
            String severity,
            String reaction,
            String since,
            AllergyStatus status,
            AllergyType type,
            String recorded,
            List<String> notes) {
        /// As most senders tell it.
        public static AllergyItem of(
                String category,
                String name,
                String code,
                String severity,
                String reaction,
                String since,
                AllergyStatus status) {
            return new AllergyItem(
                    category, name, code, "", severity, reaction, since, status, AllergyType.UNSAID, "", List.of());
        }

        /// Present and no more said than its name.
        public static AllergyItem of(String category, String name, AllergyStatus status) {
            return new AllergyItem(category, name, "", "", "", "", "", status, AllergyType.UNSAID, "", List.of());
        }

        public boolean isPresent() {
            return status == AllergyStatus.PRESENT || status == AllergyStatus.UNCONFIRMED;
        }
    }

    /// Whether it is so (有無). Only what is present warns; what was denied is never counted.
    public enum AllergyStatus {
        /// あり.
        PRESENT,
        /// 疑い: present until somebody says otherwise.
        UNCONFIRMED,
        /// なし: asked, none.
        DENIED,
        /// 過去のもの.
        INACTIVE,
        /// 解消.
        RESOLVED,
        /// 否定: thought so once, refuted.
        REFUTED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static AllergyStatus of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /// What it is (種別).
    public enum AllergyType {
        /// アレルギー.
        ALLERGY,
        /// 副作用歴.
        ADVERSE_REACTION,
        /// 不耐.
        INTOLERANCE,
        /// Not said.
        UNSAID;

        String word() {
            return this == UNSAID ? "" : name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static AllergyType of(String word) {
            return word.isEmpty()
                    ? UNSAID
                    : valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /// What a list calls them.
    public static String title(List<AllergyItem> items) {
        var present = items.stream().filter(AllergyItem::isPresent).toList();
        if (present.isEmpty()) {
            return items.stream().anyMatch(item -> item.status() == AllergyStatus.DENIED)
                    ? "アレルギー 申告なし"
                    : "アレルギー 現在なし（過去 " + items.size() + "件）";
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
                                .put("system", item.system)
                                .put("severity", item.severity)
                                .put("reaction", item.reaction)
                                .put("since", item.since)
                                .put("status", item.status.word())
                                .put("type", item.type.word())
                                .put("recorded", item.recorded)
                                .put("notes", item.notes))
                .bytes();
    }

    static AllergyExtract of(ExtractFields fields) {
        return new AllergyExtract(fields.items().stream()
                .map(item -> new AllergyItem(
                        item.text("category"),
                        item.text("name"),
                        item.text("code"),
                        item.text("system"),
                        item.text("severity"),
                        item.text("reaction"),
                        item.text("since"),
                        AllergyStatus.of(item.text("status")),
                        AllergyType.of(item.text("type")),
                        item.text("recorded"),
                        item.list("notes")))
                .toList());
    }
}
