package hmnet.care.microbiology;

import hmnet.care.viewer.Mark;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What was found in one sample (微生物検査の一検体).
///
/// @param specimen as sent, empty where nobody said
/// @param others what is neither an organism nor a susceptibility, as sent
/// @param comments on the whole report
public record Culture(
        OffsetDateTime at,
        String facility,
        String specimen,
        CultureState state,
        List<Organism> organisms,
        @Nullable Antibiogram antibiogram,
        List<OtherFinding> others,
        List<String> comments,
        List<Mark> marks,
        String path) {
    /// How far it is (培養の状態).
    public enum CultureState {
        /// 結果待ち: not one value yet.
        PENDING,
        /// 中間報告: one value at least is preliminary or still to come.
        PRELIMINARY,
        /// 最終: all that was sent is final.
        FINAL,
        /// 発育なし: final, and the sender says that nothing grew.
        NO_GROWTH,
        /// 取消: the order or every value was taken back.
        WITHDRAWN;

        public String key() {
            return "viewer.culture." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /// How its word is drawn.
        public String style() {
            return switch (this) {
                case PENDING, PRELIMINARY -> "preliminary";
                case FINAL, NO_GROWTH -> "good";
                case WITHDRAWN -> "state";
            };
        }
    }

    /// An organism or what a smear showed (検出菌).
    ///
    /// @param test what named it: smear, culture
    /// @param quantity as sent, empty where nobody said
    /// @param told its state where it is not settled, in words
    public record Organism(
            String test, String name, String quantity, String told, boolean struck, List<String> notes) {}

    /// What the organisms are susceptible to (薬剤感受性): drugs down, organisms across.
    public record Antibiogram(List<String> organisms, List<SusceptibilityRow> drugs) {}

    /// @param cells one for each organism, null where it was not tried
    public record SusceptibilityRow(String drug, List<@Nullable Susceptibility> cells) {}

    /// Of one organism to one drug.
    ///
    /// @param verdict S, I, R or what else was sent as the verdict; empty where there is none
    /// @param mic the smallest concentration that inhibits it, with its unit, or another measure; empty where none
    public record Susceptibility(String verdict, String mic, String told, boolean struck, List<String> notes) {
        /// The word of its style: the letter alone says it too.
        public String style() {
            return switch (verdict) {
                case "S" -> "susceptible";
                case "I" -> "intermediate";
                case "R" -> "resistant";
                // From outside: SDD, NS, + and what else laboratories write.
                default -> "unnamed";
            };
        }
    }

    /// Anything else, as sent.
    public record OtherFinding(String test, String value, String told, boolean struck, List<String> notes) {}
}
