package hmnet.formats.fhirfile;

import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.KeptFhir;
import hmnet.formats.model.code.Label;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.extract.AllergyExtract;
import hmnet.formats.model.extract.Extract;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
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
    }

    List<Entry> entries() {
        Map<RowGroup, List<Resource>> groups = new LinkedHashMap<>();
        for (var resource : resources) {
            var kind = Kinds.of(resource);
            if (kind != null && !resource.isMistake()) {
                groups.computeIfAbsent(
                                new RowGroup(kind, labels(resource), key(kind, resource)), group -> new ArrayList<>())
                        .add(resource);
            }
        }
        var entries = new ArrayList<Entry>();
        groups.forEach((group, own) -> entries.add(kept(group, own)));
        return List.copyOf(entries);
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
                composition.text("title").isEmpty()
                        ? Clinical.about(composition).shown()
                        : composition.text("title"),
                own.stream()
                        .filter(resource -> Kinds.of(resource) != null)
                        .map(resource -> new KeptFhir.ResourceSubject(resource.type(), about(resource)))
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
                .filter(resource -> Kinds.of(resource) == kind && !resource.is("Composition"))
                .toList();
    }

    private Set<Label> labels(Resource resource) {
        var labels = EnumSet.noneOf(Label.class);
        labels.addAll(ofBundle);
        labels.addAll(Labels.sent(resource));
        labels.addAll(Labels.found(resource, about(resource)));
        return labels;
    }

    private Concept about(Resource resource) {
        return resource.type().startsWith("Medication") ? FhirDrugs.drug(resource, support) : Clinical.about(resource);
    }

    /// By what a row holds together: allergies all, drugs by order, results by specimen and time, all else by
    /// itself.
    private static String key(RecordKind kind, Resource resource) {
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

    private static String order(Resource resource) {
        var group = resource.text("groupIdentifier.value");
        return group.isEmpty() ? resource.text("authoredOn") + resource.text("whenHandedOver") : group;
    }

    private static String own(Resource resource) {
        var identifier = resource.text("identifier.value");
        return resource.type() + "/" + (identifier.isEmpty() ? "" : identifier + "/") + resource.name();
    }

    private KeptFhir kept(RowGroup group, List<Resource> own) {
        var at = FhirTime.of(own.getFirst());
        var labels = group.labels.stream().map(label -> "/" + label).sorted().collect(Collectors.joining());
        var abouts = own.stream().map(this::about).toList();
        return new KeptFhir(
                group.key + "/" + group.kind + labels,
                at == null ? otherwise : at,
                group.kind,
                title(group.kind, own, abouts),
                own.stream()
                        .map(resource -> new KeptFhir.ResourceSubject(resource.type(), about(resource)))
                        .toList(),
                extract(group.kind, own, at == null ? otherwise : at),
                rewritten.all(support.with(own)),
                group.labels);
    }

    private static String title(RecordKind kind, List<Resource> own, List<Concept> abouts) {
        var first = abouts.getFirst().shown();
        var others = own.size() > 1 ? " ほか" + (own.size() - 1) : "";
        return switch (kind) {
            case PRESCRIPTION -> "処方 " + first + (others.isEmpty() ? "" : others + "剤");
            case INJECTION -> "注射 " + first + (others.isEmpty() ? "" : others + "剤");
            case DISPENSING -> "調剤 " + first + (others.isEmpty() ? "" : others + "剤");
            case LABORATORY, LAB_SAFETY -> "検査 " + first + (others.isEmpty() ? "" : others + "項目");
            case CHECKUP -> "健診 " + first + (others.isEmpty() ? "" : others + "項目");
            case VITAL -> "バイタル " + first + (others.isEmpty() ? "" : others + "項目");
            case LAB_ORDER -> "検査依頼 " + first;
            case ALLERGY -> AllergyExtract.title(Clinical.allergies(own).items());
            case VISIT -> "外来受付";
            case ADMISSION -> own.getFirst().text("period.end").isEmpty() ? "入院" : "退院";
            case PROFILE, DIAGNOSIS, PROCEDURE, REPORT, DOCUMENT, CARE -> first;
        };
    }

    private Extract extract(RecordKind kind, List<Resource> own, OffsetDateTime at) {
        return switch (kind) {
            case DIAGNOSIS -> Clinical.diagnosis(own.getFirst());
            case ALLERGY -> Clinical.allergies(own);
            case PRESCRIPTION, INJECTION, DISPENSING ->
                FhirDrugs.extract(own, support, own.getFirst().is("MedicationAdministration"));
            case LABORATORY, LAB_SAFETY, CHECKUP, VITAL, LAB_ORDER -> FhirMeasurements.extract(own, at);
            case VISIT, ADMISSION -> Clinical.stay(own.getFirst(), at);
            case PROFILE, PROCEDURE, CARE -> Clinical.act(own.getFirst());
            case REPORT, DOCUMENT -> Clinical.document(own.getFirst());
        };
    }
}
