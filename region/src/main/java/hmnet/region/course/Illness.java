package hmnet.region.course;

import hmnet.formats.base.Table;
import hmnet.region.plan.Chance;
import hmnet.region.plan.Plan;
import hmnet.region.plan.Resident;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An illness as a model (病気のモデル), from `illnesses.csv`: whom it befalls, how often it is looked at,
/// with which tests and medicines.
///
/// @param percent of residents of that sex and age
/// @param lastsDays 0: for ever
/// @param everyDays days between visits; 0: comes once and passes
record Illness(
        String key,
        String name,
        String icd10,
        Department department,
        String sex,
        int fromAge,
        int toAge,
        double percent,
        int lastsDays,
        int everyDays,
        List<Analyte> tests,
        List<Medicine> medicines,
        int daysInHospital,
        List<String> infusions) {
    static final List<Illness> ALL =
            Table.read(Illness.class, "illnesses.csv").stream().map(Illness::of).toList();
    private static final Map<String, Illness> BY_KEY =
            ALL.stream().collect(Collectors.toMap(Illness::key, Function.identity()));

    static Illness of(String key) {
        return TableReferences.in(BY_KEY, key);
    }

    private static Illness of(List<String> row) {
        return new Illness(
                row.get(0),
                row.get(1),
                row.get(2),
                Department.of(row.get(3)),
                row.get(4),
                Integer.parseInt(row.get(5)),
                Integer.parseInt(row.get(6)),
                Double.parseDouble(row.get(7)),
                Integer.parseInt(row.get(8)),
                Integer.parseInt(row.get(9)),
                TableReferences.words(row.get(10)).stream()
                        .flatMap(p -> Analyte.panel(p).stream())
                        .toList(),
                TableReferences.words(row.get(11)).stream().map(Medicine::of).toList(),
                Integer.parseInt(row.get(12)),
                TableReferences.words(row.get(13)));
    }

    boolean passes() {
        return everyDays == 0;
    }

    private boolean mayBefall(Resident resident, int age) {
        return (sex.equals("*") || sex.equals(resident.sex())) && age >= fromAge && age <= toAge;
    }

    /// What befalls a resident, in an order that spreads it over their hospitals.
    static Stream<Illness> of(Plan plan, Resident resident) {
        var featuredResident = resident.featured();
        if (featuredResident != null) {
            return featuredResident.illnesses.stream().map(Illness::of);
        }
        var chance = Chance.of(plan.seed(), "illnesses", resident.index());
        var age = resident.ageOn(plan.today());
        return ALL.stream().filter(illness -> chance.percent(illness.percent()) && illness.mayBefall(resident, age));
    }
}
