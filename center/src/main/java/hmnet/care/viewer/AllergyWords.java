package hmnet.care.viewer;

import hmnet.care.viewer.PersonBanner.AllergyState;
import hmnet.formats.model.extract.AllergyExtract.AllergyItem;
import hmnet.formats.model.extract.AllergyExtract.AllergyStatus;
import hmnet.formats.model.extract.AllergyExtract.AllergyType;
import hmnet.ground.design.Messages;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What one allergy says of itself, in the reader's words (アレルギーの表記).
public final class AllergyWords {
    private static final Set<String> CATEGORIES = Set.of("DA", "FA", "EA", "AA", "PA", "LA", "MC", "MA");
    private static final Set<String> SEVERITIES = Set.of("SV", "MO", "MI", "U");

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
