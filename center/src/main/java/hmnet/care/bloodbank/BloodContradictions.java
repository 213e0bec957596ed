package hmnet.care.bloodbank;

import hmnet.care.cautions.BloodGroup;
import hmnet.ground.design.Messages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Whether what facilities say of a person's blood group agrees (血液型の食い違い): tests and profiles, of each facility
/// every word that it has not taken back. Who was told two of them trusts neither.
final class BloodContradictions {
    private BloodContradictions() {}

    /// What one facility says of the group, once, in its own words.
    record GroupWord(String facility, String said, BloodGroup group) {}

    static List<String> of(List<GroupWord> words, Messages m) {
        return several(words, BloodGroup::abo) || several(words, BloodGroup::rhesus)
                ? List.of(m.t("viewer.blood.differs", told(words, m)))
                : List.of();
    }

    private static boolean several(List<GroupWord> words, Function<BloodGroup, Optional<String>> part) {
        return words.stream()
                        .flatMap(word -> part.apply(word.group()).stream())
                        .distinct()
                        .count()
                > 1;
    }

    private static String told(List<GroupWord> words, Messages m) {
        Map<String, String> byFacility = new LinkedHashMap<>();
        words.forEach(word -> byFacility.merge(
                word.facility(), word.said(), (one, other) -> one.contains(other) ? one : one + "・" + other));
        return byFacility.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .reduce((one, other) -> one + m.t("viewer.comma") + other)
                .orElse("");
    }
}
