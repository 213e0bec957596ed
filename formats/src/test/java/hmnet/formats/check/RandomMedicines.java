package hmnet.formats.check;

import hmnet.formats.base.japanese.JapaneseDate;
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
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// Prescriptions of every shape the model knows, by a seed (任意の処方).
final class RandomMedicines {
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);
    private static final List<String> TIMES = List.of("起床時", "朝", "昼", "夕", "寝る前");

    private RandomMedicines() {}

    static Sheet sheet(Medicines medicines) {
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

    static Medicines of(Random random, MedicineAct act) {
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
                .withTotal(
                        random.nextInt(6) == 0 ? Amount.NONE : Amount.of(String.valueOf(1 + random.nextInt(99)), unit))
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
                .with(new DoseUsage(usage, random.nextInt(4) == 0 ? supplements(random) : List.of()))
                .with(rhythm(random, needed))
                .with(new DosePeriod(random.nextInt(4) == 0 ? "2026-04-03" : DAY.toString(), end, days, times))
                .with(way(random));
        return random.nextInt(5) == 0 ? dosage.with(List.of("透析日は休薬")) : dosage;
    }

    /// Words that say no rhythm of their own, so that the rhythm beside them stays what it is.
    private static List<Concept> supplements(Random random) {
        return List.of("奇数日", "透析のない日", "用法は別紙", "２日目から").subList(0, 1 + random.nextInt(3)).stream()
                .map(Concept::of)
                .toList();
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
        var rhythm = switch (random.nextInt(9)) {
            case 0 -> DoseRhythm.DAILY.every(2 + random.nextInt(7));
            case 1 -> DoseRhythm.DAILY.inWeeks(1, 0, Set.of(DayOfWeek.MONDAY, DayOfWeek.THURSDAY));
            case 2 -> DoseRhythm.DAILY.inWeeks(2 + random.nextInt(3), 0, Set.of(DayOfWeek.SUNDAY));
            case 3 -> DoseRhythm.DAILY.inWeeks(1, 1 + random.nextInt(6), Set.of());
            case 4 -> DoseRhythm.DAILY.onDaysOfMonth(List.of(1, 10, 20, 31));
            case 5 -> DoseRhythm.DAILY.inADay(2, 12, List.of("08:00", "20:00"));
            case 6 -> DoseRhythm.DAILY.inADay(1 + random.nextInt(4), 0, List.of());
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

    /// The drug among those read: messages stand in an order of their own.
    static PrescribedDrug same(PrescribedDrug drug, List<PrescribedDrug> read) {
        return read.stream()
                .filter(other -> other.drug().shown().equals(drug.drug().shown()))
                .findFirst()
                .orElseThrow();
    }

    /// All drugs of sheets.
    static List<PrescribedDrug> drugs(List<Sheet> sheets) {
        var drugs = new ArrayList<PrescribedDrug>();
        sheets.stream()
                .flatMap(sheet -> sheet.entries().stream())
                .filter(Medicines.class::isInstance)
                .forEach(entry -> drugs.addAll(((Medicines) entry).drugs()));
        return drugs;
    }
}
