package hmnet.care.notes;

import hmnet.care.viewer.ChartFrames;
import hmnet.care.viewer.TeamBands;
import hmnet.care.viewer.TeamBands.TeamBand;
import hmnet.care.viewer.TeamBands.TeamBand.BandFlag;
import hmnet.care.viewer.TeamBands.TeamBand.PinnedNote;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.Requester;
import hmnet.people.patients.PersonId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What the band above a chart shows of notes and flags (バナーの院内の覚え).
@Component
class ShownNotes implements TeamBands {
    private final StaffWords words;
    private final Clock clock;
    private final Audit audit;

    ShownNotes(StaffWords words, Clock clock, Audit audit) {
        this.words = words;
        this.clock = clock;
        this.audit = audit;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public TeamBand of(Requester reader, PersonId person, boolean pinned) {
        var today = LocalDate.ofInstant(clock.instant(), ChartFrames.JAPAN);
        var all = words.of(reader, person);
        var notes = KeptSubject.of(all, StaffWordKind.NOTE).stream()
                .filter(KeptSubject::stands)
                .toList();
        var flags = KeptSubject.of(all, StaffWordKind.FLAG).stream()
                .filter(KeptSubject::stands)
                .toList();
        var shown = pinned
                ? notes.stream()
                        .filter(KeptSubject::pinned)
                        .map(ShownNotes::pinned)
                        .toList()
                : List.<PinnedNote>of();
        if (!shown.isEmpty()) {
            audit.write(reader.did(
                    Action.NOTES_SHOWN, person.value(), "pinned", Map.of("notes", Integer.toString(shown.size()))));
        }
        return new TeamBand(
                flags.stream()
                        .filter(flag -> !flag.expired(today))
                        .map(flag -> new BandFlag(flag.flag(), flag.text(), flag.until()))
                        .toList(),
                (int) flags.stream().filter(flag -> flag.expired(today)).count(),
                notes.size(),
                shown);
    }

    private static PinnedNote pinned(KeptSubject note) {
        var said = Objects.requireNonNull(note.said());
        return new PinnedNote(
                note.text(), said.by(), said.profession(), note.latest().at());
    }
}
