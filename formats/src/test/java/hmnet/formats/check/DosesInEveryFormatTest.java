package hmnet.formats.check;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.WrittenFile;
import hmnet.formats.base.japanese.JapaneseDate;
import hmnet.formats.file.FacilityFile;
import hmnet.formats.jahis.rx.RxFile;
import hmnet.formats.jahis.tc.TcFile;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.CareStatus;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Demographics;
import hmnet.formats.model.chart.Dosage;
import hmnet.formats.model.chart.Dosage.DosePeriod;
import hmnet.formats.model.chart.Dosage.DoseUsage;
import hmnet.formats.model.chart.Dosage.DoseWay;
import hmnet.formats.model.chart.DoseAmounts;
import hmnet.formats.model.chart.DoseAmounts.UnevenDose;
import hmnet.formats.model.chart.DoseRhythm;
import hmnet.formats.model.chart.DoseRhythm.DoseLimit;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.Medicines.MedicineAct;
import hmnet.formats.model.chart.OrderSource;
import hmnet.formats.model.chart.PrescribedDrug;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.model.code.CareState;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.pharmacy.DispensingInstruction;
import hmnet.formats.model.pharmacy.DosageForm;
import hmnet.formats.model.pharmacy.PharmacySlip.Facility;
import hmnet.formats.nsips.NsipsFile;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// A prescription of any shape, written in a format and read again, says the same; or a note names the very
/// element that the format has no place for.
class DosesInEveryFormatTest {
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);
    private static final Facility CLINIC = new Facility("見本医院", "34", "1", "9999999");
    private static final Facility PHARMACY = new Facility("見本薬局", "34", "4", "9999998");
    private static final List<String> TIMES = List.of("起床時", "朝", "昼", "夕", "寝る前");

    @Property(tries = 400)
    void aPrescriptionAsQrSaysTheSameOrNamesWhatItCannot(@ForAll long seed) throws Unreadable {
        var sent = medicines(new Random(seed), MedicineAct.ORDERED);
        written(sent, () -> RxFile.write(sheet(sent), CLINIC), RxFile::read);
    }

    @Property(tries = 400)
    void aHandbookSaysTheSameOrNamesWhatItCannot(@ForAll long seed) throws Unreadable {
        var sent = medicines(new Random(seed), MedicineAct.DISPENSED);
        written(sent, () -> TcFile.write(List.of(sheet(sent)), PHARMACY), TcFile::read);
    }

    @Property(tries = 400)
    void aDispensingInNsipsSaysTheSameOrNamesWhatItCannot(@ForAll long seed) throws Unreadable {
        var sent = medicines(new Random(seed), MedicineAct.DISPENSED);
        written(sent, () -> NsipsFile.write(sheet(sent), PHARMACY), NsipsFile::read);
    }

    @FunctionalInterface
    private interface Writes {
        WrittenFile write() throws Unreadable;
    }

    @FunctionalInterface
    private interface Reads {
        FacilityFile read(byte[] bytes) throws Unreadable;
    }

    private static void written(Medicines sent, Writes writes, Reads reads) throws Unreadable {
        WrittenFile file;
        try {
            file = writes.write();
        } catch (Unreadable refused) {
            assertThat(refused.note().code()).isEqualTo("not-writable");
            assertThat(sent.drugs()).anyMatch(DosesInEveryFormatTest::hasNoAmount);
            return;
        }
        var read = (Medicines) reads.read(file.bytes()).sheets().getFirst().entries().getFirst();
        assertThat(read.drugs())
                .as("nothing stopped or not given is written as taken")
                .hasSize((int) sent.drugs().stream()
                        .filter(drug -> drug.status().state().isCurrent())
                        .mapToLong(drug -> drug.dosages().size())
                        .sum());
        var named = new TreeSet<String>();
        file.notes().stream()
                .filter(note -> note.code().equals("element-left-out"))
                .map(Note::field)
                .forEach(named::add);
        int n = 0;
        for (int i = 0; i < sent.drugs().size(); i++) {
            var drug = sent.drugs().get(i);
            if (!drug.status().state().isCurrent()) {
                assertThat(named).anyMatch(startsWith("drugs[" + i + "] " + drug.status().state()));
            } else if (drug.dosages().size() > 1) {
                assertThat(named).contains("drugs[" + i + "].dosages");
                n += drug.dosages().size();
            } else if (sent.drugs().stream().map(PrescribedDrug::rp).distinct().count() == sent.drugs().size()) {
                same(drug, read.drugs().get(n++), named);
            }
        }
    }

    private static Predicate<String> startsWith(String path) {
        return name -> name.startsWith(path);
    }

    private static boolean hasNoAmount(PrescribedDrug drug) {
        return !drug.status().state().isCurrent() || drug.total().isNone() || drug.dosages().size() > 1;
    }

    /// Element by element, with the model's own equality; codes of units and what a reader reckons left aside.
    private static void same(PrescribedDrug sent, PrescribedDrug read, Set<String> named) {
        var dosage = sent.dosage();
        var other = read.dosage();
        equal("rp", sent.rp(), read.rp(), named);
        equal("drug", sent.drug().shown(), read.drug().shown(), named);
        equal("amounts.once", dosage.amounts().once().shown(), other.amounts().once().shown(), named);
        equal("amounts.most", dosage.amounts().most().shown(), other.amounts().most().shown(), named);
        equal("amounts.daily", dosage.amounts().daily().shown(), other.amounts().daily().shown(), named);
        equal("amounts.rate", dosage.amounts().rate().shown(), other.amounts().rate().shown(), named);
        equal("amounts.uneven", dosage.amounts().uneven(), other.amounts().uneven(), named);
        equal("amounts.substance", dosage.amounts().substance(), other.amounts().substance(), named);
        var rhythm = dosage.rhythm();
        var again = other.rhythm();
        equal("rhythm.everyDays", rhythm.everyDays(), again.everyDays(), named);
        equal("rhythm.everyWeeks", rhythm.everyWeeks(), again.everyWeeks(), named);
        equal("rhythm.timesAWeek", rhythm.timesAWeek(), again.timesAWeek(), named);
        equal("rhythm.weekdays", rhythm.weekdays(), again.weekdays(), named);
        equal("rhythm.monthDays", rhythm.monthDays(), again.monthDays(), named);
        equal("rhythm.hoursApart", rhythm.hoursApart(), again.hoursApart(), named);
        equal("rhythm.clock", rhythm.clock(), again.clock(), named);
        equal("rhythm.asNeeded", rhythm.asNeeded(), again.asNeeded(), named);
        equal("rhythm.condition", rhythm.condition(), again.condition(), named);
        equal("rhythm.limit", rhythm.limit(), again.limit(), named);
        equal("usage.usage", dosage.usage().usage().shown(), other.usage().usage().shown(), named);
        equal("period", dosage.period(), other.period(), named);
        equal("way.site", dosage.way().site().shown(), other.way().site().shown(), named);
        equal("way.method", dosage.way().method().shown(), other.way().method().shown(), named);
        equal("way.route", dosage.way().route().shown(), other.way().route().shown(), named);
        equal("].notes", dosage.notes(), other.notes(), named);
        equal("pack", sent.pack().shown(), read.pack().shown(), named);
        equal("instructions", Set.copyOf(sent.instructions()), Set.copyOf(read.instructions()), named);
        equal("notes", sent.notes(), without(read.notes()), named);
        if (!sent.total().isNone()) {
            equal("total", sent.total().shown(), read.total().shown(), named);
        }
    }

    private static List<String> without(List<String> notes) {
        return notes.stream().filter(note -> !note.equals("単位の記載なし")).toList();
    }

    private static void equal(String path, Object sent, Object read, Set<String> named) {
        if (!sent.equals(read)) {
            assertThat(named).as("%s: %s is read as %s", path, sent, read).anyMatch(name -> name.contains(path));
        }
    }

    private static Sheet sheet(Medicines medicines) {
        return new Sheet(
                "T-1",
                new Demographics("見本", "花子", "ﾐﾎﾝ", "ﾊﾅｺ", LocalDate.of(1970, 1, 2), "female", "", "", "", null),
                null,
                "x/1",
                "20260401103000",
                medicines.at(),
                false,
                false,
                List.of(medicines));
    }

    private static Medicines medicines(Random random, MedicineAct act) {
        var drugs = new ArrayList<PrescribedDrug>();
        int count = 1 + random.nextInt(3);
        for (int n = 1; n <= count; n++) {
            drugs.add(drug(random, String.valueOf(random.nextInt(8) == 0 ? 1 : n), n));
        }
        return new Medicines(
                "x",
                JapaneseDate.at(DAY),
                act,
                false,
                Medicines.classes("OHP"),
                OrderSource.of("内科", "見本 医師", "見本医院"),
                drugs,
                random.nextBoolean() ? List.of("訪問") : List.of(),
                false,
                Set.of());
    }

    private static PrescribedDrug drug(Random random, String rp, int n) {
        var name = "見本錠" + n;
        var concept = new Concept(name, List.of(new Code(CodingSystems.YJ, "1149019F156" + n, name)));
        var unit = random.nextInt(4) == 0 ? "ｇ" : "錠";
        var dosages = new ArrayList<Dosage>();
        int steps = random.nextInt(8) == 0 ? 2 : 1;
        for (int step = 0; step < steps; step++) {
            dosages.add(dosage(random, unit));
        }
        var state = random.nextInt(8) == 0 ? CareState.STOPPED : CareState.ACTIVE;
        return PrescribedDrug.of(rp, concept, dosages.toArray(Dosage[]::new))
                .withTotal(random.nextInt(6) == 0 ? Amount.NONE : Amount.of(String.valueOf(1 + random.nextInt(99)), unit))
                .withPack(random.nextInt(6) == 0 ? Amount.of("100", "錠") : Amount.NONE)
                .withStatus(CareStatus.of(state))
                .withInstructions(random.nextInt(4) == 0 ? instructions(random) : List.of())
                .withNotes(random.nextInt(4) == 0 ? List.of("グレープフルーツを避ける", "残薬 3錠") : List.of());
    }

    private static List<Concept> instructions(Random random) {
        var all = new ArrayList<>(List.of(DispensingInstruction.values()));
        Collections.shuffle(all, random);
        return all.stream().limit(2).map(DispensingInstruction::concept).toList();
    }

    private static Dosage dosage(Random random, String unit) {
        boolean needed = random.nextInt(4) == 0;
        int days = needed ? 0 : random.nextInt(5) == 0 ? 0 : 1 + random.nextInt(90);
        int times = needed ? 1 + random.nextInt(20) : 0;
        var usage = random.nextBoolean()
                ? Concept.of(CodingSystems.USAGE, "1013044400000000", "1日3回毎食後")
                : Concept.of("医師の指示どおり");
        var end = random.nextInt(6) == 0 ? "2026-05-01" : "";
        var dosage = Dosage.NONE
                .with(amounts(random, unit))
                .with(new DoseUsage(usage, List.of()))
                .with(rhythm(random, needed))
                .with(new DosePeriod(random.nextInt(4) == 0 ? "2026-04-03" : DAY.toString(), end, days, times))
                .with(way(random));
        return random.nextInt(5) == 0 ? dosage.with(List.of("透析日は休薬")) : dosage;
    }

    private static DoseWay way(Random random) {
        var form = random.nextInt(4) == 0 ? DosageForm.EXTERNAL.concept("") : Concept.NONE;
        var site = random.nextInt(5) == 0 ? Concept.of("左眼") : Concept.NONE;
        var route = random.nextInt(6) == 0 ? Concept.of("皮下") : Concept.NONE;
        return new DoseWay(route, site, Concept.NONE, form);
    }

    private static DoseAmounts amounts(Random random, String unit) {
        var amounts = DoseAmounts.of(
                random.nextInt(3) == 0 ? Amount.NONE : Amount.of(value(random), unit),
                random.nextInt(3) == 0 ? Amount.NONE : Amount.of(value(random), unit));
        if (random.nextInt(4) == 0) {
            var doses = new ArrayList<UnevenDose>();
            boolean named = random.nextBoolean();
            int count = 2 + random.nextInt(3);
            for (int n = 0; n < count; n++) {
                doses.add(new UnevenDose(named ? TIMES.get(n) : (n + 1) + "回目", Amount.of(value(random), unit)));
            }
            amounts = amounts.withUneven(doses);
        }
        if (random.nextInt(8) == 0) {
            amounts = amounts.withRate(Amount.of("40", "mL/h"));
        }
        if (random.nextInt(8) == 0) {
            amounts = amounts.withMost(Amount.of("9", unit));
        }
        return amounts.inSubstance(random.nextInt(8) == 0);
    }

    private static String value(Random random) {
        return List.of("1", "2", "0.5", "1.25", "3").get(random.nextInt(5));
    }

    private static DoseRhythm rhythm(Random random, boolean needed) {
        var rhythm =
                switch (random.nextInt(9)) {
                    case 0 -> DoseRhythm.DAILY.every(2 + random.nextInt(7));
                    case 1 -> DoseRhythm.DAILY.inWeeks(1, 0, Set.of(DayOfWeek.MONDAY, DayOfWeek.THURSDAY));
                    case 2 -> DoseRhythm.DAILY.inWeeks(2 + random.nextInt(3), 0, Set.of(DayOfWeek.SUNDAY));
                    case 3 -> DoseRhythm.DAILY.inWeeks(1, 1 + random.nextInt(6), Set.of());
                    case 4 -> DoseRhythm.DAILY.onDaysOfMonth(List.of(1, 10, 20, 31));
                    case 5 -> DoseRhythm.DAILY.inADay(2, 12, List.of("08:00", "20:00"));
                    default -> DoseRhythm.DAILY;
                };
        if (needed) {
            rhythm = rhythm.whenNeeded(random.nextBoolean() ? Concept.of("疼痛時") : Concept.NONE);
            if (random.nextBoolean()) {
                rhythm = rhythm.limited(DoseLimit.of("1日2回まで"));
            } else if (random.nextBoolean()) {
                rhythm = rhythm.limited(new DoseLimit(Amount.of("4", "錠"), Amount.of("1", "日"), ""));
            }
        } else if (random.nextInt(8) == 0) {
            rhythm = rhythm.dependingOn(Concept.of("血糖200以上"));
        }
        return rhythm;
    }
}
