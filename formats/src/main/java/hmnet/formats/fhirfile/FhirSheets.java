package hmnet.formats.fhirfile;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.json.JsonValue;
import hmnet.formats.model.chart.Demographics;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.InsuredNumber;
import hmnet.formats.model.chart.KeptFhir;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.model.code.Label;
import hmnet.formats.model.code.RecordKind;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The sheets of a file of FHIR (FHIRの記載): one a person; of a transaction or batch, which is nothing in itself, one a
/// resource, as the next one may bring another version of each alone.
final class FhirSheets {
    private static final Demographics NOBODY = new Demographics("", "", "", "", null, "unknown", "", "", "", null);
    private static final DateTimeFormatter VERSION = DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS", Locale.ROOT);

    private final @Nullable Resource bundle;
    private final List<Resource> resources;
    private final List<Note> notes;
    private final Support support;

    FhirSheets(@Nullable Resource bundle, List<Resource> resources, List<Note> notes) {
        this.bundle = bundle;
        this.resources = resources;
        this.notes = notes;
        this.support = new Support(resources);
    }

    List<Sheet> sheets() throws Unreadable {
        var patients = resources.stream().filter(each -> each.is("Patient")).toList();
        if (patients.size() > 1 && isDocument()) {
            throw refused("patients-differ", resources.getFirst(), patients.size() + " patients in a document");
        }
        var subjects = new Subjects(patients);
        Map<String, List<Resource>> bySubject = new LinkedHashMap<>();
        patients.forEach(patient -> bySubject.put(Subjects.key(patient), new ArrayList<>()));
        for (var resource : resources) {
            if (Kinds.of(resource) != null) {
                bySubject
                        .computeIfAbsent(key(resource, subjects), key -> new ArrayList<>())
                        .add(resource);
            }
        }
        var nobodys = bySubject.get("");
        if (nobodys != null && bySubject.size() > 1) {
            throw refused("subject", nobodys.getFirst(), "names nobody among several persons");
        }
        var sheets = new ArrayList<Sheet>();
        for (var one : bySubject.entrySet()) {
            var patient = subjects.find(one.getKey());
            var named = patient == null ? Subjects.of(one.getValue().getFirst()) : patient.node();
            if (!isRequests() || one.getValue().isEmpty()) {
                sheets.add(sheet(patient, named, one.getValue()));
                continue;
            }
            var person = patient == null ? NOBODY : FhirPersons.demographics(patient, notes);
            var insured = insured(patient, named);
            for (var resource : one.getValue()) {
                sheets.add(requested(patient, person, FhirPersons.number(named), insured, resource));
            }
        }
        return List.copyOf(sheets);
    }

    private boolean isDocument() {
        return bundle != null && bundle.text("type").equals("document");
    }

    private boolean isRequests() {
        return bundle != null && Set.of("transaction", "batch").contains(bundle.text("type"));
    }

    /// What one entry of a transaction or batch asks to store. Without a time of its own the last one to come counts.
    private Sheet requested(
            @Nullable Resource patient,
            Demographics person,
            String number,
            @Nullable InsuredNumber insured,
            Resource resource) {
        var own = List.of(resource);
        var at = at(own);
        boolean taken = mistaken(own);
        var changed = FhirTime.at(resource.text("meta.lastUpdated"));
        return new Sheet(
                number,
                person,
                insured,
                "fhir:" + resource.type() + "/" + instance(resource),
                changed == null ? "" : VERSION.format(changed),
                at,
                taken,
                false,
                taken ? List.of() : entries(patient, own, at));
    }

    private static String instance(Resource resource) {
        return resource.all("identifier").stream()
                .filter(identifier -> identifier.text("system").endsWith("resourceInstance-identifier"))
                .map(identifier -> identifier.text("value"))
                .findFirst()
                .orElseGet(() -> resource.id().isEmpty()
                                && !resource.text("identifier.value").isEmpty()
                        ? resource.text("identifier.system") + "|" + resource.text("identifier.value")
                        : resource.name());
    }

    private static Unreadable refused(String code, Resource resource, String why) {
        return new Unreadable(
                code, resource.node().line(), resource.type() + ".subject", resource.where() + ": " + why);
    }

    /// Whose a resource is. What names another person than the file has is nobody's here.
    private static String key(Resource resource, Subjects subjects) throws Unreadable {
        var subject = Subjects.name(resource);
        if (subjects.isEmpty()) {
            return subject;
        }
        var patient = subject.isEmpty() ? subjects.only() : subjects.find(subject);
        if (patient == null) {
            throw refused(subject.isEmpty() ? "subject" : "patients-differ", resource, subject);
        }
        return Subjects.key(patient);
    }

    /// @param named the node whose identifiers name the person
    private Sheet sheet(@Nullable Resource patient, JsonValue named, List<Resource> own) {
        var at = at(own);
        boolean taken = mistaken(own);
        return new Sheet(
                FhirPersons.number(named),
                patient == null ? NOBODY : FhirPersons.demographics(patient, notes),
                insured(patient, named),
                source(own, patient),
                version(at),
                at,
                taken,
                own.isEmpty() && bundle == null,
                taken ? List.of() : entries(patient, own, at));
    }

    private @Nullable InsuredNumber insured(@Nullable Resource patient, JsonValue named) {
        var member = FhirPersons.insured(named);
        if (member != null) {
            return member;
        }
        var theirs = new Subjects(patient == null ? List.of() : List.of(patient));
        return resources.stream()
                .filter(each -> each.is("Coverage"))
                .filter(each -> theirs.isEmpty() || theirs.find(Subjects.name(each)) != null)
                .map(coverage -> FhirPersons.insured(coverage, support))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private boolean mistaken(List<Resource> own) {
        var telling =
                own.stream().filter(resource -> Kinds.of(resource) != null).toList();
        boolean document = telling.stream().anyMatch(resource -> resource.is("Composition") && resource.isMistake());
        return document || !telling.isEmpty() && telling.stream().allMatch(Resource::isMistake);
    }

    private OffsetDateTime at(List<Resource> own) {
        var composition =
                own.stream().filter(resource -> resource.is("Composition")).findFirst();
        var at = composition.map(FhirTime::of).orElse(null);
        if (at == null) {
            at = own.stream()
                    .filter(resource -> Kinds.of(resource) != null)
                    .map(FhirTime::of)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
        if (at == null && bundle != null) {
            at = FhirTime.at(bundle.text("timestamp"));
        }
        return at == null ? LocalDate.EPOCH.atStartOfDay().atOffset(Hl7Time.JAPAN) : at;
    }

    /// Document, bundle or resource by the number its sender gave it.
    private String source(List<Resource> own, @Nullable Resource patient) {
        if (bundle != null && !bundle.text("identifier.value").isEmpty()) {
            return "fhir:" + bundle.text("identifier.value") + several(patient);
        }
        var first = own.stream().filter(resource -> Kinds.of(resource) != null).findFirst();
        if (bundle == null && first.isPresent()) {
            var instance = first.get().all("identifier").stream()
                    .filter(identifier -> identifier.text("system").endsWith("resourceInstance-identifier"))
                    .map(identifier -> identifier.text("value"))
                    .findFirst()
                    .orElse(first.get().id());
            return "fhir:" + first.get().type() + "/" + instance;
        }
        var named = bundle == null ? patient == null ? "" : "Patient/" + patient.id() : "Bundle/" + bundle.text("id");
        return "fhir:" + named + several(patient);
    }

    private String several(@Nullable Resource patient) {
        long patients =
                resources.stream().filter(resource -> resource.is("Patient")).count();
        return patients > 1 && patient != null ? "/" + patient.id() : "";
    }

    private String version(OffsetDateTime at) {
        var of = bundle == null ? resources.getFirst() : bundle;
        for (var path : List.of("meta.lastUpdated", "timestamp", "date")) {
            var said = FhirTime.at(of.text(path));
            if (said != null) {
                return VERSION.format(said);
            }
        }
        return VERSION.format(at);
    }

    private List<Entry> entries(@Nullable Resource patient, List<Resource> own, OffsetDateTime at) {
        Set<Label> ofBundle = bundle == null ? Set.of() : Labels.sent(bundle);
        var composition =
                own.stream().filter(resource -> resource.is("Composition")).findFirst();
        var cut = new ResourceRows(own, support, patient, at, ofBundle);
        if (bundle == null || !isDocument() || composition.isEmpty()) {
            return cut.entries();
        }
        var kind = kind(composition.get());
        var whole = cut.whole(composition.get(), kind);
        if (kind != RecordKind.DOCUMENT || bundle.node().at("signature").exists()) {
            return List.of(whole);
        }
        var entries = new ArrayList<Entry>();
        entries.add(whole);
        cut.entries().stream()
                .filter(entry -> !(entry instanceof KeptFhir kept)
                        || kept.kind() != RecordKind.DOCUMENT && kept.kind() != RecordKind.VISIT)
                .forEach(entries::add);
        return List.copyOf(entries);
    }

    private RecordKind kind(Resource composition) {
        var code = composition.text("type.coding.code");
        if (code.equals("57833-6") || composition.hasProfile("ePrescription")) {
            return RecordKind.PRESCRIPTION;
        }
        return bundle != null && Kinds.checkup(bundle) || Kinds.checkup(composition) || code.equals("53576-5")
                ? RecordKind.CHECKUP
                : RecordKind.DOCUMENT;
    }
}
