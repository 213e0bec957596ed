package hmnet.people.links;

import hmnet.ground.audit.Actor;
import hmnet.ground.database.ColumnWord;
import hmnet.people.links.FacilityMerges.MergeStatement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// A facility's merges as events, and which charts are one because of them (統合の履歴と現在). Of two events
/// about the same two charts the later by the facility's time holds; at the same moment the one that parts.
@Component
public class MergeRows {
    private final JdbcTemplate db;

    MergeRows(JdbcTemplate db) {
        this.db = db;
    }

    /// The last word about two charts.
    public record Word(long patient, long into, boolean undone, OffsetDateTime at) {}

    /// Writes an event; the same one again changes nothing.
    void write(long patient, long into, MergeStatement said, Actor by) {
        db.update(
                """
                insert into patient_merge_event (patient, into_patient, action, trigger_event, at, by, message)
                values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""",
                patient,
                into,
                (said.undone() ? MergeAction.UNDO : MergeAction.MERGE).word(),
                said.trigger(),
                said.at(),
                by.word(),
                said.message());
    }

    /// How many charts would be one if these two were.
    int together(long patient, long into) {
        var count = db.queryForObject(
                "select cardinality(merged_with(array[?::bigint, ?::bigint]))", Integer.class, patient, into);
        return count == null ? 2 : count;
    }

    /// Brings what holds now up to date around these charts. Returns all charts that were looked at.
    Set<Long> settle(Collection<Long> touched) {
        var words = words(touched);
        var all = new HashSet<>(touched);
        words.forEach(word -> all.addAll(List.of(word.patient(), word.into())));
        db.update("delete from merged_chart where patient = any(?)", (Object) all.toArray(Long[]::new));
        var wholes = wholes(words);
        db.batchUpdate(
                "insert into merged_chart (patient, whole) values (?, ?)",
                wholes.entrySet(),
                100,
                (statement, entry) -> {
                    statement.setLong(1, entry.getKey());
                    statement.setLong(2, entry.getValue());
                });
        return all;
    }

    /// Every chart that is one with others, and the one they were merged into last.
    static Map<Long, Long> wholes(List<Word> words) {
        var wholes = new TreeMap<Long, Long>();
        words.stream()
                .filter(word -> !word.undone())
                .sorted(Comparator.comparing(Word::at)
                        .thenComparingLong(Word::into)
                        .thenComparingLong(Word::patient))
                .forEach(word -> {
                    var one = wholes.getOrDefault(word.patient(), word.patient());
                    var other = wholes.getOrDefault(word.into(), word.into());
                    wholes.replaceAll(
                            (chart, whole) -> whole.equals(one) || whole.equals(other) ? (Long) word.into() : whole);
                    wholes.put(word.patient(), word.into());
                    wholes.put(word.into(), word.into());
                });
        return wholes;
    }

    /// The last word about every two charts that hang together with these, by merges that hold or held.
    private List<Word> words(Collection<Long> touched) {
        var seen = new HashSet<Long>();
        var next = List.copyOf(touched);
        var words = new HashSet<Word>();
        while (!next.isEmpty()) {
            seen.addAll(next);
            var found = about(next);
            words.addAll(found);
            var fresh = new ArrayList<Long>();
            found.forEach(word -> fresh.addAll(List.of(word.patient(), word.into())));
            next = fresh.stream().filter(one -> !seen.contains(one)).distinct().toList();
        }
        return List.copyOf(words);
    }

    private List<Word> about(List<Long> patients) {
        var wanted = patients.toArray(Long[]::new);
        return db.query(
                """
                select distinct on (least(patient, into_patient), greatest(patient, into_patient))
                       patient, into_patient, action, at
                  from patient_merge_event where patient = any(?) or into_patient = any(?)
                 order by least(patient, into_patient), greatest(patient, into_patient), at desc, action desc, into_patient""",
                (row, number) -> new Word(
                        row.getLong("patient"),
                        row.getLong("into_patient"),
                        ColumnWord.read(row, "action", MergeAction.class) == MergeAction.UNDO,
                        row.getObject("at", OffsetDateTime.class)),
                wanted,
                wanted);
    }
}
