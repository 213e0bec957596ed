package hmnet.care.viewer;

import hmnet.care.viewer.PersonBanner.AllergyNote;
import hmnet.care.viewer.PersonBanner.AllergyState;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.extract.AllergyExtract;
import hmnet.ground.design.Messages;
import hmnet.ground.directory.FacilityId;
import hmnet.record.charts.CareSpan;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What each linked facility says of allergies (施設ごとのアレルギー): present or suspected, what warns first;
/// then what a rule withholds, then past, refuted, denied, unknown or nothing received. Each linked facility
/// has a line: an empty strip would read as no allergy.
final class Allergies {
    /// The kinds of record that say something of allergies.
    static final long KINDS = RecordKind.ALLERGY.mask();

    private Allergies() {}

    static List<ChartEntry> entries(Chart chart) {
        return chart.all(KINDS, Optional.empty(), CareSpan.all());
    }

    static List<AllergyNote> notes(
            Chart chart,
            List<ChartEntry> entries,
            Set<FacilityId> linked,
            Function<FacilityId, String> name,
            Messages m) {
        var notes = new ArrayList<AllergyNote>();
        for (var facility : linked) {
            var said = entries.stream()
                    .filter(entry -> entry.facility().equals(facility))
                    .flatMap(entry -> of(entry, name.apply(facility), m).stream())
                    .toList();
            notes.addAll(said);
            var withheld = withheld(chart, facility, m);
            if (withheld.isPresent()) {
                notes.add(new AllergyNote(AllergyState.WITHHELD, name.apply(facility), withheld.get(), null));
            } else if (chart.erased().any(facility, RecordKind.ALLERGY)) {
                notes.add(new AllergyNote(AllergyState.ERASED, name.apply(facility), null, null));
            } else if (said.isEmpty()) {
                notes.add(new AllergyNote(AllergyState.NOTHING_RECEIVED, name.apply(facility), null, null));
            }
        }
        notes.sort(Comparator.comparingInt(note -> note.state().rank()));
        return silentTogether(notes, m);
    }

    /// Facilities of which nothing came are one line, so that many of them do not push the others off the screen.
    private static List<AllergyNote> silentTogether(List<AllergyNote> notes, Messages m) {
        var silent = notes.stream()
                .filter(note -> note.state() == AllergyState.NOTHING_RECEIVED)
                .map(AllergyNote::facility)
                .collect(Collectors.joining(m.t("viewer.comma")));
        var together = new ArrayList<>(notes.stream()
                .filter(note -> note.state() != AllergyState.NOTHING_RECEIVED)
                .toList());
        if (!silent.isEmpty()) {
            together.add(new AllergyNote(AllergyState.NOTHING_RECEIVED, silent, null, null));
        }
        return together;
    }

    /// By what rule this reader does not see all that the facility may have sent of allergies, whether or
    /// not it sent any; nothing where all is seen.
    private static Optional<String> withheld(Chart chart, FacilityId facility, Messages m) {
        var closed = chart.grant().closed().stream()
                .filter(one -> one.facility().equals(facility) && one.kind() == RecordKind.ALLERGY)
                .findFirst();
        var open = chart.grant().lines().stream()
                .anyMatch(line -> line.facility().equals(facility) && (line.kinds() & KINDS) != 0);
        if (closed.isEmpty()) {
            return open ? Optional.empty() : Optional.of(m.t("viewer.allergy.withheld.here"));
        }
        return Optional.of(
                switch (closed.get().why()) {
                    case DELAY ->
                        m.t("viewer.allergy.withheld.days", closed.get().days());
                    case STOPPED -> m.t("viewer.allergy.withheld.stopped");
                    case FACILITY_RULE -> m.t("viewer.allergy.withheld.rule");
                    case PROFESSION -> m.t("viewer.allergy.withheld.here");
                });
    }

    private static List<AllergyNote> of(ChartEntry entry, String facility, Messages m) {
        var day = Timelines.day(entry);
        if (!(entry.extract().read() instanceof AllergyExtract allergies)
                || allergies.items().isEmpty()) {
            return List.of(new AllergyNote(AllergyState.UNKNOWN, facility, null, day));
        }
        return allergies.items().stream()
                .map(item -> new AllergyNote(
                        AllergyWords.state(item), AllergyWords.marked(item), facility, words(item, m), day))
                .toList();
    }

    private static @Nullable String words(AllergyExtract.AllergyItem item, Messages m) {
        var name = AllergyWords.name(item, m);
        var harm = AllergyWords.harm(item, m);
        var words = harm.isEmpty() ? name : m.t("viewer.state.because", name, harm);
        return words.isEmpty() ? null : words;
    }
}
