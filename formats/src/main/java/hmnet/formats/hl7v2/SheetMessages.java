package hmnet.formats.hl7v2;

import hmnet.formats.base.Note;
import hmnet.formats.hl7v2.message.Header;
import hmnet.formats.hl7v2.message.PatientLine;
import hmnet.formats.hl7v2.message.PatientLine.PersonName;
import hmnet.formats.hl7v2.message.Ssmix2Messages;
import hmnet.formats.hl7v2.message.StayStep;
import hmnet.formats.hl7v2.message.Visit;
import hmnet.formats.model.chart.Allergies;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.KeptFhir;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.Medicines.MedicineAct;
import hmnet.formats.model.chart.Paper;
import hmnet.formats.model.chart.PerformedActs;
import hmnet.formats.model.chart.PersonProfile;
import hmnet.formats.model.chart.PrescribedDrug;
import hmnet.formats.model.chart.Problem;
import hmnet.formats.model.chart.Results;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.model.chart.Stay;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A sheet as messages (記載からHL7電文へ), each of the kind that the standard storage has for it. What has no kind is
/// said in notes.
public final class SheetMessages {
    /// One message.
    ///
    /// @param kind of the storage, such as `OMP-01`; empty for vital signs, which the extended storage holds
    /// @param order number, empty where the kind has none
    @SuppressWarnings("ArrayRecordComponent") // written once, compared nowhere
    public record SheetMessage(
            String kind, LocalDate day, OffsetDateTime at, String order, String department, byte[] bytes) {}

    /// What a note says of a document, which has its place in the extended storage.
    public static final String DOCUMENT = "a document";

    private final Sheet sheet;
    private final boolean stored;
    private final Header header;
    private final PatientLine patient;
    private final List<SheetMessage> spoken = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();

    private SheetMessages(Sheet sheet, boolean stored) {
        this.sheet = sheet;
        this.stored = stored;
        this.header = new Header(
                "HMNET", "", sheet.at(), Integer.toHexString(sheet.source().hashCode()));
        var person = sheet.person();
        this.patient = new PatientLine(
                sheet.patient(),
                new PersonName(person.familyName(), person.givenName(), person.familyKana(), person.givenKana()),
                person.birthDate(),
                sex(person.sex()),
                person.postalCode(),
                person.address(),
                person.phone(),
                person.diedOn());
    }

    /// @param stored whether a storage is to hold them, which has no kind for what a pharmacy dispensed
    public static SheetMessages of(Sheet sheet, boolean stored) {
        var messages = new SheetMessages(sheet, stored);
        if (sheet.deletes()) {
            messages.unsaid("a deletion", sheet.source());
            return messages;
        }
        if (sheet.master()) {
            var profile = SpokenProfile.of(sheet);
            messages.say(
                    "ADT-00", sheet.at(), "", "", Ssmix2Messages.profile(messages.header, messages.patient, profile));
        }
        messages.problems();
        sheet.entries().forEach(messages::entry);
        return messages;
    }

    public List<SheetMessage> spoken() {
        return spoken;
    }

    public List<Note> notes() {
        return notes;
    }

    private static String sex(String fhir) {
        return switch (fhir) {
            case "male" -> "M";
            case "female" -> "F";
            case "other" -> "O";
            default -> "U";
        };
    }

    private void say(String kind, OffsetDateTime at, String order, String department, byte[] bytes) {
        spoken.add(new SheetMessage(kind, at.toLocalDate(), at, order, department, bytes));
    }

    private void unsaid(String what, String key) {
        notes.add(Note.info("not-written", 0, key, what));
    }

    /// All diagnoses of a patient are one message.
    private void problems() {
        var problems = new ArrayList<Problem>();
        for (var entry : sheet.entries()) {
            if (entry instanceof Problem problem && isSayable(problem)) {
                problems.add(problem);
            }
        }
        if (!problems.isEmpty()) {
            var diagnoses = problems.stream().map(SpokenItems::diagnosis).toList();
            say("PPR-01", sheet.at(), "", "", Ssmix2Messages.diagnoses(header, patient, diagnoses));
        }
    }

    /// What was ruled out would be read as a diagnosis.
    private boolean isSayable(Problem problem) {
        if (!problem.status().isActive()) {
            unsaid(problem.status().words() + " " + problem.disease().shown(), problem.key());
            return false;
        }
        problem.notes().forEach(note -> notes.add(Note.info("element-left-out", 0, "notes", note)));
        return true;
    }

    private void entry(Entry entry) {
        switch (entry) {
            case Problem told -> {
                // Said with the others.
            }
            case Medicines medicines ->
                sameOrder(Medicines.class, medicines, SheetMessages::orderOf).ifPresent(this::medicines);
            case Results results ->
                sameOrder(Results.class, results, SheetMessages::orderOf).ifPresent(this::results);
            case Allergies allergies ->
                say(
                        "ADT-61",
                        allergies.at(),
                        "",
                        "",
                        Ssmix2Messages.allergyList(header, patient, allergies.items(), notes));
            case Stay stay -> stay(stay);
            case PerformedActs performed -> performed(performed);
            case Paper paper -> unsaid(DOCUMENT, paper.key());
            case PersonProfile profile -> {
                if (!sheet.master()) {
                    unsaid("a profile", profile.key());
                }
            }
            case KeptFhir kept -> unsaid("FHIR", kept.key());
        }
    }

    /// All entries of the order that an entry is the first of, since an order is one file; none for the
    /// others.
    private <T extends Entry> Optional<List<T>> sameOrder(Class<T> type, T entry, Function<T, String> orderOf) {
        var same = sheet.entries().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .filter(other -> orderOf.apply(other).equals(orderOf.apply(entry)))
                .toList();
        return same.getFirst().equals(entry) ? Optional.of(same) : Optional.empty();
    }

    private static String orderOf(Medicines told) {
        return told.act() + "/" + told.injection() + "/" + SpokenItems.plain(told.key());
    }

    private static String orderOf(Results told) {
        return told.kind() + "/" + (told.orderNumber().isEmpty() ? told.key() : told.orderNumber());
    }

    private void medicines(List<Medicines> same) {
        var told = same.getFirst();
        var number = SpokenItems.number(told.key());
        var visit = SpokenItems.visit(told.from());
        boolean given = told.act() == MedicineAct.DISPENSED || told.act() == MedicineAct.ADMINISTERED;
        var kind = (given ? "OMP-1" : "OMP-0") + (told.injection() ? "2" : "1");
        if (told.act() == MedicineAct.STATED) {
            unsaid("what somebody says they take", told.key());
            return;
        }
        department(told.from().department());
        var act = stored && given ? MedicineAct.ADMINISTERED : told.act();
        if (act != told.act()) {
            notes.add(Note.info("element-left-out", 0, "act", "調剤 as 実施"));
        }
        var sayable = Ssmix2Messages.medicines(header, patient, visit, number, same, act, notes);
        if (same.stream().flatMap(each -> each.drugs().stream()).allMatch(drug -> isLeftOut(act, drug))) {
            return;
        }
        var said = same.stream()
                .map(each -> each.withDrugs(each.drugs().stream()
                        .filter(drug -> !isLeftOut(act, drug))
                        .toList()))
                .toList();
        notes.addAll(MedicineLosses.of(sayable, said, stored));
        say(kind, told.at(), number, "", sayable);
    }

    /// A message of no drug is none.
    private static boolean isLeftOut(MedicineAct act, PrescribedDrug drug) {
        return Ssmix2Messages.isUnsayable(act, drug.status().state());
    }

    private void results(List<Results> same) {
        var told = same.getFirst();
        var number = SpokenItems.number(told.orderNumber().isEmpty() ? told.key() : told.orderNumber());
        var kind = switch (told.kind()) {
            case LABORATORY -> "OML-11";
            case ORDERED -> "OML-01";
            case VITAL -> "";
            case CHECKUP -> "CHECKUP";
        };
        if (kind.equals("CHECKUP")) {
            unsaid("a check-up", told.key());
            return;
        }
        department(told.from().department());
        var visit = SpokenItems.visit(told.from());
        var filled = same.stream().filter(each -> !each.results().isEmpty()).toList();
        same.stream()
                .filter(each -> each.results().isEmpty())
                .forEach(each -> unsaid("a report without a result", each.key()));
        if (!filled.isEmpty()) {
            say(kind, told.at(), number, "", Ssmix2Messages.results(header, patient, visit, number, filled, notes));
        }
    }

    /// A visit and a folder name a department by its code alone.
    private void department(Concept department) {
        if (!department.isNone()
                && SpokenItems.departmentCode(department.first().code()).isEmpty()) {
            notes.add(Note.info("element-left-out", 0, "department.code", department.shown()));
        }
    }

    private void stay(Stay told) {
        var admitted =
                told.admittedAt() == null && told.event().matches("admitted|visit") ? told.at() : told.admittedAt();
        var department = SpokenItems.departmentCode(told.department());
        if (department.isEmpty() && !told.department().isBlank()) {
            notes.add(Note.info("element-left-out", 0, "department", told.department()));
        }
        told.notes().forEach(note -> notes.add(Note.info("element-left-out", 0, "notes", note)));
        var visit = new Visit(
                SpokenItems.setting(told),
                department,
                told.ward(),
                "",
                "",
                SpokenItems.doctor(told.doctor()),
                admitted,
                told.dischargedAt(),
                told.formerWard(),
                SpokenItems.coded(told.outcome()));
        switch (told.event()) {
            case "visit" -> say("ADT-12", told.at(), "", department, Ssmix2Messages.reception(header, patient, visit));
            case "admitted" ->
                say("ADT-22", told.at(), "", department, Ssmix2Messages.admission(header, patient, visit));
            case "discharged" ->
                say("ADT-52", told.at(), "", department, Ssmix2Messages.discharge(header, patient, visit));
            case "doctor" -> step("ADT-01", StayStep.StayStepKind.DOCTOR, told, visit);
            case "admission-planned" -> step("ADT-21", StayStep.StayStepKind.ADMISSION_PLANNED, told, visit);
            case "leave" -> step("ADT-31", StayStep.StayStepKind.LEAVE, told, visit);
            case "returned" -> step("ADT-32", StayStep.StayStepKind.RETURNED, told, visit);
            case "move-planned" -> step("ADT-41", StayStep.StayStepKind.MOVE_PLANNED, told, visit);
            case "moved" -> step("ADT-42", StayStep.StayStepKind.MOVED, told, visit);
            case "discharge-planned" -> step("ADT-51", StayStep.StayStepKind.DISCHARGE_PLANNED, told, visit);
            default -> unsaid(told.event(), told.key());
        }
    }

    private void step(String kind, StayStep.StayStepKind step, Stay told, Visit visit) {
        var planned = step == StayStep.StayStepKind.MOVE_PLANNED ? told.ward() : "";
        say(
                kind,
                told.at(),
                "",
                visit.department(),
                Ssmix2Messages.stayStep(header, patient, new StayStep(visit, told.at(), planned), step));
    }

    /// Only examinations by their code have a kind here; nothing says of others which department's they are.
    private void performed(PerformedActs told) {
        var examinations = SpokenItems.examinations(told);
        if (examinations.isEmpty()) {
            unsaid(told.title(), told.key());
            return;
        }
        department(told.from().department());
        leftActs(told);
        var order = SpokenItems.order(SpokenItems.number(told.key()), told.at(), told.from());
        var visit = SpokenItems.visit(told.from());
        say(
                told.ordered() ? "OMG-01" : "OMG-11",
                told.at(),
                order.number(),
                "",
                told.ordered()
                        ? Ssmix2Messages.examinationOrder(header, patient, visit, order, examinations)
                        : Ssmix2Messages.examinationDone(header, patient, visit, order, examinations));
    }

    /// Acts without a JJ1017 code, and words beside those that have one.
    private void leftActs(PerformedActs told) {
        long examinations =
                told.acts().stream().filter(SpokenItems::isExamination).count();
        var images = told.acts().stream()
                .filter(SpokenItems::isImage)
                .limit(told.ordered() ? 0 : examinations)
                .toList();
        for (var act : told.acts()) {
            if (images.contains(act)) {
                continue;
            }
            if (!SpokenItems.isExamination(act)) {
                unsaid(act.act().shown(), act.key());
            } else if (!act.said().isBlank() || !act.amount().isNone()) {
                notes.add(Note.info("element-left-out", 0, "said", (act.amount().shown() + " " + act.said()).strip()));
            }
        }
        if (!told.status().isActive()) {
            notes.add(Note.info("element-left-out", 0, "status", told.status().words()));
        }
    }
}
