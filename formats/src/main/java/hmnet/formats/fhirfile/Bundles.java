package hmnet.formats.fhirfile;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.json.JsonValue;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// What a bundle must hold as a whole (Bundleの制約): of FHIR, and of JP-CLINS by the numbers of its
/// constraints.
final class Bundles {
    private static final String INSTITUTION =
            "http://jpfhir.jp/fhir/clins/Extension/StructureDefinition/JP_eCS_InstitutionNumber";
    private static final String DEPARTMENT =
            "http://jpfhir.jp/fhir/eCS/Extension/StructureDefinition/JP_eCS_Department";
    private static final Set<String> INFORMATION = Set.of("AllergyIntolerance", "Observation", "Condition");

    private final Resource bundle;
    private final List<Resource> entries;
    private final List<Note> notes;

    Bundles(Resource bundle, List<Resource> entries, List<Note> notes) {
        this.bundle = bundle;
        this.entries = entries;
        this.notes = notes;
    }

    /// A bundle without its date (`timestamp`) bears that of its Composition, else when it was last updated, else
    /// the newest date in it. One that is signed stays as it is.
    static Resource dated(Resource bundle, List<Resource> entries, List<Note> notes) {
        if (!bundle.text("timestamp").isEmpty()) {
            return bundle;
        }
        var from = "Composition.date";
        var at = entries.stream()
                .filter(entry -> entry.is("Composition"))
                .map(composition -> FhirTime.at(composition.text("date")))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (at == null) {
            from = "meta.lastUpdated";
            at = FhirTime.at(bundle.text(from));
        }
        if (at == null) {
            from = "the newest date";
            at = entries.stream()
                    .map(FhirTime::of)
                    .filter(Objects::nonNull)
                    .max(Comparator.naturalOrder())
                    .orElse(null);
        }
        if (at == null) {
            return bundle;
        }
        var date = Hl7Time.fhir(at);
        notes.add(Note.repair(
                "time-missing", bundle.node().line(), "Bundle.timestamp", from + " stands for it: " + date));
        if (bundle.node().at("signature").exists()) {
            return bundle;
        }
        var members = new LinkedHashMap<>(bundle.node().members());
        members.put("timestamp", JsonValue.text(date, bundle.node().line()));
        return new Resource(bundle.fullUrl(), bundle.node().withMembers(members));
    }

    void check() throws Unreadable {
        if (entries.isEmpty()) {
            throw refused("entry-missing", "entry", "the bundle is empty");
        }
        unique();
        if (bundle.text("type").equals("document")) {
            document();
        }
        if (bundle.hasProfile("JP_Bundle_CLINS")) {
            information();
            profiled();
        }
        if (Kinds.checkup(bundle)) {
            for (var entry : entries) {
                Rules.checkCheckup(entry, notes);
            }
        }
        if (bundle.profiles()
                .anyMatch(Set.of("JP_Bundle_eReferral", "JP_Bundle_eDischargeSummary", "JP_Bundle_ePCS")::contains)) {
            one("Patient");
            one("Composition");
        }
    }

    /// Nothing of a kind that names the profile by which it is judged: validEntryProfile of JP_Bundle_CLINS.
    private void profiled() throws Unreadable {
        for (var type : List.of("AllergyIntolerance", "Condition", "MedicationRequest", "Observation")) {
            var own = entries.stream().filter(entry -> entry.is(type)).toList();
            if (!own.isEmpty() && own.stream().noneMatch(entry -> entry.hasProfile("_eCS"))) {
                throw refused(
                        own.getFirst(), "entry-profile", "meta.profile", "names no profile of the sharing service");
            }
        }
    }

    private void unique() throws Unreadable {
        var urls = new HashSet<String>();
        for (var entry : entries) {
            if (!entry.fullUrl().isEmpty() && !urls.add(entry.fullUrl() + entry.text("meta.versionId"))) {
                throw refused("entry-twice", "entry.fullUrl", "bdl-7: " + entry.fullUrl());
            }
        }
    }

    private void document() throws Unreadable {
        if (!entries.getFirst().is("Composition")) {
            throw refused("composition-missing", "entry", "bdl-11: a document begins with its Composition");
        }
        if (bundle.text("identifier.value").isEmpty()) {
            throw refused("identifier", "identifier", "bdl-9: a document has an identifier");
        }
        if (bundle.text("timestamp").isEmpty() && FhirTime.at(entries.getFirst().text("date")) == null) {
            throw refused("date", "timestamp", "bdl-10: a document has a date");
        }
        sections(entries.getFirst().node(), new HashSet<>(known()));
    }

    private List<String> known() {
        return entries.stream()
                .flatMap(entry -> java.util.stream.Stream.of(entry.fullUrl(), entry.type() + "/" + entry.id()))
                .toList();
    }

    private void sections(JsonValue of, Set<String> known) {
        for (var section : of.all("section")) {
            for (var reference : section.all("entry.reference")) {
                if (!known.contains(reference.text())) {
                    notes.add(Note.info(
                            "reference-unresolved", reference.line(), "Composition.section.entry", reference.text()));
                }
            }
            sections(section, known);
        }
    }

    private void one(String type) throws Unreadable {
        long count = entries.stream().filter(entry -> entry.is(type)).count();
        if (count != 1) {
            throw refused("entry-count", "entry", count + " of " + type + " where one is needed");
        }
    }

    private void information() throws Unreadable {
        if (!entries.getFirst().is("Patient")) {
            throw refused("patient-first", "entry", "R0211: the first entry is the Patient");
        }
        one("Patient");
        if (!entries.getFirst().hasProfile("JP_Patient_eCS")) {
            throw refused("patient-profile", "entry", "R0212: the Patient is of JP_Patient_eCS");
        }
        var tags = bundle.all("meta.tag").stream()
                .filter(tag -> tag.text("system").endsWith("/BundleResourceType_CS"))
                .map(tag -> tag.text("code"))
                .toList();
        if (tags.stream().noneMatch(INFORMATION::contains)) {
            throw refused("resource-tag", "meta.tag", "R02142: " + tags);
        }
        if (entries.stream().noneMatch(entry -> tags.contains(entry.type()))) {
            throw refused("resource-missing", "entry", "R02143: nothing of " + tags);
        }
        for (var entry : entries.subList(1, entries.size())) {
            information(entry);
        }
    }

    private void information(Resource entry) throws Unreadable {
        var number = extension(entry, INSTITUTION).text("valueIdentifier.value");
        if (!number.matches("[0-4][0-9][1-3][0-9]{7}")) {
            throw refused(entry, "institution-number", "extension", "R9011/R9012: " + number);
        }
        if (!Set.of("Condition", "Observation").contains(entry.type())) {
            return;
        }
        if (entry.all("contained").stream()
                .noneMatch(each -> each.text("resourceType").equals("Encounter"))) {
            throw refused(entry, "encounter-missing", "contained", "R9013: a contained Encounter");
        }
        if (!extension(entry, DEPARTMENT).exists()) {
            throw refused(entry, "department-missing", "extension", "R9014: the department");
        }
        if (entry.is("Condition") && entry.text("onsetDateTime").isEmpty()) {
            throw refused(entry, "onset-missing", "onsetDateTime", "R9013C: the onset");
        }
    }

    private static JsonValue extension(Resource of, String url) {
        return of.all("extension").stream()
                .filter(extension -> extension.text("url").equals(url))
                .findFirst()
                .orElse(JsonValue.NONE);
    }

    private Unreadable refused(String code, String path, String why) {
        return new Unreadable(code, bundle.node().line(), "Bundle." + path, why);
    }

    private static Unreadable refused(Resource of, String code, String path, String why) {
        return new Unreadable(code, of.node().line(), of.type() + "." + path, of.where() + ": " + why);
    }
}
