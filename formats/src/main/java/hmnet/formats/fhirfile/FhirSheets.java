package hmnet.formats.fhirfile;

import hmnet.formats.Demographics;
import hmnet.formats.Insured;
import hmnet.formats.Label;
import hmnet.formats.RecordKind;
import hmnet.formats.chart.Entry;
import hmnet.formats.chart.Kept;
import hmnet.formats.chart.Sheet;
import hmnet.formats.file.Note;
import hmnet.formats.file.Unreadable;
import hmnet.formats.hl7.Hl7Time;
import hmnet.formats.json.Node;
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

/// The sheets of a file of FHIR (FHIRの記載): one a person.
final class FhirSheets {
    private static final Demographics NOBODY = new Demographics("", "", "", "", null, "unknown", "", "", "", null);
    private static final DateTimeFormatter VERSION = DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS", Locale.ROOT);

    private final @Nullable Resource bundle;
    private final List<Resource> resources;
    private final List<Note> notes;

    FhirSheets(@Nullable Resource bundle, List<Resource> resources, List<Note> notes) {
        this.bundle = bundle;
        this.resources = resources;
        this.notes = notes;
    }

    List<Sheet> sheets() throws Unreadable {
        var patients =
                resources.stream().filter(resource -> resource.is("Patient")).toList();
        var own = resources.stream()
                .filter(resource -> !resource.is("Patient") && !resource.is("Coverage"))
                .toList();
        if (patients.size() <= 1) {
            return bySubject(patients.isEmpty() ? null : patients.getFirst(), own);
        }
        if (bundle != null && bundle.text("type").equals("document")) {
            throw new Unreadable(
                    "patients-differ",
                    bundle.node().line(),
                    "Bundle.entry",
                    patients.size() + " patients in a document");
        }
        var sheets = new ArrayList<Sheet>();
        for (var patient : patients) {
            var theirs = own.stream()
                    .filter(resource -> Kinds.isSupporting(resource) || names(resource, patient))
                    .toList();
            sheets.add(sheet(patient, patient.node(), theirs));
        }
        return List.copyOf(sheets);
    }

    private static boolean names(Resource resource, Resource patient) {
        var subject = subject(resource);
        return !subject.isEmpty() && (subject.equals(patient.fullUrl()) || subject.endsWith("Patient/" + patient.id()));
    }

    private static String subject(Resource resource) {
        for (var path : List.of("subject", "patient", "beneficiary", "for")) {
            var reference = resource.node().at(path);
            var named = reference.text("reference");
            if (reference.exists()) {
                return named.isEmpty() ? reference.text("identifier.value") : named;
            }
        }
        return "";
    }

    /// A file with one Patient or none: then the subjects name the persons.
    private List<Sheet> bySubject(@Nullable Resource patient, List<Resource> own) throws Unreadable {
        Map<String, List<Resource>> bySubject = new LinkedHashMap<>();
        for (var resource : own) {
            if (!Kinds.isSupporting(resource) && Kinds.of(resource) != null) {
                var subject = subject(resource);
                boolean theirs =
                        patient == null || subject.isEmpty() || names(resource, patient) || isInsured(subject, patient);
                if (!theirs && (bundle == null || !bundle.text("type").equals("document"))) {
                    notes.add(Note.info(
                            "subject-elsewhere", resource.node().line(), resource.type() + ".subject", subject));
                } else if (!theirs) {
                    throw new Unreadable(
                            "patients-differ", resource.node().line(), resource.type() + ".subject", subject);
                }
                var key = patient != null ? "" : subject;
                bySubject.computeIfAbsent(key, name -> new ArrayList<>()).add(resource);
            }
        }
        if (bySubject.isEmpty()) {
            return patient == null ? List.of() : List.of(sheet(patient, patient.node(), List.of()));
        }
        if (bySubject.size() > 1) {
            bySubject.remove(""); // who names nobody among several belongs to none of them
        }
        var support = own.stream().filter(Kinds::isSupporting).toList();
        var sheets = new ArrayList<Sheet>();
        for (var theirs : bySubject.values()) {
            var all = new ArrayList<>(theirs);
            all.addAll(support);
            all.sort((a, b) -> Integer.compare(own.indexOf(a), own.indexOf(b)));
            var first = theirs.getFirst().node();
            sheets.add(sheet(
                    patient,
                    patient == null ? first.at(first.at("subject").exists() ? "subject" : "patient") : patient.node(),
                    all));
        }
        return List.copyOf(sheets);
    }

    private static boolean isInsured(String subject, Resource patient) {
        return patient.all("identifier").stream()
                .anyMatch(identifier -> identifier.text("value").equals(subject));
    }

    /// @param named the node whose identifiers name the person
    private Sheet sheet(@Nullable Resource patient, Node named, List<Resource> own) {
        var at = at(own);
        boolean taken = mistaken(own);
        return new Sheet(
                Persons.number(named),
                patient == null ? NOBODY : Persons.demographics(patient, notes),
                insured(named),
                source(own, patient),
                version(at),
                at,
                taken,
                own.isEmpty() && bundle == null,
                taken ? List.of() : entries(patient, own, at));
    }

    private @Nullable Insured insured(Node named) {
        var member = Persons.insured(named);
        if (member != null) {
            return member;
        }
        return resources.stream()
                .filter(resource -> resource.is("Coverage"))
                .map(coverage -> Persons.insured(coverage, resources))
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
        var at = composition.map(When::of).orElse(null);
        if (at == null) {
            at = own.stream()
                    .filter(resource -> Kinds.of(resource) != null)
                    .map(When::of)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
        if (at == null && bundle != null) {
            at = When.at(bundle.text("timestamp"));
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
            var said = When.at(of.text(path));
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
        if (bundle == null || !bundle.text("type").equals("document") || composition.isEmpty()) {
            return new Cut(own, patient, at, ofBundle).entries();
        }
        var kind = kind(composition.get());
        var whole = new Cut(own, patient, at, ofBundle).whole(composition.get(), kind);
        if (kind != RecordKind.DOCUMENT || bundle.node().at("signature").exists()) {
            return List.of(whole);
        }
        var entries = new ArrayList<Entry>();
        entries.add(whole);
        new Cut(own, patient, at, ofBundle)
                .entries().stream()
                        .filter(entry -> !(entry instanceof Kept kept)
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
