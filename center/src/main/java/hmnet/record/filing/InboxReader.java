package hmnet.record.filing;

import hmnet.formats.base.Note;
import hmnet.formats.base.Note.Severity;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.hl7.BadMessage;
import hmnet.formats.base.hl7.Message.Repair;
import hmnet.formats.check.Readers;
import hmnet.formats.file.Format;
import hmnet.formats.hl7v2.adt.IdentityMessage;
import hmnet.formats.model.chart.Demographics;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.ssmix2.StorageFile;
import hmnet.formats.ssmix2.storage.BadStorage;
import hmnet.formats.ssmix2.storage.StoragePath;
import hmnet.ground.keys.ErasedKey;
import hmnet.people.folding.Characters;
import hmnet.people.patients.NumberIssuers;
import hmnet.people.patients.Patients;
import hmnet.record.examination.EarlyVerdicts;
import hmnet.record.examination.Examination;
import hmnet.record.examination.LargeWords;
import hmnet.record.filing.ReadResult.Heard;
import hmnet.record.filing.ReadResult.NotSeen;
import hmnet.record.filing.ReadResult.Parked;
import hmnet.record.filing.ReadResult.Refused;
import hmnet.record.filing.ReadResult.Several;
import hmnet.record.filing.ReadResult.Understood;
import hmnet.record.filing.ReadResult.Unexamined;
import hmnet.record.inbox.FilingQueue.WaitingFile;
import hmnet.record.inbox.IndividualNumbers;
import hmnet.record.inbox.LargeFiles;
import hmnet.record.inbox.SolePerson;
import hmnet.record.layouts.LabLayouts;
import hmnet.record.vault.EnvelopeContext;
import hmnet.record.vault.Envelopes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Reads waiting files (受信ファイルの読取り). A file that another patient's message may have slipped into is
/// never guessed at.
@Component
class InboxReader {
    private static final Logger LOG = LoggerFactory.getLogger(InboxReader.class);

    /// How long a message waits for the patient's own demographics before a human is asked.
    static final Duration PATIENCE = Duration.ofHours(24);

    private static final String MY_NUMBER = "my-number";
    private static final String NAME = "file name";

    private final Patients patients;
    private final NumberIssuers issuers;
    private final Envelopes envelopes;
    private final LabLayouts layouts;
    private final Examination examination;
    private final LargeFiles largeFiles;

    InboxReader(
            Patients patients,
            NumberIssuers issuers,
            Envelopes envelopes,
            LabLayouts layouts,
            Examination examination,
            LargeFiles largeFiles) {
        this.largeFiles = largeFiles;
        this.patients = patients;
        this.issuers = issuers;
        this.envelopes = envelopes;
        this.layouts = layouts;
        this.examination = examination;
    }

    /// Has those of these files examined that are shown and not read; outside any transaction, since it may take long.
    EarlyVerdicts examined(List<WaitingFile> files) {
        var verdicts = new EarlyVerdicts();
        files.forEach(file -> examine(file, verdicts));
        return verdicts;
    }

    private void examine(WaitingFile waiting, EarlyVerdicts verdicts) {
        if (!waiting.files()) {
            return;
        }
        try {
            var body = body(waiting);
            var format = Readers.format(waiting.path(), body, layouts.of(waiting.facility()));
            if (format.filter(Format.OTHER::equals).isPresent()) {
                verdicts.ask(examination, body, waiting.path());
            }
        } catch (RuntimeException unreadable) {
            LOG.debug("Inbox {} cannot be examined; whoever reads it says why", waiting.id(), unreadable);
        }
    }

    private byte[] body(WaitingFile waiting) {
        var place = EnvelopeContext.ofInbox(waiting.facility().value(), waiting.key());
        return envelopes.with(envelope -> envelope.open(waiting.body(), place));
    }

    ReadResult read(WaitingFile waiting, EarlyVerdicts examined) {
        try {
            var body = body(waiting);
            if (waiting.masked()) {
                return new Refused(waiting, MY_NUMBER, whereMasked(waiting, body));
            }
            if (waiting.message()) {
                return new Heard(waiting, IdentityMessage.read(body, issuers.own(waiting.facility())), List.of());
            }
            if (waiting.care()) {
                return CareMessage.read(waiting, body, issuers.own(waiting.facility()), digest(body));
            }
            if (waiting.large()) {
                return large(waiting);
            }
            return waiting.files() ? sheets(waiting, body, examined) : stored(waiting, body);
        } catch (Unreadable e) {
            if (EarlyVerdicts.isNotSeen(e)) {
                return new NotSeen(waiting);
            }
            if (Examination.isForNow(e)) {
                return new Unexamined(waiting);
            }
            var note = e.note();
            return new Refused(waiting, note.code(), where(note) + note.text());
        } catch (BadMessage e) {
            return new Refused(waiting, e.code(), e.detail());
        } catch (BadStorage e) {
            return new Refused(waiting, e.code(), e.detail());
        } catch (ErasedKey e) {
            return new Refused(waiting, "erased", "");
        } catch (RuntimeException e) {
            LOG.error("Inbox {} could not be read", waiting.id(), e);
            return new Refused(waiting, "internal", e.getClass().getSimpleName());
        }
    }

    private ReadResult stored(WaitingFile waiting, byte[] body) throws BadStorage {
        var file = StorageFile.read(StoragePath.parse(waiting.path()), body);
        var read = new Understood(waiting, new Item.Stored(file, digest(body)), file.repairs());
        return file.pid3Differs() ? compare(read, file) : read;
    }

    /// Whoever has no chart number at the facility is nobody's chart: the whole file waits for a human.
    private ReadResult sheets(WaitingFile waiting, byte[] body, EarlyVerdicts examined) throws Unreadable {
        var file = Readers.read(waiting.path(), body, layouts.of(waiting.facility()), examined);
        if (IndividualNumbers.isMasked(waiting.path()) && file.format() == Format.OTHER) {
            return new Refused(waiting, MY_NUMBER, NAME); // such a file is known by its name alone
        }
        var digest = digest(body);
        var repairs = new ArrayList<>(repairs(file.notes()));
        if (IndividualNumbers.isMasked(waiting.path())) {
            repairs.add(new Repair("my-number-in-name", NAME, ""));
        }
        var sheets = named(waiting, file.sheets());
        for (var sheet : sheets) {
            if (sheet.patient().isBlank()) {
                return new Refused(
                        waiting, "patient-number-missing", file.format().code());
            }
        }
        for (var doubted : file.doubted()) {
            var held = unlessTheirs(waiting, doubted.patient(), doubted.person(), doubted.patient());
            if (held.isPresent()) {
                return held.get();
            }
        }
        var items = new ItemsOfFile(waiting, file.format(), sheets, digest);
        return items.isEmpty()
                ? new Refused(waiting, "nobody-in-it", file.format().code() + " " + file.kind())
                : new Several(waiting, items, List.copyOf(repairs));
    }

    /// It was examined before it came here; until then it waits.
    private ReadResult large(WaitingFile waiting) throws Unreadable {
        var file = largeFiles.find(waiting.id()).orElseThrow();
        if (file.verdict() == null) {
            return new Unexamined(waiting);
        }
        var read = LargeWords.read(file);
        var repairs = repairs(read.notes());
        return new Several(
                waiting,
                new ItemsOfFile(
                        waiting, Format.OTHER, read.sheets(), read.fingerprint().substring(0, 12)),
                repairs);
    }

    private static String whereMasked(WaitingFile waiting, byte[] body) {
        var inBody = IndividualNumbers.whereMasked(body);
        if (!IndividualNumbers.isMasked(waiting.path())) {
            return inBody;
        }
        return inBody.isEmpty() ? NAME : NAME + ", " + inBody;
    }

    /// The desk's word counts where the file tells of one person alone.
    private static List<Sheet> named(WaitingFile waiting, List<Sheet> sheets) {
        var number = waiting.named();
        return number == null || SolePerson.of(sheets).isEmpty()
                ? sheets
                : sheets.stream().map(sheet -> SolePerson.under(number, sheet)).toList();
    }

    static List<Repair> repairs(List<Note> notes) {
        return notes.stream()
                .filter(note -> note.severity() == Severity.REPAIR)
                .map(note -> new Repair(note.code(), where(note).strip(), note.text()))
                .toList();
    }

    private static String where(Note note) {
        var line = note.line() > 0 ? "line " + note.line() + " " : "";
        return note.field().isEmpty() ? line : line + note.field() + " ";
    }

    /// PID-3 names another number than the folder. With the same name as the patient master it is a slip and is
    /// repaired; with another name it may be another human's message; without a master it waits for one.
    private ReadResult compare(Understood read, StorageFile file) {
        var held = unlessTheirs(read.waiting(), file.name().patient(), file.person(), String.valueOf(file.pid3()));
        if (held.isPresent()) {
            return held.get();
        }
        var repairs = new ArrayList<>(read.repairs());
        repairs.add(new Repair("pid3-differs", "PID-3", String.valueOf(file.pid3())));
        return new Understood(read.waiting(), read.item(), List.copyOf(repairs));
    }

    /// Nothing where the patient master of the folder's number has the name of the message.
    private Optional<ReadResult> unlessTheirs(WaitingFile waiting, String number, Demographics person, String told) {
        var master = patients.masterName(waiting.facility(), number);
        if (master.isEmpty()) {
            var late = OffsetDateTime.now(ZoneOffset.UTC)
                    .isAfter(waiting.receivedAt().plus(PATIENCE));
            return Optional.of(late ? new Refused(waiting, "pid3-unknown", told) : new Parked(waiting, PATIENCE));
        }
        return fold(master.get()).equals(fold(person.familyName() + person.givenName()))
                ? Optional.empty()
                : Optional.of(new Refused(waiting, "pid3-other-person", told));
    }

    private static String fold(String name) {
        return Characters.folded(name).replaceAll("\\s", "");
    }

    private static String digest(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
