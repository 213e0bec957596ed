package hmnet.record.inbox;

import hmnet.formats.base.Unreadable;
import hmnet.formats.check.Readers;
import hmnet.formats.model.chart.Demographics;
import hmnet.formats.other.FileExaminer;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.Requester;
import hmnet.people.patients.Patients;
import hmnet.people.patients.Patients.PatientDetails;
import hmnet.people.patients.SealedNumbers;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Held files that give no chart number, such as a お薬手帳 (番号のないファイル): the desk of the facility
/// that sent one says whose of its own charts it belongs to, never another facility's.
@Component
public class UnnamedFiles {
    private static final String REASON = "patient-number-missing";

    private final SentFiles files;
    private final Patients patients;
    private final Quarantine quarantine;
    private final JdbcClient db;
    private final Audit audit;
    private final SealedNumbers numbers;

    UnnamedFiles(
            SentFiles files,
            Patients patients,
            Quarantine quarantine,
            JdbcClient db,
            Audit audit,
            SealedNumbers numbers) {
        this.numbers = numbers;
        this.files = files;
        this.patients = patients;
        this.quarantine = quarantine;
        this.db = db;
        this.audit = audit;
    }

    /// A held file, and of whom it tells.
    public record UnnamedFile(InboxState state, Demographics person) {}

    /// The result of naming somebody.
    public enum NamingResult {
        NAMED,
        /// The facility has no open chart under the number.
        NO_CHART,
        /// Chart and file say different birth dates.
        OTHER_BIRTH,
        /// No file waits for a name here.
        GONE
    }

    /// One of the requester's own held files that tells of one person and gives no number; who looked is
    /// written down.
    @Transactional
    public Optional<UnnamedFile> open(long id, Requester by) {
        return files.open(id, by)
                .filter(file -> file.any() && !file.sent().withdrawn())
                .filter(file -> REASON.equals(file.sent().state().reason()))
                .flatMap(file ->
                        person(file).map(person -> new UnnamedFile(file.sent().state(), person)));
    }

    private static Optional<Demographics> person(SentFiles.OpenedFile file) {
        try {
            return SolePerson.of(Readers.read(file.sent().state().path(), file.body(), FileExaminer.NOBODY)
                    .sheets());
        } catch (Unreadable notAnyMore) {
            return Optional.empty();
        }
    }

    /// The facility's own charts of that birth date, by name or reading where one is given.
    @Transactional
    public List<PatientDetails> candidates(long id, LocalDate born, String name, Requester by) {
        var asked = SolePerson.folded(name);
        var found = patients.born(by.facility(), born).stream()
                .filter(chart -> SolePerson.folded(chart.name()).contains(asked)
                        || SolePerson.folded(chart.kana()).contains(asked))
                .toList();
        trace(Action.PATIENTS_LISTED, Map.of("inbox", Long.toString(id), "lines", Integer.toString(found.size())), by);
        return found;
    }

    /// Says whose the file is; it is read again under that number.
    @Transactional
    public NamingResult name(long id, String number, Requester by) {
        var file = open(id, by);
        var chart = patients.shown(by.facility(), number);
        if (file.isEmpty()) {
            return NamingResult.GONE;
        }
        if (chart.isEmpty()) {
            return NamingResult.NO_CHART;
        }
        if (differ(file.get().person().birthDate(), chart.get().birthDate())) {
            return NamingResult.OTHER_BIRTH;
        }
        db.sql("""
                        insert into inbox_patient (id, number, staff) values (?, ?, ?)
                            on conflict (id) do update set number = excluded.number, staff = excluded.staff, at = now()""")
                .params(
                        id,
                        numbers.of(by.facility(), chart.get().number()),
                        by.staff().value())
                .update();
        trace(
                Action.FILE_NAMED,
                Map.of("inbox", Long.toString(id), "number", chart.get().number()),
                by);
        quarantine.retry(id, by);
        return NamingResult.NAMED;
    }

    private static boolean differ(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one != null && other != null && !one.equals(other);
    }

    private void trace(Action action, Map<String, String> detail, Requester by) {
        audit.write(by.did(action, null, "done", detail));
    }
}
