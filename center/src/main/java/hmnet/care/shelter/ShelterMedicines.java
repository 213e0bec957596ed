package hmnet.care.shelter;

import hmnet.care.shelter.ShelterList.ShelterEntry;
import hmnet.care.summary.FirstLooks;
import hmnet.care.summary.SummaryScreen.CurrentMedicine;
import hmnet.consent.consents.Purpose;
import hmnet.consent.emergency.EmergencyOpening;
import hmnet.consent.emergency.EmergencyOpenings;
import hmnet.ground.design.Messages;
import hmnet.ground.directory.Requester;
import hmnet.people.patients.PersonId;
import hmnet.record.charts.ChartView;
import hmnet.record.charts.Charts;
import hmnet.record.charts.Opening;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Who at a shelter takes which medicines (避難所の薬の一覧): by person for the nurse, by drug for the
/// pharmacy. Each chart is opened by the disaster mode's door, as if it were looked at alone. Amounts are not
/// added up: one facility says what is taken at once, another what is taken in a day.
@Component
class ShelterMedicines {
    /// So many charts are opened at once.
    static final int MOST = 50;

    private final EmergencyOpenings openings;
    private final Charts charts;
    private final FirstLooks firstLooks;

    ShelterMedicines(EmergencyOpenings openings, Charts charts, FirstLooks firstLooks) {
        this.openings = openings;
        this.charts = charts;
        this.firstLooks = firstLooks;
    }

    /// What one person takes (一人の薬).
    ///
    /// @param opened false where nobody is known, or nothing opens, whatever the cause
    record PersonMedicines(ShelterEntry entry, boolean opened, List<CurrentMedicine> medicines) {}

    /// Who takes one drug (一つの薬を使う人).
    record DrugNeed(String drug, List<DrugTaker> takers) {}

    /// One of them, and how they take it.
    record DrugTaker(String name, String shelter, String amounts, String usage) {}

    List<PersonMedicines> of(List<ShelterEntry> entries, Requester by, Messages m) {
        var open = openings.openNow(by).stream()
                .filter(one -> !one.isOfEmergency())
                .map(EmergencyOpening::person)
                .collect(Collectors.toSet());
        var all = new ArrayList<PersonMedicines>();
        for (var entry : entries) {
            var person = entry.person();
            var read = person == null ? Optional.<List<CurrentMedicine>>empty() : read(person, open, by, m);
            all.add(new PersonMedicines(entry, read.isPresent(), read.orElseGet(List::of)));
        }
        return all;
    }

    /// A view that the reader has open is read as it stands. One that is opened for the list ends with it.
    private Optional<List<CurrentMedicine>> read(PersonId person, Set<PersonId> open, Requester by, Messages m) {
        if (open.contains(person)) {
            return read(person, by, m);
        }
        return openings.inDisaster(by, person).flatMap(opening -> {
            try {
                return read(person, by, m);
            } finally {
                openings.end(by, opening.id());
            }
        });
    }

    private Optional<List<CurrentMedicine>> read(PersonId person, Requester by, Messages m) {
        return charts.open(by, person, Purpose.DISASTER, ChartView.EMERGENCY, chart -> switch (chart) {
            case Opening.Opened(var opened) ->
                Optional.of(firstLooks.of(opened, m).medicines());
            case Opening.Closed(var reason) -> Optional.<List<CurrentMedicine>>empty();
        });
    }

    /// The same by drug, as its name was sent.
    static List<DrugNeed> byDrug(List<PersonMedicines> people) {
        var takers = new TreeMap<String, List<DrugTaker>>();
        for (var one : people) {
            var said = one.entry().said();
            for (var medicine : one.medicines()) {
                takers.computeIfAbsent(medicine.name(), first -> new ArrayList<>())
                        .add(new DrugTaker(said.name(), said.shelter(), medicine.amounts(), medicine.usage()));
            }
        }
        return takers.entrySet().stream()
                .map((Map.Entry<String, List<DrugTaker>> drug) -> new DrugNeed(drug.getKey(), drug.getValue()))
                .toList();
    }
}
