package hmnet.consent.counter;

import hmnet.formats.model.chart.Demographics;
import hmnet.ground.design.Messages;
import hmnet.people.links.Person;
import hmnet.people.patients.NameLikeness;
import hmnet.people.patients.Patients.PatientDetails;
import hmnet.people.patients.Resemblance;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a chart and a card say of their holders, line by line (診察券とカードの比較).
///
/// @param name how the names compare, spellings folded
record DeskComparison(List<ComparisonLine> lines, NameLikeness name) {
    /// How two entries stand to each other.
    enum LineVerdict {
        SAME,
        DIFFERS,
        /// One of the two says nothing: neither for nor against.
        MISSING
    }

    /// @param what `name`, `kana`, `birth`, `sex` or `town`
    record ComparisonLine(String what, String chart, String card, LineVerdict verdict) {
        static ComparisonLine of(String what, String chart, String card) {
            var mine = fold(chart);
            var theirs = fold(card);
            return new ComparisonLine(
                    what,
                    chart,
                    card,
                    mine.isEmpty() || theirs.isEmpty()
                            ? LineVerdict.MISSING
                            : mine.equals(theirs) ? LineVerdict.SAME : LineVerdict.DIFFERS);
        }

        /// One side in the reader's words.
        String shown(Messages m, String side) {
            if (side.isEmpty()) {
                return side;
            }
            return switch (what) {
                case "sex" -> m.t("sex." + side);
                case "birth" -> m.birth(LocalDate.parse(side));
                // From outside: the two's own words.
                default -> side;
            };
        }

        private static String fold(String text) {
            return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "");
        }
    }

    /// @param withTown whether the reader may know where the person lives
    static DeskComparison of(PatientDetails patient, Person person, boolean withTown) {
        var lines = new ArrayList<ComparisonLine>();
        lines.add(ComparisonLine.of("name", patient.name(), person.name()));
        lines.add(ComparisonLine.of("kana", patient.kana(), person.kana()));
        lines.add(ComparisonLine.of(
                "birth",
                Objects.toString(patient.birthDate(), ""),
                person.birthDate().toString()));
        lines.add(ComparisonLine.of("sex", known(patient.sex()), known(person.sex())));
        if (withTown) {
            lines.add(ComparisonLine.of("town", Person.town(patient.address()), person.town()));
        }
        return new DeskComparison(
                List.copyOf(lines),
                Resemblance.of(
                                named(patient.name(), "", patient.kana(), ""),
                                named(person.familyName(), person.givenName(), person.familyKana(), person.givenKana()))
                        .name());
    }

    private static Demographics named(String family, String given, String familyKana, String givenKana) {
        return new Demographics(family, given, familyKana, givenKana, null, "", "", "", "", null);
    }

    private static String known(@Nullable String sex) {
        return sex != null && (sex.equals("male") || sex.equals("female")) ? sex : "";
    }

    boolean differs() {
        return lines.stream().anyMatch(line -> line.verdict() != LineVerdict.SAME);
    }

    /// Whether the two can hardly be one human: another birth date, another sex or another name; another surname in
    /// another town, too. A surname after a marriage or a house moved from alone contradicts nothing.
    boolean contradicts() {
        return verdict("birth") == LineVerdict.DIFFERS
                || verdict("sex") == LineVerdict.DIFFERS
                || switch (name) {
                    case SAME, HALF_READ, READING, VAGUE, UNNAMED, MISSING -> false;
                    case GIVEN -> verdict("town") == LineVerdict.DIFFERS;
                    case FAMILY, BABY, NEWBORN, OTHER -> true;
                };
    }

    /// Whether a tie takes a reason and a second person: the two contradict each other, so much is missing that
    /// nothing but a name speaks for one human, or a twin would look the same. Another surname asks for the same
    /// sex and town.
    boolean takesTwo() {
        return contradicts()
                || verdict("birth") != LineVerdict.SAME
                || switch (name) {
                    case MISSING, VAGUE, UNNAMED -> true;
                    case GIVEN -> verdict("sex") != LineVerdict.SAME || verdict("town") != LineVerdict.SAME;
                    case SAME, HALF_READ, READING, FAMILY, BABY, NEWBORN, OTHER -> false;
                };
    }

    private LineVerdict verdict(String what) {
        return line(what).map(ComparisonLine::verdict).orElse(LineVerdict.MISSING);
    }

    private Optional<ComparisonLine> line(String what) {
        return lines.stream().filter(line -> line.what().equals(what)).findFirst();
    }

    /// What was compared, in one number: a proposal about entries that read otherwise now is void.
    long asOf() {
        return lines.stream()
                .map(line -> line.what() + "\n" + line.chart() + "\n" + line.card())
                .toList()
                .hashCode();
    }
}
