package hmnet.care.cautions;

import static hmnet.formats.model.code.RecordKind.ADMISSION;
import static hmnet.formats.model.code.RecordKind.ALLERGY;
import static hmnet.formats.model.code.RecordKind.CARE;
import static hmnet.formats.model.code.RecordKind.DIAGNOSIS;
import static hmnet.formats.model.code.RecordKind.DISPENSING;
import static hmnet.formats.model.code.RecordKind.PRESCRIPTION;
import static hmnet.formats.model.code.RecordKind.PROFILE;
import static hmnet.formats.model.code.RecordKind.VISIT;

import hmnet.care.cautions.BandFacts.PersonWarning;
import hmnet.care.cautions.DrugCautions.DrugCaution;
import hmnet.formats.base.Table;
import hmnet.formats.model.extract.DiagnosisExtract;
import hmnet.formats.model.extract.PrescriptionExtract;
import hmnet.formats.model.extract.PrescriptionExtract.DrugItem;
import hmnet.formats.model.extract.ProcedureExtract;
import hmnet.formats.model.extract.StayExtract;
import hmnet.ground.design.Messages;
import hmnet.ground.directory.FacilityId;
import hmnet.record.charts.CareSpan;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartEntry;
import hmnet.record.charts.RowSelection;
import hmnet.record.charts.RowSelection.RowGroup;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The rows from which the band above every page is made (帯の読み取り), and what they tell.
///
/// @param entries of these kinds, the newest first
public record BandRows(List<ChartEntry> entries, LocalDate today, Function<FacilityId, String> facilities, Messages m) {
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final long STANDING = ALLERGY.mask() | PROFILE.mask();
    private static final long SUPPLIED = PRESCRIPTION.mask() | DISPENSING.mask();
    private static final long CAME = VISIT.mask() | ADMISSION.mask();
    private static final int MONTHS_OF_SUPPLY = 6;
    private static final int MONTHS_OF_CARE = 12;
    private static final int DOCTORS = 2;

    /// What stands for ever is the oldest of many rows as often as not.
    private static final int OF_A_LIFE = 2_000;

    /// By so many days a supply may have run out; so long counts a drug without days.
    private static final int GRACE_DAYS = 14;

    private static final int OPEN_DAYS = 90;
    private static final List<List<String>> WARNINGS = Table.read(BandRows.class, "band-warnings.csv");
    private static final Pattern CARE_LEVEL = Pattern.compile("要介護[1-5]|要支援[1-2]|事業対象者|非該当");

    /// What each page reads for the band.
    public static List<ChartEntry> of(Chart chart, LocalDate today) {
        return chart.selection(new RowSelection(groups(today), 0));
    }

    private static List<RowGroup> groups(LocalDate today) {
        var ever = CareSpan.all().from();
        return List.of(
                new RowGroup(STANDING, ever, OF_A_LIFE),
                new RowGroup(DIAGNOSIS.mask(), ever, OF_A_LIFE),
                new RowGroup(SUPPLIED, since(today.minusMonths(MONTHS_OF_SUPPLY)), 200),
                new RowGroup(CAME, since(today.minusMonths(MONTHS_OF_CARE)), 20),
                new RowGroup(CARE.mask(), ever, 20));
    }

    /// @param current whether a diagnosis goes on
    public BandFacts facts(Predicate<DiagnosisExtract> current) {
        return new BandFacts(
                Stream.of(blood(), anticoagulants(), diagnoses(current))
                        .flatMap(List::stream)
                        .toList(),
                careLevel(),
                doctors());
    }

    private static OffsetDateTime since(LocalDate day) {
        return day.atStartOfDay(JAPAN).toOffsetDateTime();
    }

    private static LocalDate day(ChartEntry entry) {
        return LocalDate.ofInstant(entry.occurredAt().toInstant(), JAPAN);
    }

    private Stream<ChartEntry> of(long kinds) {
        return entries.stream().filter(entry -> (entry.kind().mask() & kinds) != 0);
    }

    private List<PersonWarning> blood() {
        return BloodTypes.contradictions(of(PROFILE.mask()).toList(), facilities, m)
                        .isEmpty()
                ? List.of()
                : List.of(new PersonWarning("blood", m.t("cautions.blood.differs"), ""));
    }

    /// Those that a supply or a word of the last weeks says are taken.
    private List<PersonWarning> anticoagulants() {
        var said = new LinkedHashMap<String, Set<String>>();
        of(SUPPLIED).forEach(entry -> {
            if (entry.extract().read() instanceof PrescriptionExtract given && !given.administered()) {
                given.items().stream()
                        .filter(item -> taken(item, day(entry)))
                        .filter(item -> DrugCautions.of(item.name()).contains(DrugCaution.ANTICOAGULANT))
                        .forEach(item -> said.computeIfAbsent(
                                        DrugCautions.substance(item.name()).orElse(item.name()),
                                        name -> new LinkedHashSet<>())
                                .add(facilities.apply(entry.facility())));
            }
        });
        return warnings("anticoagulant", said);
    }

    private boolean taken(DrugItem item, LocalDate day) {
        var start = item.start() == null ? day : item.start();
        var last = item.end() != null
                ? item.end()
                : start.plusDays(item.days() > 0 ? item.days() + GRACE_DAYS - 1L : OPEN_DAYS);
        return item.isCurrent() && !last.isBefore(today);
    }

    private List<PersonWarning> warnings(String kind, Map<String, Set<String>> said) {
        return said.entrySet().stream()
                .map(one -> new PersonWarning(kind, one.getKey(), words(one.getValue())))
                .toList();
    }

    private String words(Collection<String> several) {
        return String.join(m.t("cautions.comma"), several);
    }

    /// Those that go on and are no suspicion, by their code alone.
    private List<PersonWarning> diagnoses(Predicate<DiagnosisExtract> current) {
        var said = new LinkedHashMap<String, Map<String, Set<String>>>();
        of(DIAGNOSIS.mask()).forEach(entry -> {
            var diagnosis = (DiagnosisExtract) entry.extract().read();
            if (current.test(diagnosis) && !diagnosis.suspected()) {
                WARNINGS.stream()
                        .filter(row -> diagnosis.icd10().replace(".", "").startsWith(row.get(0)))
                        .filter(row -> row.get(2).isEmpty() || begun(entry, Integer.parseInt(row.get(2))))
                        .findFirst()
                        .ifPresent(row -> said.computeIfAbsent(row.get(1), kind -> new LinkedHashMap<>())
                                .computeIfAbsent(diagnosis.name(), name -> new LinkedHashSet<>())
                                .add(facilities.apply(entry.facility())));
            }
        });
        return said.entrySet().stream()
                .flatMap(kind -> warnings(kind.getKey(), kind.getValue()).stream())
                .toList();
    }

    private boolean begun(ChartEntry entry, int days) {
        return !day(entry).plusDays(days).isBefore(today);
    }

    /// What came before, as 前回要介護状態区分, is another column.
    private @Nullable String careLevel() {
        return of(CARE.mask())
                .flatMap(entry -> entry.extract().read() instanceof ProcedureExtract acts
                        ? acts.items().stream()
                                .filter(item -> item.name().startsWith("要介護状態区分"))
                                .map(item ->
                                        CARE_LEVEL.matcher(Normalizer.normalize(item.said(), Normalizer.Form.NFKC)))
                                .filter(level -> level.find())
                                .map(level -> m.t("cautions.care-level", level.group(), m.shortDay(entry.occurredAt())))
                        : Stream.of())
                .findFirst()
                .orElse(null);
    }

    private List<String> doctors() {
        var seen = new LinkedHashMap<FacilityId, String>();
        of(CAME).forEach(entry -> {
            if (entry.extract().read() instanceof StayExtract stay
                    && !stay.doctor().isBlank()) {
                seen.putIfAbsent(entry.facility(), stay.doctor());
            }
        });
        return seen.entrySet().stream()
                .limit(DOCTORS)
                .map(one -> m.t("cautions.doctor", one.getValue(), facilities.apply(one.getKey())))
                .toList();
    }
}
