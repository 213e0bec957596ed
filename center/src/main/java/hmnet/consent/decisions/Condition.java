package hmnet.consent.decisions;

import hmnet.consent.policy.ProfessionLine;
import hmnet.consent.provisions.ConsentProvision;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One of the things that must let a row through before a reader sees it (開示の条件). All must; each says by itself what it
/// lets through, so that an explanation can be evaluated again.
public sealed interface Condition {
    /// Whether it lets a row of the kind and hospital it is about through.
    boolean lets(RowFacts row);

    /// How much of the kind it leaves.
    SeenPart reach();

    /// How much of a kind is left (見える量).
    enum SeenPart {
        ALL,
        /// Some rows: by their labels, days, departments or release.
        SOME,
        NONE;

        public SeenPart and(SeenPart other) {
            return compareTo(other) >= 0 ? this : other;
        }
    }

    /// What of a row decides about it (一件の事実).
    ///
    /// @param department as the hospital writes it; null where it wrote none
    /// @param released whether the sender released it
    record RowFacts(
            long labels,
            OffsetDateTime occurred,
            OffsetDateTime received,
            boolean released,
            boolean preliminary,
            @Nullable String department) {}

    /// The policy's line for the reader's profession (職種の方針).
    record ByProfession(ProfessionLine line, boolean sees) implements Condition {
        @Override
        public boolean lets(RowFacts row) {
            return sees;
        }

        @Override
        public SeenPart reach() {
            return sees ? SeenPart.ALL : SeenPart.NONE;
        }
    }

    /// The position that the person chose (見せ方の選択).
    record ByPosition(boolean shown) implements Condition {
        @Override
        public boolean lets(RowFacts row) {
            return shown;
        }

        @Override
        public SeenPart reach() {
            return shown ? SeenPart.ALL : SeenPart.NONE;
        }
    }

    /// The hospital shows nothing to others (提供しない施設).
    ///
    /// @param stopped whether it has stopped what it showed before, and may begin again
    record ByHospital(boolean stopped) implements Condition {
        @Override
        public boolean lets(RowFacts row) {
            return false;
        }

        @Override
        public SeenPart reach() {
            return SeenPart.NONE;
        }
    }

    /// The hospital's own people see what it sent, of the kinds that any rule names (自施設の記録).
    ///
    /// @param preliminary whether preliminary results are shown
    record ByOwn(boolean preliminary) implements Condition {
        @Override
        public boolean lets(RowFacts row) {
            return preliminary || !row.preliminary();
        }

        @Override
        public SeenPart reach() {
            return preliminary ? SeenPart.ALL : SeenPart.SOME;
        }
    }

    /// The hospital's rule, or the network's where it has none (開示ルール).
    ///
    /// @param general the line of all departments; null for none
    /// @param departments lines that single departments have of their own
    /// @param now when the question was asked
    record ByRule(@Nullable RuleLine general, List<RuleLine> departments, OffsetDateTime now) implements Condition {
        @Override
        public boolean lets(RowFacts row) {
            var line = departments.stream()
                    .filter(one -> Objects.equals(one.rule().department(), row.department()))
                    .findFirst()
                    .orElse(general);
            return line != null && line.lets(row, now);
        }

        @Override
        public SeenPart reach() {
            if (general == null || !general.opens()) {
                return departments.stream().anyMatch(RuleLine::opens) ? SeenPart.SOME : SeenPart.NONE;
            }
            return general.whole() && departments.stream().allMatch(RuleLine::whole) ? SeenPart.ALL : SeenPart.SOME;
        }
    }

    /// One line of a rule, as it meets the reader.
    ///
    /// @param opens whether it opens anything to the reader
    /// @param delayDays days after receipt that the reader waits
    record RuleLine(DisclosureRule rule, boolean opens, int delayDays) {
        boolean lets(RowFacts row, OffsetDateTime now) {
            var inTime = rule.careSince() == null || !day(row.occurred()).isBefore(rule.careSince());
            var free =
                    !rule.onlyReleased() && !row.received().plusDays(delayDays).isAfter(now);
            return opens && inTime && (row.released() || free) && (rule.preliminary() || !row.preliminary());
        }

        boolean whole() {
            return opens && rule.careSince() == null && delayDays == 0 && !rule.onlyReleased() && rule.preliminary();
        }
    }

    /// Care before the tie began to count is not shown (つながりの始まり).
    record ByTie(LocalDate from) implements Condition {
        @Override
        public boolean lets(RowFacts row) {
            return !day(row.occurred()).isBefore(from);
        }

        @Override
        public SeenPart reach() {
            return SeenPart.SOME;
        }
    }

    /// The labels that a row may bear: what the profession sees, what the person shows, what safety needs (注意ラベル).
    ///
    /// @param labels mask of those that keep no row back
    /// @param every mask of those that could
    record ByLabels(long labels, long every) implements Condition {
        @Override
        public boolean lets(RowFacts row) {
            return (row.labels() & ~labels) == 0;
        }

        @Override
        public SeenPart reach() {
            return (every & ~labels) == 0 ? SeenPart.ALL : SeenPart.SOME;
        }
    }

    /// What the person denies within the consent (制限条項).
    ///
    /// @param safe mask of the labels that safety sees whatever was denied of them
    record ByDenial(ConsentProvision what, long safe) implements Condition {
        @Override
        public boolean lets(RowFacts row) {
            var day = day(row.occurred());
            var inTime = (what.careFrom() == null || !day.isBefore(what.careFrom()))
                    && (what.careUntil() == null || !day.isAfter(what.careUntil()));
            return !inTime || !what.whole() && (row.labels() & what.labels() & ~safe) == 0;
        }

        @Override
        public SeenPart reach() {
            return what.whole() && what.careFrom() == null && what.careUntil() == null ? SeenPart.NONE : SeenPart.SOME;
        }
    }

    private static LocalDate day(OffsetDateTime moment) {
        return moment.atZoneSameInstant(ZoneId.of("Asia/Tokyo")).toLocalDate();
    }
}
