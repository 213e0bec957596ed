package hmnet.care.viewer;

import hmnet.care.viewer.PersonBanner.AllergyNote;
import hmnet.care.viewer.PersonBanner.AllergyState;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.extract.AllergyExtract;
import hmnet.formats.model.extract.Extract;
import hmnet.ground.directory.FacilityId;
import hmnet.record.charts.CareSpan;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// What each linked facility says of allergies (施設ごとのアレルギー): present, denied, unknown or nothing
/// received. A facility whose allergies this requester may not see is left out, never shown as having none.
final class Allergies {
    /// The kinds of record that say something of allergies.
    static final long KINDS = RecordKind.ALLERGY.mask();

    private static final int MOST = 100;

    private Allergies() {}

    static List<ChartEntry> entries(Chart chart) {
        return chart.entries(KINDS, Optional.empty(), CareSpan.all(), MOST);
    }

    static List<AllergyNote> notes(
            Chart chart, List<ChartEntry> entries, Set<FacilityId> linked, Function<FacilityId, String> name) {
        var notes = new ArrayList<AllergyNote>();
        for (var facility : linked) {
            var said = entries.stream()
                    .filter(entry -> entry.facility().equals(facility))
                    .flatMap(entry -> of(entry, name.apply(facility)).stream())
                    .toList();
            notes.addAll(said);
            if (said.isEmpty() && mayBeSeenNow(chart, facility)) {
                notes.add(new AllergyNote(AllergyState.NOTHING_RECEIVED, name.apply(facility), null, null));
            }
        }
        return notes;
    }

    private static boolean mayBeSeenNow(Chart chart, FacilityId facility) {
        var later = chart.grant().closed().stream()
                .anyMatch(closed -> closed.facility().equals(facility) && closed.kind() == RecordKind.ALLERGY);
        return !later
                && chart.grant().lines().stream()
                        .anyMatch(line ->
                                line.facility().equals(facility) && (line.kinds() & RecordKind.ALLERGY.mask()) != 0);
    }

    private static List<AllergyNote> of(ChartEntry entry, String facility) {
        var day = Timelines.day(entry);
        if (!(Extract.read(entry.kind(), entry.extract()) instanceof AllergyExtract allergies)
                || allergies.items().isEmpty()) {
            return List.of(new AllergyNote(AllergyState.UNKNOWN, facility, null, day));
        }
        return allergies.items().stream()
                .map(item -> item.status() == AllergyExtract.AllergyStatus.DENIED
                        ? new AllergyNote(AllergyState.DENIED, facility, null, day)
                        : new AllergyNote(AllergyState.PRESENT, facility, words(item), day))
                .toList();
    }

    private static String words(AllergyExtract.AllergyItem item) {
        return item.reaction().isEmpty() ? item.name() : item.name() + "（" + item.reaction() + "）";
    }
}
