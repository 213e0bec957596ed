package hmnet.care.notes;

import hmnet.care.notes.FlagKinds.FlagKind;
import hmnet.care.notes.NotesScreen.KeptLine;
import hmnet.care.notes.NotesScreen.KeptVersion;
import hmnet.care.notes.NotesScreen.SentNote;
import hmnet.care.viewer.ChartFrame.ChartTab;
import hmnet.care.viewer.ChartFrames;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.design.Frame;
import hmnet.ground.directory.Profession;
import hmnet.record.charts.Chart;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Draws up the notes and flags of an open chart (院内の覚えの組立); that they were shown stands in the log of the person.
@Component
class NotesShowing {
    private static final Comparator<KeptSubject> NEWEST = Comparator.comparing(KeptSubject::pinned)
            .thenComparing(subject -> subject.latest().at())
            .reversed();

    private final ChartFrames chartFrames;
    private final StaffWords words;
    private final Audit audit;

    NotesShowing(ChartFrames chartFrames, StaffWords words, Audit audit) {
        this.chartFrames = chartFrames;
        this.words = words;
        this.audit = audit;
    }

    NotesScreen screen(Chart chart, @Nullable String told, SentNote sent, Frame frame) {
        var reader = chart.requester();
        var today = chartFrames.today();
        var all = words.of(reader, chart.person().id());
        var notes =
                KeptSubject.of(all, StaffWordKind.NOTE).stream().sorted(NEWEST).toList();
        var flags =
                KeptSubject.of(all, StaffWordKind.FLAG).stream().sorted(NEWEST).toList();
        audit.write(reader.did(
                Action.NOTES_SHOWN,
                chart.person().id().value(),
                "listed",
                Map.of("notes", Integer.toString(notes.size()), "flags", Integer.toString(flags.size()))));
        return new NotesScreen(
                chartFrames.beside(chart, ChartTab.SUMMARY, frame.m()),
                today,
                lines(notes, true, reader.profession(), today),
                lines(notes, false, reader.profession(), today),
                lines(flags, true, reader.profession(), today),
                lines(flags, false, reader.profession(), today),
                FlagKinds.all().stream()
                        .filter(kind -> kind.setBy(reader.profession()))
                        .toList(),
                told,
                sent);
    }

    private static List<KeptLine> lines(
            List<KeptSubject> subjects, boolean standing, Profession profession, LocalDate today) {
        return subjects.stream()
                .filter(one -> one.stands() == standing)
                .map(one -> new KeptLine(
                        one.id().toString(),
                        one.kind() == StaffWordKind.FLAG ? one.flag() : "",
                        one.pinned(),
                        one.expired(today),
                        version(one.latest(), one.kind()),
                        one.versions().reversed().stream()
                                .skip(1)
                                .map(word -> version(word, one.kind()))
                                .toList(),
                        FlagKinds.of(one.flag())
                                .filter(kind -> kind.setBy(profession))
                                .map(FlagKind::word)
                                .isPresent()))
                .toList();
    }

    private static KeptVersion version(StaffWord word, StaffWordKind kind) {
        var said = word.said();
        return said == null
                ? new KeptVersion(word.version(), "erased", word.at(), "", "", "", null)
                : new KeptVersion(
                        word.version(),
                        said.act().word(),
                        word.at(),
                        said.by(),
                        said.profession(),
                        said.fields().getLast(),
                        kind == StaffWordKind.FLAG
                                ? LocalDate.parse(said.fields().get(1))
                                : null);
    }
}
