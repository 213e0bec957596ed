package hmnet.care.notes;

import hmnet.care.notes.StaffWord.StaffSaid;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A note or a flag with its history (院内の覚えの一件).
///
/// @param versions in their order
record KeptSubject(UUID id, StaffWordKind kind, List<StaffWord> versions) {
    static List<KeptSubject> of(List<StaffWord> words, StaffWordKind kind) {
        return words.stream()
                .filter(word -> word.kind() == kind)
                .collect(Collectors.groupingBy(StaffWord::subject, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> new KeptSubject(entry.getKey(), kind, entry.getValue()))
                .toList();
    }

    StaffWord latest() {
        return versions.getLast();
    }

    /// What stands in the newest version; null where its key was destroyed.
    @Nullable
    StaffSaid said() {
        return latest().said();
    }

    boolean erased() {
        return latest().said() == null;
    }

    boolean withdrawn() {
        var said = latest().said();
        return said != null && said.act() == StaffAct.WITHDRAWN;
    }

    boolean stands() {
        return !erased() && !withdrawn();
    }

    /// Of a note: whether it stands on the summary.
    boolean pinned() {
        return stands() && kind == StaffWordKind.NOTE && field(0).equals("pinned");
    }

    /// The words of the newest version; why, of one that was withdrawn.
    String text() {
        var said = latest().said();
        return said == null ? "" : said.fields().getLast();
    }

    /// Of a flag: its kind.
    String flag() {
        return field(0);
    }

    /// Of a flag: its last day.
    LocalDate until() {
        return LocalDate.parse(field(1));
    }

    boolean expired(LocalDate today) {
        return stands() && kind == StaffWordKind.FLAG && until().isBefore(today);
    }

    private String field(int n) {
        var said = latest().said();
        return said == null ? "" : said.fields().get(n);
    }
}
