package hmnet.consent.counter;

import hmnet.ground.design.Messages;
import hmnet.people.links.Person;
import hmnet.people.patients.Patients.PatientDetails;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a chart and a card say of their holders, line by line (診察券とカードの比較).
record DeskComparison(List<ComparisonLine> lines) {
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
        return new DeskComparison(List.copyOf(lines));
    }

    private static String known(@Nullable String sex) {
        return sex != null && (sex.equals("male") || sex.equals("female")) ? sex : "";
    }

    boolean differs() {
        return lines.stream().anyMatch(line -> line.verdict() != LineVerdict.SAME);
    }

    /// Whether the two can hardly be one human: another birth date, another sex, or another name of which
    /// the reading is not the same either. A tie then takes a reason and a second person. A name after
    /// marriage and a house moved from differ without contradicting.
    boolean contradicts() {
        return verdict("birth") == LineVerdict.DIFFERS
                || verdict("sex") == LineVerdict.DIFFERS
                || verdict("name") != LineVerdict.SAME
                        && verdict("kana") != LineVerdict.SAME
                        && (verdict("name") == LineVerdict.DIFFERS || verdict("kana") == LineVerdict.DIFFERS)
                        && !sameGiven("name")
                        && !sameGiven("kana");
    }

    /// The given name alone: the surname changes by marriage.
    private boolean sameGiven(String what) {
        return line(what)
                .map(line -> given(line.chart()).equals(given(line.card()))
                        && !given(line.card()).isEmpty())
                .filter(same -> same)
                .isPresent();
    }

    private static String given(String name) {
        var parts = Normalizer.normalize(name, Normalizer.Form.NFKC).strip().split("\\s+", 2);
        return parts.length == 2 ? parts[1] : "";
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
