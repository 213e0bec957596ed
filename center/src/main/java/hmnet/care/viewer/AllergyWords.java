package hmnet.care.viewer;

import hmnet.care.viewer.PersonBanner.AllergySeverity;
import hmnet.care.viewer.PersonBanner.AllergyState;
import hmnet.formats.model.extract.AllergyExtract.AllergyItem;
import hmnet.formats.model.extract.AllergyExtract.AllergyStatus;
import hmnet.formats.model.extract.AllergyExtract.AllergyType;
import hmnet.ground.design.Messages;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What one allergy says of itself, in the reader's words (アレルギーの表記).
public final class AllergyWords {
    private static final Set<String> CATEGORIES = Set.of("DA", "FA", "EA", "AA", "PA", "LA", "MC", "MA");
    private static final Set<String> SEVERITIES = Set.of("SV", "MO", "MI", "U");

    private static final Set<String> SEVERE = Set.of("SV", "重度", "重症", "重篤", "高度", "severe", "high");

    /// Not where the sender says that there was none.
    private static final Pattern ANAPHYLAXIS = Pattern.compile("(アナフィラキシ|(?i:anaphyla))(?!.{0,8}(なし|無し|否定|疑い?なし|陰性))");

    private AllergyWords() {}

    /// What is so warns; what is past, refuted or denied never does.
    public static AllergyState state(AllergyItem item) {
        return switch (item.status()) {
            case PRESENT ->
                switch (item.type()) {
                    case ADVERSE_REACTION -> AllergyState.ADVERSE_REACTION;
                    case INTOLERANCE -> AllergyState.INTOLERANCE;
                    case ALLERGY, UNSAID -> AllergyState.PRESENT;
                };
            case UNCONFIRMED -> AllergyState.UNCONFIRMED;
            case DENIED -> AllergyState.DENIED;
            case INACTIVE, RESOLVED -> AllergyState.PAST;
            case REFUTED -> AllergyState.REFUTED;
        };
    }

    /// Whether what warns is marked as severe: by the sender's word for its severity, or by anaphylaxis as what
    /// happened. What nobody called severe is not called so here.
    public static AllergySeverity marked(AllergyItem item) {
        if (!state(item).warns()) {
            return AllergySeverity.UNMARKED;
        }
        if (SEVERE.contains(item.severity().strip())) {
            return AllergySeverity.SEVERE;
        }
        return ANAPHYLAXIS.matcher(item.reaction()).find() ? AllergySeverity.ANAPHYLAXIS : AllergySeverity.UNMARKED;
    }

    /// The substance; of a denial what was asked for, and never a plain "none".
    public static String name(AllergyItem item, Messages m) {
        if (item.status() != AllergyStatus.DENIED) {
            return item.name().isEmpty() ? category(item, m) : item.name();
        }
        return item.name().matches(".*(なし|無し|無$|ない).*") ? category(item, m) : item.name();
    }

    /// 薬剤, 食物: HL7 table 0127; what no table has stands as it was sent.
    public static String category(AllergyItem item, Messages m) {
        return CATEGORIES.contains(item.category())
                ? m.t("viewer.allergy.category." + item.category())
                : item.category();
    }

    /// How severe and what happened; a type that the state does not say already.
    public static String harm(AllergyItem item, Messages m) {
        return Stream.of(type(item, m), status(item, m), severity(item, m), item.reaction())
                .filter(words -> !words.isBlank())
                .collect(Collectors.joining(m.t("viewer.comma")));
    }

    private static String type(AllergyItem item, Messages m) {
        boolean said = item.status() == AllergyStatus.PRESENT;
        return said || item.type() == AllergyType.UNSAID || item.type() == AllergyType.ALLERGY
                ? ""
                : m.t("viewer.allergy.type."
                        + (item.type() == AllergyType.INTOLERANCE ? "intolerance" : "adverse-reaction"));
    }

    private static String status(AllergyItem item, Messages m) {
        return item.status() == AllergyStatus.RESOLVED ? m.t("viewer.allergy.resolved") : "";
    }

    private static String severity(AllergyItem item, Messages m) {
        return SEVERITIES.contains(item.severity())
                ? m.t("viewer.allergy.severity." + item.severity())
                : item.severity();
    }
}
