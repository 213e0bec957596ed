package hmnet.formats.fhirfile;

import hmnet.formats.fhir.Codes;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.KeptFhir;
import hmnet.formats.model.code.Label;
import hmnet.formats.model.code.LabelRules;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.extract.AllergyExtract;
import hmnet.formats.model.extract.Extract;
import hmnet.formats.model.extract.LabExtract;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The rows of one person's resources (資源の切り分け): each with one kind, one set of labels, one date, and
/// with it those that only say who and where.
final class ResourceRows {
    private record RowGroup(RecordKind kind, Set<Label> labels, String key) {}

    private final List<Resource> resources;
    private final Support support;
    private final RewrittenResource rewritten;
    private final OffsetDateTime otherwise;
    private final Set<Label> ofBundle;
    private final Map<Resource, Resource> reports = new HashMap<>();

    /// @param resources that tell of the person
    /// @param otherwise when it was so, for what does not say
    /// @param ofBundle labels the bundle gives to all in it
    ResourceRows(
            List<Resource> resources,
            Support support,
            @Nullable Resource patient,
            OffsetDateTime otherwise,
            Set<Label> ofBundle) {
        this.resources = resources;
        this.support = support;
        this.rewritten = new RewrittenResource(patient);
        this.otherwise = otherwise;
        this.ofBundle = ofBundle;
        resources.stream()
                .filter(each -> each.is("DiagnosticReport") && !each.isMistake())
                .forEach(this::reported);
    }

    /// Results belong to the report that names them.
    private void reported(Resource report) {
        if (Kinds.of(report) == RecordKind.LABORATORY) {
            for (var reference : report.all("result.reference")) {
                var result = support.told(reference.text());
                if (result != null && !result.isMistake()) {
                    reports.putIfAbsent(result, report);
                }
            }
        }
    }

    List<Entry> entries() {
        Map<RowGroup, List<Resource>> groups = new LinkedHashMap<>();
        var reporting = new LinkedHashSet<>(reports.values());
        for (var resource : resources) {
            var kind = Kinds.of(resource);
            if (kind != null && !resource.isMistake() && !reporting.contains(resource)) {
                groups.computeIfAbsent(
                                new RowGroup(kind, labels(resource), key(kind, resource)), group -> new ArrayList<>())
                        .add(resource);
            }
        }
        addReports(groups);
        var entries = new ArrayList<Entry>();
        groups.forEach((group, own) -> entries.add(kept(group, own)));
        return List.copyOf(entries);
    }

    /// What a report concludes goes only to its row with most labels: nobody knows what it gives away.
    private void addReports(Map<RowGroup, List<Resource>> groups) {
        Map<Resource, RowGroup> places = new LinkedHashMap<>();
        groups.forEach((group, own) -> own.stream()
                .filter(reports::containsKey)
                .forEach(result -> places.merge(
                        reports.get(result),
                        group,
                        (one, other) -> other.labels.size() > one.labels.size() ? other : one)));
        places.forEach((report, group) -> groups.getOrDefault(group, List.of()).addFirst(report));
    }

    /// A document as one row that carries the union of the labels in it: what was attested together stays
    /// together.
    Entry whole(Resource composition, RecordKind kind) {
        var labels = EnumSet.noneOf(Label.class);
        resources.forEach(resource -> labels.addAll(labels(resource)));
        var own = Stream.concat(resources.stream(), support.all().stream())
                .filter(resource -> !resource.isMistake())
                .toList();
        var at = FhirTime.of(composition);
        return new KeptFhir(
                "document",
                at == null ? otherwise : at,
                kind,
                FhirStates.title(composition)
                        + (composition.text("title").isEmpty()
                                ? Clinical.about(composition).shown()
                                : composition.text("title")),
                department(composition),
                own.stream()
                        .filter(resource -> Kinds.of(resource) != null)
                        .flatMap(resource ->
                                abouts(resource).map(about -> new KeptFhir.ResourceSubject(resource.type(), about)))
                        .toList(),
                extract(
                        kind,
                        kind == RecordKind.DOCUMENT ? List.of(composition) : only(own, kind),
                        at == null ? otherwise : at),
                rewritten.all(own),
                labels);
    }

    private static List<Resource> only(List<Resource> own, RecordKind kind) {
        return own.stream()
                .filter(resource -> Kinds.isOf(resource, kind) && !resource.is("Composition"))
                .toList();
    }

    private Set<Label> labels(Resource resource) {
        var labels = EnumSet.noneOf(Label.class);
        labels.addAll(ofBundle);
        labels.addAll(Labels.sent(resource));
        abouts(resource).forEach(about -> labels.addAll(Labels.found(resource, about)));
        labels.addAll(LabelRules.ofDepartment(department(resource)));
        var report = reports.get(resource);
        if (report != null) {
            labels.addAll(Labels.sent(report));
            labels.addAll(Labels.found(report, Clinical.about(report)));
        }
        return labels;
    }

    private String department(Resource resource) {
        return new FhirParties(resource, support).source().department().shown();
    }

    /// The one that all of a row name, as far as they name one.
    private String departments(List<Resource> own) {
        var named = own.stream()
                .map(this::department)
                .filter(name -> !name.isBlank())
                .distinct()
                .toList();
        return named.size() == 1 ? named.getFirst() : "";
    }

    /// What a resource is about, each drug of a mixture, each test a report has within it.
    private Stream<Concept> abouts(Resource resource) {
        if (Kinds.isDrug(resource)) {
            return FhirMedication.of(resource, support).names();
        }
        var within = resource.all("contained").stream()
                .filter(each -> each.text("resourceType").equals("Observation"))
                .map(each -> Codes.concept(each.at("code")));
        return Stream.concat(
                Stream.concat(Stream.of(Clinical.about(resource)), within),
                resource.all("component").stream().map(each -> Codes.concept(each.at("code"))));
    }

    private Concept about(Resource resource) {
        return abouts(resource).findFirst().orElse(Concept.NONE);
    }

    /// By what a row holds together: allergies all, drugs by order, results by specimen and time, all else by
    /// itself.
    private String key(RecordKind kind, Resource resource) {
        var report = reports.get(resource);
        if (report != null) {
            return own(report) + "/" + resource.text("specimen.reference");
        }
        return switch (kind) {
            case ALLERGY -> "AllergyIntolerance";
            case PRESCRIPTION, INJECTION, DISPENSING -> resource.type() + "/" + order(resource);
            case LABORATORY, LAB_SAFETY, CHECKUP, VITAL ->
                resource.is("Observation")
                        ? "Observation/" + resource.text("effectiveDateTime") + "/"
                                + resource.text("specimen.reference")
                        : own(resource);
            case PROFILE, DIAGNOSIS, LAB_ORDER, VISIT, ADMISSION, PROCEDURE, REPORT, DOCUMENT, CARE -> own(resource);
        };
    }

    /// Administrations by day, so that a row has one date; a step of one stays with what it is part of.
    private String order(Resource resource) {
        var whole = support.told(resource.text("partOf.reference"));
        if (resource.is("MedicationAdministration") && whole != null && whole.is("MedicationAdministration")) {
            return whole == resource ? day(resource) : day(whole);
        }
        var group = resource.text("groupIdentifier.value");
        return group.isEmpty() ? resource.text("authoredOn") + resource.text("whenHandedOver") + day(resource) : group;
    }

    private static String day(Resource resource) {
        var at = resource.is("MedicationAdministration") ? FhirTime.of(resource) : null;
        return at == null ? "" : at.toLocalDate().toString();
    }

    private static String own(Resource resource) {
        var identifier = resource.text("identifier.value");
        return resource.type() + "/" + (identifier.isEmpty() ? "" : identifier + "/") + resource.name();
    }

    private KeptFhir kept(RowGroup group, List<Resource> own) {
        var begun = FhirTime.of(own.getFirst());
        var at = own.getFirst().is("Encounter")
                ? FhirStays.at(own.getFirst(), support, begun == null ? otherwise : begun)
                : begun;
        var labels = group.labels.stream().map(label -> "/" + label).sorted().collect(Collectors.joining());
        return new KeptFhir(
                group.key + "/" + group.kind + labels,
                at == null ? otherwise : at,
                group.kind,
                title(group.kind, own, at == null ? otherwise : at),
                departments(own),
                own.stream()
                        .flatMap(resource ->
                                abouts(resource).map(about -> new KeptFhir.ResourceSubject(resource.type(), about)))
                        .toList(),
                extract(group.kind, own, at == null ? otherwise : at),
                rewritten.all(support.with(own)),
                group.labels);
    }

    private String title(RecordKind kind, List<Resource> own, OffsetDateTime at) {
        var main = own.getFirst();
        var first = about(main).shown();
        return switch (kind) {
            case PRESCRIPTION, INJECTION, DISPENSING ->
                PlainMedicines.title(own, PlainMedicines.extract(own, support), kind == RecordKind.INJECTION);
            case LABORATORY, LAB_SAFETY -> "検査" + measured(own);
            case CHECKUP -> "健診" + measured(own);
            case VITAL -> "バイタル" + measured(own);
            case LAB_ORDER -> "検査依頼" + FhirStates.title(main) + " " + first;
            case ALLERGY -> AllergyExtract.title(FhirAllergies.of(own, support).items());
            case VISIT, ADMISSION -> FhirStays.extract(main, support, at).title();
            case DIAGNOSIS -> FhirConditions.title(main);
            case PROFILE, PROCEDURE, REPORT, DOCUMENT, CARE -> FhirStates.title(main) + first;
        };
    }

    /// What was measured, by the report's name where there is one; that it was cancelled, where all of it
    /// was.
    private String measured(List<Resource> own) {
        var status = measurements(own, otherwise).state().words();
        var measured = own.stream().filter(each -> !each.is("DiagnosticReport")).toList();
        var named = measured.isEmpty() ? own : measured;
        var others = named.size() > 1 ? " ほか" + (named.size() - 1) + "項目" : "";
        return (status.isEmpty() ? "" : "（" + status + "）") + " "
                + about(named.getFirst()).shown() + others;
    }

    private LabExtract measurements(List<Resource> own, OffsetDateTime at) {
        return PlainResults.extract(own, support, at, own.isEmpty() ? null : reports.get(own.getLast()));
    }

    private Extract extract(RecordKind kind, List<Resource> own, OffsetDateTime at) {
        return switch (kind) {
            case DIAGNOSIS -> FhirConditions.extract(own.getFirst());
            case ALLERGY -> FhirAllergies.of(own, support);
            case PRESCRIPTION, INJECTION, DISPENSING -> PlainMedicines.extract(own, support);
            case LABORATORY, LAB_SAFETY, CHECKUP, VITAL, LAB_ORDER -> measurements(own, at);
            case VISIT, ADMISSION -> FhirStays.extract(own.getFirst(), support, at);
            case PROFILE, PROCEDURE, CARE -> Clinical.act(own.getFirst(), support);
            case REPORT, DOCUMENT -> Clinical.document(own.getFirst(), support);
        };
    }
}
