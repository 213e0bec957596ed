package hmnet.formats.model.pharmacy;

import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.DoseRhythm;
import hmnet.formats.model.chart.DoseRhythm.DoseLimit;
import java.util.Optional;
import java.util.regex.Pattern;

/// For what a drug is taken when needed and how much at most, in words (頓用の条件と上限の言葉).
final class SpokenNeed {
    /// Words of other elements that a column put behind the need: they are no part of what it is for.
    private static final Pattern OTHERS = Pattern.compile("(上限量|上限|部位|器具|手技|速度|開始|終了) |[0-9]+回分");

    private SpokenNeed() {}

    /// Empty where something else is known already.
    static Optional<DoseRhythm> read(DoseRhythm known, String name, String said) {
        return switch (name) {
            case "頓用" ->
                known.condition().isNone() && !OTHERS.matcher(said).find()
                        ? Optional.of(known.whenNeeded(Concept.of(said)))
                        : Optional.empty();
            case "条件" ->
                known.condition().isNone() ? Optional.of(known.dependingOn(Concept.of(said))) : Optional.empty();
            case "上限" ->
                known.limit().words().isBlank()
                        ? Optional.of(known.limited(new DoseLimit(
                                known.limit().amount(), known.limit().per(), said)))
                        : Optional.empty();
            // From outside: of the names that words begin with, 上限量 is left.
            default -> {
                var parts = said.split("／", 2);
                var limit = SpokenDosage.limit(known.limit(), parts[0], parts.length == 2 ? parts[1] : "");
                yield limit.equals(known.limit()) ? Optional.empty() : Optional.of(known.limited(limit));
            }
        };
    }
}
