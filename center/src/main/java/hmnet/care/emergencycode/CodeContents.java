package hmnet.care.emergencycode;

import hmnet.care.cautions.DrugCautions.DrugCaution;
import hmnet.care.emergencycode.CodeWords.CodePerson;
import hmnet.care.emergencycode.CodeWords.CodeSection;
import hmnet.care.lifebox.BoxSection;
import hmnet.care.lifebox.BoxWords;
import hmnet.care.summary.FirstLooks;
import hmnet.care.summary.FirstLooks.FirstLine;
import hmnet.care.summary.FirstLooks.FirstLook;
import hmnet.care.summary.SummaryScreen.CurrentMedicine;
import hmnet.care.summary.SummaryScreen.ProblemLine;
import hmnet.care.summary.SummaryScreen.VisitLine;
import hmnet.care.viewer.ChartFrames;
import hmnet.care.viewer.FeedCoverage.FacilityCoverage;
import hmnet.care.viewer.Mark;
import hmnet.care.viewer.PersonBanner.AllergyNote;
import hmnet.care.viewer.PersonBanner.AllergyState;
import hmnet.consent.decisions.ClosedKind;
import hmnet.consent.decisions.GrantLine;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.design.Messages;
import hmnet.ground.directory.FacilityId;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// What the chosen parts of a code say, from a chart that its own person opened (救急QRの中身). Everything is asked of
/// `FirstLooks`, as the emergency view does, and said so that a crew cannot take silence for "none": where nothing was
/// received, the part says so with the number of facilities.
@Component
class CodeContents {
    /// A longer line ends in "…": no drug has such a name.
    private static final int LETTERS_OF_A_LINE = 160;

    private static final int PLACES_OF_CARE = 3;
    private static final int FACILITIES_NAMED = 3;
    private static final Set<String> IN_THE_BODY = Set.of("implant", "dialysis");

    private final FirstLooks firstLooks;
    private final BoxWords boxWords;
    private final ChartFrames chartFrames;

    CodeContents(FirstLooks firstLooks, BoxWords boxWords, ChartFrames chartFrames) {
        this.firstLooks = firstLooks;
        this.boxWords = boxWords;
        this.chartFrames = chartFrames;
    }

    /// @param m the words of a code are Japanese, whatever language its person reads
    CodeWords of(Chart chart, CodeScope scope, Messages m) {
        var look = firstLooks.own(chart, entry -> isWanted(entry, scope), m);
        var said = new SaidParts(look, chart, scope, m);
        var sections = CodePart.sections()
                .filter(part -> part == CodePart.NOTES || scope.parts().contains(part))
                .map(part -> new CodeSection(
                        part, said.of(part).map(CodeContents::cut).distinct().toList(), 0))
                .filter(section -> !section.lines().isEmpty())
                .toList();
        var person = chart.person();
        return new CodeWords(
                scope.parts().contains(CodePart.NAME)
                        ? new CodePerson(person.name(), person.kana(), person.birthDate(), person.sex())
                        : null,
                sections);
    }

    /// Without the person's word nothing that needs special care stands on a paper in a purse, and no number counts it.
    /// Allergies always do.
    private static boolean isWanted(ChartEntry entry, CodeScope scope) {
        return scope.sensitive()
                || entry.kind() == RecordKind.ALLERGY
                || Mark.allOf(entry).stream().noneMatch(mark -> mark.kind() == Mark.MarkKind.RESTRICTED);
    }

    private static String cut(String line) {
        var plain = line.strip().replaceAll("\\s+", " ");
        return plain.codePointCount(0, plain.length()) <= LETTERS_OF_A_LINE
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, LETTERS_OF_A_LINE - 1)) + "…";
    }

    /// The lines of each part (項目ごとの文).
    private final class SaidParts {
        private final FirstLook look;
        private final Chart chart;
        private final CodeScope scope;
        private final Messages m;

        private SaidParts(FirstLook look, Chart chart, CodeScope scope, Messages m) {
            this.look = look;
            this.chart = chart;
            this.scope = scope;
            this.m = m;
        }

        private Stream<String> of(CodePart part) {
            var lines = switch (part) {
                case NAME -> List.<String>of();
                case BLOOD -> look.bloods().stream().map(this::blood).toList();
                case ALLERGIES -> allergies();
                case BLEEDING -> medicines(CodeContents::bleeds);
                case PROBLEMS -> look.problems().stream().map(this::problem).toList();
                case MEDICINES -> medicines(medicine -> true);
                case DEVICES -> devices();
                case DOCTOR -> places();
                case WISHES -> wishes();
                case CONTACTS -> boxWords.lines(chart.person().id(), BoxSection.CONTACTS, m);
                case NOTES -> notes();
            };
            var nothing = lines.isEmpty() && part != CodePart.NOTES ? Stream.of(nothing(part)) : Stream.<String>of();
            return Stream.of(lines.stream(), nothing, withheld(part), unreleased(part), erased(part))
                    .flatMap(some -> some);
        }

        /// What holds for all parts: whose records are late; and that sensitive ones stay out unless the person says
        /// otherwise, whether or not there are any.
        private List<String> notes() {
            var sensitive =
                    scope.sensitive() ? Stream.<String>of() : Stream.of(m.t("emergency-code.without-sensitive"));
            var late = chartFrames.silent(chart).stream()
                    .flatMap(feed -> Stream.ofNullable(feed.since())
                            .map(since -> m.t("emergency-code.late", feed.facility(), m.shortDay(since))))
                    .toList();
            var told = late.size() > FACILITIES_NAMED
                    ? Stream.of(m.t("emergency-code.late.many", late.size()))
                    : late.stream();
            return Stream.concat(told, sensitive).toList();
        }

        /// In one line, so that none stands without the others; a wish that does not fit is not cut, since half of it
        /// may
        /// mean its opposite.
        private List<String> wishes() {
            var person = chart.person().id();
            var all = String.join(" / ", boxWords.lines(person, BoxSection.WISHES, m));
            if (all.isEmpty()) {
                return List.of();
            }
            var signed = boxWords.signature(person, m).orElse("");
            var line = m.t("emergency-code.wish", all, signed);
            return List.of(
                    line.codePointCount(0, line.length()) <= LETTERS_OF_A_LINE
                            ? line
                            : m.t("emergency-code.wish.long", signed));
        }

        /// Never "none": only that nothing came, from how many facilities, over which time.
        private String nothing(CodePart part) {
            var since = look.received().stream()
                    .map(FacilityCoverage::since)
                    .filter(Objects::nonNull)
                    .min(Comparator.naturalOrder());
            var count = chartFrames.senders(chart).size();
            var today = m.shortDay(chartFrames.today());
            if (!part.isUsual()) {
                return m.t("emergency-code.nothing.box", today);
            }
            if (part == CodePart.BLEEDING) {
                return m.t("emergency-code.nothing.bleeding", count, today); // known by their names alone
            }
            return since.map(day -> m.t("emergency-code.nothing.since", count, m.shortDay(day), today))
                    .orElseGet(() -> m.t("emergency-code.nothing", count, today));
        }

        /// Facilities whose rule keeps such records back from the person, whether or not there are any.
        private Stream<String> withheld(CodePart part) {
            if (part == CodePart.ALLERGIES) {
                return Stream.of(); // said of each facility already
            }
            return said(
                    "emergency-code.withheld",
                    chart.grant().closed().stream()
                            .filter(closed -> (closed.kind().mask() & part.kinds()) != 0)
                            .map(ClosedKind::facility));
        }

        /// Facilities of which such records stand here only once a doctor has marked them as explained, whether or not
        /// there are others.
        private Stream<String> unreleased(CodePart part) {
            return said(
                    "emergency-code.released",
                    chart.grant().lines().stream()
                            .filter(line -> line.onlyReleased() && (line.kinds() & part.kinds()) != 0)
                            .map(GrantLine::facility));
        }

        /// Facilities whose records were erased by destroying their key.
        private Stream<String> erased(CodePart part) {
            if (part == CodePart.ALLERGIES) {
                return Stream.of(); // said of each facility already
            }
            return said(
                    "emergency-code.erased",
                    ChartFrames.linked(chart).stream()
                            .filter(facility -> Arrays.stream(RecordKind.values())
                                    .filter(kind -> (kind.mask() & part.kinds()) != 0)
                                    .anyMatch(kind -> chart.erased().any(facility, kind))));
        }

        /// Of many facilities their number, so that what the person has fits.
        private Stream<String> said(String key, Stream<FacilityId> facilities) {
            var named = facilities.distinct().map(chartFrames::name).toList();
            var words = named.size() > FACILITIES_NAMED
                    ? m.t("emergency-code.facilities", named.size())
                    : String.join(m.t("viewer.comma"), named);
            return named.isEmpty() ? Stream.of() : Stream.of(m.t(key, words));
        }

        private String blood(FirstLine line) {
            return said(line.title(), m.t("emergency-code.at", line.facility(), m.shortDay(line.on())), line.marks());
        }

        /// The severe first, then what else warns: what does not fit goes from the end.
        private List<String> allergies() {
            return look.person().allergies().stream()
                    .sorted(Comparator.comparing(note -> !note.severity().marked()))
                    .map(this::allergy)
                    .toList();
        }

        private String allergy(AllergyNote note) {
            var state = m.t("emergency-code.allergy." + note.state().word());
            var what = note.what() == null ? "" : " " + note.what();
            var marked = note.severity().marked() ? "【" + m.t(note.severity().key()) + "】" : "";
            var where = note.state() == AllergyState.NOTHING_RECEIVED || note.on() == null
                    ? m.t("emergency-code.of", note.facility())
                    : m.t("emergency-code.at", note.facility(), m.shortDay(note.on()));
            return state + marked + what + where;
        }

        private List<String> medicines(Predicate<CurrentMedicine> which) {
            return look.medicines().stream().filter(which).map(this::medicine).toList();
        }

        /// What is not taken every day says so first; every amount says of what.
        private String medicine(CurrentMedicine medicine) {
            var amounts = medicine.amounts().isEmpty() ? m.t("viewer.medicines.no-amount") : medicine.amounts();
            var words = Stream.concat(
                            Stream.concat(Stream.of(medicine.name()), medicine.rhythm().stream()),
                            Stream.of(
                                    amounts,
                                    medicine.usage(),
                                    medicine.upcoming()
                                            ? m.t("emergency-code.upcoming", m.shortDay(medicine.from()))
                                            : ""))
                    .filter(word -> !word.isBlank())
                    .collect(Collectors.joining(" "));
            var until = medicine.until();
            return said(words, until == null ? "" : m.t("emergency-code.until", m.shortDay(until)), medicine.marks());
        }

        private String problem(ProblemLine problem) {
            var words = new ArrayList<String>();
            words.add(problem.name());
            if (problem.suspected()) {
                words.add(m.t("viewer.diagnoses.suspected"));
            }
            if (problem.state() != null) {
                words.add(problem.state());
            }
            return said(String.join(" ", words), problem.onset() == null ? "" : problem.onset() + "〜", problem.marks());
        }

        private List<String> devices() {
            var warned = look.person().facts().warnings().stream()
                    .filter(warning -> IN_THE_BODY.contains(warning.kind()))
                    .map(warning -> warning.what() + m.t("emergency-code.of", warning.facilities()));
            var acts = look.acts().lines().stream().map(this::act);
            var more = look.acts().more() > 0
                    ? Stream.of(m.t("emergency.more", look.acts().more()))
                    : Stream.<String>of();
            return Stream.of(warned, acts, more).flatMap(lines -> lines).toList();
        }

        private String act(FirstLine line) {
            var times = line.times() > 1 ? " " + m.t("emergency.times", line.times()) : "";
            return said(
                    line.title() + times,
                    m.t("emergency-code.at", line.facility(), m.shortDay(line.on())),
                    line.marks());
        }

        /// Where the person was last, each facility once, with its telephone.
        private List<String> places() {
            var phones = phones();
            var newest = new HashMap<String, VisitLine>();
            return look.visits().stream()
                    .filter(visit -> newest.putIfAbsent(visit.facility(), visit) == null)
                    .limit(PLACES_OF_CARE)
                    .map(visit -> place(visit, phones.getOrDefault(visit.facility(), "")))
                    .toList();
        }

        /// Two facilities of one name have none: a wrong number costs more time than no number.
        private Map<String, String> phones() {
            return ChartFrames.linked(chart).stream()
                    .collect(Collectors.toMap(chartFrames::name, chartFrames::phone, (one, other) -> ""));
        }

        private String place(VisitLine visit, String phone) {
            LocalDate on = visit.to() == null ? visit.from() : visit.to();
            return Stream.of(
                            visit.facility(),
                            Objects.requireNonNullElse(visit.department(), ""),
                            m.t(visit.stay() ? "kind.ADMISSION" : "kind.VISIT"),
                            on == null ? "" : m.shortDay(on),
                            phone)
                    .filter(word -> !word.isBlank())
                    .collect(Collectors.joining(" "));
        }

        /// With what is to be minded of the record itself: preliminary, corrected.
        private String said(String words, String where, List<Mark> marks) {
            var minded = marks.stream()
                    .filter(mark -> mark.kind() == Mark.MarkKind.PRELIMINARY)
                    .map(mark -> m.t("viewer.mark.preliminary"))
                    .distinct()
                    .map(word -> "（" + word + "）")
                    .collect(Collectors.joining());
            return words + minded + (where.isEmpty() || where.startsWith("（") ? where : " " + where);
        }
    }

    private static boolean bleeds(CurrentMedicine medicine) {
        return medicine.cautions().contains(DrugCaution.ANTICOAGULANT)
                || medicine.cautions().contains(DrugCaution.ANTIPLATELET);
    }
}
