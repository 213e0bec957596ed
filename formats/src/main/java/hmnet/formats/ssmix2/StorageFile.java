package hmnet.formats.ssmix2;

import hmnet.formats.base.hl7.BadMessage;
import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.hl7.Message;
import hmnet.formats.base.hl7.Message.Repair;
import hmnet.formats.fhir.Rows;
import hmnet.formats.file.FacilityFile;
import hmnet.formats.hl7v2.segment.Insurances;
import hmnet.formats.hl7v2.segment.PatientSegment;
import hmnet.formats.model.chart.Demographics;
import hmnet.formats.model.chart.InsuredNumber;
import hmnet.formats.model.chart.Part;
import hmnet.formats.model.chart.Part.Ids;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.model.code.Equivalents;
import hmnet.formats.ssmix2.storage.BadStorage;
import hmnet.formats.ssmix2.storage.StorageKind;
import hmnet.formats.ssmix2.storage.StorageName;
import hmnet.formats.ssmix2.storage.StorageName.Flag;
import hmnet.formats.ssmix2.storage.StoragePath;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One file of the standard storage, read (標準化ストレージのファイル): leniently, every repair named;
/// untruthfully never.
public final class StorageFile {
    private final StorageName name;
    private final Message message;
    private final Demographics person;
    private final List<Repair> repairs;
    private final @Nullable String pid3;

    private StorageFile(
            StorageName name, Message message, Demographics person, List<Repair> repairs, @Nullable String pid3) {
        this.name = name;
        this.message = message;
        this.person = person;
        this.repairs = repairs;
        this.pid3 = pid3;
    }

    public static StorageFile read(StoragePath path, byte[] bytes) throws BadStorage {
        var name = path.name();
        if (!name.kind().readable()) {
            throw new BadStorage("kind-not-read", name.kind().code());
        }
        try {
            var message = Message.parse(bytes);
            var repairs = new LinkedHashSet<Repair>(path.repairs());
            repairs.addAll(message.repairs());
            MessageExpectation.check(name, message, repairs);
            return of(name, message, new ArrayList<>(repairs));
        } catch (BadMessage bad) {
            throw new BadStorage(bad);
        }
    }

    private static StorageFile of(StorageName name, Message message, List<Repair> repairs) throws BadStorage {
        var pid = message.first("PID");
        if (pid == null) {
            throw new BadStorage("pid-missing", "no PID segment");
        }
        StoragePatient.onlyOne(message, pid);
        var person = PatientSegment.read(pid, repairs);
        var pid3 = pid.has(3) ? pid.text(3) : null;
        StoragePatient.compare(pid3, name, repairs);
        return new StorageFile(name, message, person, List.copyOf(repairs), pid3);
    }

    public StorageName name() {
        return name;
    }

    public List<Repair> repairs() {
        return repairs;
    }

    public Demographics person() {
        return person;
    }

    /// How the patient is insured, which only the patient master (ADT-00) is asked for; null when it does not
    /// say.
    public @Nullable InsuredNumber insured() {
        return name.kind() == StorageKind.ADT_00 ? Insurances.latest(message.all("IN1")) : null;
    }

    /// MSH-7, else the time in the file's name.
    public OffsetDateTime messageTime() {
        var time = Hl7Time.at(message.header().text(7));
        return time == null ? name.occurredAt() : time;
    }

    /// MSH-10.
    public String messageControlId() {
        return message.controlId();
    }

    /// The patient number the message itself names.
    public @Nullable String pid3() {
        return pid3;
    }

    /// Whether the message names another patient than its folder, leading zeros aside. Whose it is, a person
    /// must say.
    public boolean pid3Differs() {
        return StoragePatient.differs(pid3, name);
    }

    /// Whether this file takes its source item away instead of telling it.
    public boolean deletes() {
        return name.flag() == Flag.RETRACTED || MessageExpectation.deletes(name, message);
    }

    /// What it tells in the words of all formats.
    public Sheet sheet() {
        return StorageSheet.of(this, message);
    }

    /// As a file like those of other formats: its remarks and its sheet.
    public FacilityFile facilityFile() {
        return new Ssmix2File(this);
    }

    Message message() {
        return message;
    }

    /// The rows this file is cut into; none for a deletion.
    public List<Part> parts(Ids ids) {
        return parts(ids, Equivalents.NONE);
    }

    /// @param tables add what says the same as the codes sent, before anything rests on a code
    public List<Part> parts(Ids ids, Equivalents tables) {
        return Rows.of(sheet(), ids, tables);
    }
}
