package hmnet.region.course;

import static java.util.Locale.ROOT;

import hmnet.formats.hl7v2.message.CodedText;
import hmnet.formats.hl7v2.message.Profile;
import hmnet.formats.hl7v2.message.Profile.Allergy;
import hmnet.formats.hl7v2.message.Profile.Insurance;
import hmnet.formats.hl7v2.message.Ssmix2Messages;
import hmnet.formats.ssmix2.storage.StorageKind;
import hmnet.formats.ssmix2.storage.StorageName.Flag;
import hmnet.region.plan.Chance;
import hmnet.region.plan.Facility;
import hmnet.region.plan.FeaturedResident;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;

/// What a chart has one live sheet of (患者基本・アレルギー・病名): each change writes the whole sheet anew
/// and makes the old one history.
final class Papers {
    private static final List<CodedText> ALLERGENS = List.of(
            new CodedText("A01", "そば", "99HMA"),
            new CodedText("A02", "えび", "99HMA"),
            new CodedText("D01", "ペニシリン系抗菌薬", "99HMA"),
            new CodedText("A03", "鶏卵", "99HMA"));

    private final Chart chart;
    private final Scribe scribe;
    private final Chance chance;

    Papers(Chart chart, Scribe scribe) {
        this.chart = chart;
        this.scribe = scribe;
        this.chance = chart.chance("papers");
    }

    void write(List<LocalDate> visits) {
        profiles(visits);
        var allergic = chance.percent(30) || chart.resident().featured() != null;
        if (allergic && chart.resident().featured() != FeaturedResident.BABY) {
            allergies(visits.getFirst());
        }
        diagnoses(visits);
    }

    /// Height, weight, blood group and insurance; written again when somebody is weighed again years later.
    private void profiles(List<LocalDate> visits) {
        var again = visits.size() > 12 && chance.percent(60);
        var blood = blood(chart);
        profile(visits.getFirst(), retiredIf(again), blood);
        if (again) {
            profile(visits.get(visits.size() / 2), Flag.LIVE, blood);
        }
    }

    /// A person has one blood group, wherever it is written; the first featured resident's second hospital wrote
    /// down another's, which a chart of both must mark.
    static String blood(Chart chart) {
        var resident = chart.resident();
        var blood = Chance.of(chart.plan().seed(), "blood", resident.index())
                .of(List.of("A", "A", "A", "A", "O", "O", "O", "B", "B", "AB"));
        var second = resident.featured() == FeaturedResident.TWO_HOSPITALS
                && Facility.HOSPITALS.get(resident.hospitals().getLast()).equals(chart.hospital());
        return !second ? blood : blood.equals("O") ? "A" : "O";
    }

    private void profile(LocalDate day, Flag flag, String blood) {
        var body = chart.body();
        var at = Scribe.at(day, 8, 20);
        var insurance = insurance(day);
        scribe.write(
                StorageKind.ADT_00,
                day,
                "",
                at,
                Department.of("01"),
                flag,
                (header, patient) -> Ssmix2Messages.profile(
                        header,
                        patient,
                        new Profile(
                                body.height(day).toString(),
                                body.weight(day).toString(),
                                blood,
                                List.of(insurance),
                                List.of())));
    }

    private Insurance insurance(LocalDate day) {
        var old = chart.resident().ageOn(day) >= 75;
        var plan = old ? new CodedText("39", "後期高齢者", "JHSD0001") : new CodedText("01", "全国健康保険協会管掌", "JHSD0001");
        var number = String.format(ROOT, "%07d", 9_000_000 + chart.resident().index() % 1_000_000);
        return new Insurance(
                plan, old ? "39349999" : "01349999", "架空", number, null, null, new CodedText("SEL", "本人", "HL70063"));
    }

    private void allergies(LocalDate day) {
        var allergen = chance.of(ALLERGENS);
        var category = allergen.code().startsWith("D")
                ? new CodedText("DA", "薬剤アレルギー", "HL70127")
                : new CodedText("FA", "食物アレルギー", "HL70127");
        var allergy = new Allergy(
                category,
                allergen,
                new CodedText("MO", "中等度", "HL70128"),
                "発疹",
                String.valueOf(Math.max(
                        2000 + chance.between(10, 15),
                        chart.resident().birthDate().getYear() + 1)),
                "A");
        scribe.write(
                StorageKind.ADT_61,
                day,
                "",
                Scribe.at(day, 8, 40),
                Department.of("01"),
                Flag.LIVE,
                (header, patient) -> Ssmix2Messages.allergies(header, patient, List.of(allergy)));
    }

    /// A new list at the first visit that finds another set of illnesses than the one before.
    private void diagnoses(List<LocalDate> visits) {
        var changes = new TreeSet<LocalDate>();
        for (var sickness : chart.sicknesses()) {
            visits.stream()
                    .filter(day -> !day.isBefore(sickness.since()))
                    .findFirst()
                    .ifPresent(changes::add);
        }
        for (var day : changes) {
            var known = chart.sicknesses().stream()
                    .filter(s -> !s.since().isAfter(day))
                    .toList();
            var flag = retiredIf(!day.equals(changes.last()));
            scribe.write(
                    StorageKind.PPR_01,
                    day,
                    "",
                    Scribe.at(day, 12, 5),
                    Department.of("01"),
                    flag,
                    (header, patient) -> Ssmix2Messages.diagnoses(
                            header,
                            patient,
                            DiagnosisList.of(known, day, chart.resident().featured() == FeaturedResident.LABELLED)));
        }
    }

    private static Flag retiredIf(boolean replaced) {
        return replaced ? Flag.SUPERSEDED : Flag.LIVE;
    }
}
