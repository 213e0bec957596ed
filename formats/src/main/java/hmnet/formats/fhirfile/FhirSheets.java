package hmnet.formats.fhirfile;

import hmnet.formats.base.Note;
import hmnet.formats.base.Sha256;
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
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The sheets of a file of FHIR (FHIRの記載): one a person; of a transaction or batch and of resources one
/// a line, which are nothing in themselves, one a resource, as the next file may bring another version of each alone.
final class FhirSheets {
    private static final String NATIONAL = "http://jpfhir.jp/fhir/";
    private static final DateTimeFormatter VERSION = DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS", Locale.ROOT);

    private final @Nullable Resource bundle;
    private final List<Resource> resources;
    private final List<Note> notes;
    private final Support support;
    private final Subjects.ToldSubjects told = new Subjects.ToldSubjects();

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
            var named = patient == null ? told.named(one.getKey(), one.getValue()) : patient.node();
            if (!isLoose() || one.getValue().isEmpty()) {
                sheets.add(sheet(patient, named, one.getValue()));
                continue;
            }
            var person = person(patient, one.getValue());
            var insured = insured(patient, named);
            for (var together : apart(one.getValue())) {
                sheets.add(requested(patient, person, FhirPersons.number(named), insured, together));
            }
        }
        return List.copyOf(sheets);
    }

    private boolean isDocument() {
        return bundle != null && bundle.text("type").equals("document");
    }

    /// Whether the file says nothing by itself: each of its resources has a life of its own at the sender.
    private boolean isLoose() {
        if (bundle == null) {
            return resources.stream().filter(each -> Kinds.of(each) != null).count() > 1;
        }
        return Set.of("transaction", "batch").contains(bundle.text("type"));
    }

    /// Each by itself, but results stay with the report that names them: what the report says, that it was
    /// cancelled say, holds for them.
    private Collection<List<Resource>> apart(List<Resource> own) {
        Map<Resource, Resource> reports = new HashMap<>();
        own.stream()
                .filter(each -> each.is("DiagnosticReport") && !each.isMistake())
                .forEach(report -> report.all("result.reference").stream()
                        .map(reference -> support.told(reference.text()))
                        .filter(Objects::nonNull)
                        .filter(result -> !result.isMistake())
                        .forEach(result -> reports.putIfAbsent(result, report)));
        Map<Resource, List<Resource>> together = new LinkedHashMap<>();
        own.stream().filter(each -> !reports.containsKey(each)).forEach(each -> together.put(each, listOf(each)));
        own.stream()
                .filter(reports::containsKey)
                .forEach(result -> together.computeIfAbsent(reports.get(result), FhirSheets::listOf)
                        .add(result));
        return together.values();
    }

    private static List<Resource> listOf(Resource first) {
        return new ArrayList<>(List.of(first));
    }

    /// What one resource of such a file says, with those that belong to it. Without a time of its own the
    /// last one to come counts.
    private Sheet requested(
            @Nullable Resource patient,
            Demographics person,
            String number,
            @Nullable InsuredNumber insured,
            List<Resource> own) {
        var resource = own.getFirst();
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
    private String key(Resource resource, Subjects subjects) throws Unreadable {
        var subject = Subjects.name(resource);
        if (subjects.isEmpty()) {
            return told.key(resource, subject);
        }
        var patient = subject.isEmpty() ? subjects.only() : subjects.find(subject);
        if (patient == null) {
            throw refused(subject.isEmpty() ? "subject" : "patients-differ", resource, subject);
        }
        return Subjects.key(patient);
    }

    /// @param named the node whose identifiers name the person
    private Sheet sheet(@Nullable Resource patient, JsonValue named, List<Resource> own) throws Unreadable {
        var at = at(own);
        boolean taken = mistaken(own);
        return new Sheet(
                FhirPersons.number(named),
                person(patient, own),
                insured(patient, named),
                source(own, patient),
                version(at),
                at,
                taken,
                own.isEmpty() && bundle == null,
                taken ? List.of() : entries(patient, own, at));
    }

    /// As their Patient says; without one what the resources themselves say of whom they are about.
    private Demographics person(@Nullable Resource patient, List<Resource> own) throws Unreadable {
        return patient == null ? told.person(own, notes) : FhirPersons.demographics(patient, notes);
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
            return "fhir:" + bundleNumber(bundle) + several(patient);
        }
        if (bundle == null || bundle.text("id").isEmpty()) {
            var named = named(own);
            if (!named.isEmpty()) {
                return "fhir:" + named + several(patient);
            }
        }
        var named = bundle == null ? patient == null ? "" : "Patient/" + patient.id() : "Bundle/" + bundle.text("id");
        return "fhir:" + named + several(patient);
    }

    /// What has no name of its own is known by those of what is in it: of other resources it is another
    /// file, which never takes its place.
    private static String named(List<Resource> own) {
        var names = own.stream()
                .filter(resource -> Kinds.of(resource) != null)
                .map(resource -> resource.type() + "/" + instance(resource))
                .sorted()
                .toList();
        if (names.size() < 2) {
            return String.join("", names);
        }
        var all = Sha256.of(String.join("\n", names).getBytes(StandardCharsets.UTF_8));
        return "of-" + HexFormat.of().formatHex(all, 0, 10);
    }

    /// Numbers of documents hold their giver; any other number is one only beside its system.
    private static String bundleNumber(Resource bundle) {
        var system = bundle.text("identifier.system");
        var value = bundle.text("identifier.value");
        return system.isEmpty() || system.startsWith(NATIONAL) ? value : system + "|" + value;
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
