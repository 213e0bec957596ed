package hmnet.bench.rehearsal;

import hmnet.people.links.Persons;
import hmnet.people.patients.PatientId;
import hmnet.people.patients.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// The charts that have come in a sequence (届いたカルテ), and drawing some of them by lot.
final class ArrivedCharts {
    private final Doors doors;
    private final Cast cast;
    private final SplittableRandom lots;
    final List<PatientId> come = new ArrayList<>();

    ArrivedCharts(Doors doors, Cast cast, SplittableRandom lots) {
        this.doors = doors;
        this.cast = cast;
        this.lots = lots;
    }

    PersonId person() {
        return cast.persons.get(lots.nextInt(cast.persons.size()));
    }

    /// A person, as it may be one whom only matching has made.
    PersonId anybody() {
        var held = lots.nextInt(3) == 0 ? holder(chart()) : Optional.<PersonId>empty();
        return held.orElseGet(this::person);
    }

    PersonId other(PersonId than) {
        var at = cast.persons.indexOf(than);
        return cast.persons.get((Math.max(at, 0) + 1 + lots.nextInt(cast.persons.size() - 1)) % cast.persons.size());
    }

    PatientId chart() {
        return come.get(lots.nextInt(come.size()));
    }

    Optional<PersonId> holder(PatientId chart) {
        return doors.persons().holder(chart).map(Persons.ChartHolder::person);
    }

    void came(PatientId chart) {
        if (!come.contains(chart)) {
            come.add(chart);
        }
    }
}
