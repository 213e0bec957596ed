package hmnet.formats.fhirfile;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.json.JsonDocument;
import hmnet.formats.base.json.Node;
import hmnet.formats.fhir.Codes;
import hmnet.formats.model.chart.Allergies;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.Kept;
import hmnet.formats.model.chart.Paper;
import hmnet.formats.model.chart.Performed;
import hmnet.formats.model.chart.Problem;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.model.chart.Stay;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.extract.AllergyExtract;
import hmnet.formats.model.extract.DocumentExtract;
import hmnet.formats.model.extract.ProcedureExtract;
import hmnet.formats.model.extract.StayExtract;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// A sheet of FHIR in the words of all formats (FHIRの記載の言い換え), for formats that hold no FHIR: what
/// has no such words stays as it came.
public final class PlainSheet {
    private static final byte[] NOTHING = {};

    private PlainSheet() {}

    public static Sheet of(Sheet sheet) throws Unreadable {
        var entries = new ArrayList<Entry>();
        for (var entry : sheet.entries()) {
            entries.add(entry instanceof Kept kept ? plain(kept) : entry);
        }
        return new Sheet(
                sheet.patient(),
                sheet.person(),
                sheet.insured(),
                sheet.source(),
                sheet.version(),
                sheet.at(),
                sheet.deletes(),
                sheet.master(),
                List.copyOf(entries));
    }

    private static Entry plain(Kept kept) throws Unreadable {
        var all = new ArrayList<Resource>();
        for (var resource : kept.resources()) {
            all.add(new Resource(
                    resource.fullUrl(), JsonDocument.read(resource.json()).getFirst()));
        }
        var own = all.stream()
                .filter(each -> Kinds.of(each) == kept.kind() && !each.isMistake())
                .toList();
        return own.isEmpty() ? kept : plain(kept, own, new Support(all));
    }

    private static Entry plain(Kept kept, List<Resource> own, Support support) {
        return switch (kept.kind()) {
            case LABORATORY, LAB_SAFETY, CHECKUP, VITAL, LAB_ORDER -> PlainResults.of(kept, own, support);
            case PRESCRIPTION, INJECTION, DISPENSING -> PlainMedicines.of(kept, own, support);
            case DIAGNOSIS -> problem(kept, own.getFirst());
            case ALLERGY -> new Allergies(kept.key(), kept.at(), ((AllergyExtract) kept.extract()).items());
            case VISIT, ADMISSION -> stay(kept, (StayExtract) kept.extract());
            case PROCEDURE, CARE ->
                kept.extract() instanceof ProcedureExtract extract ? performed(kept, own.getFirst(), extract) : kept;
            case REPORT, DOCUMENT ->
                kept.extract() instanceof DocumentExtract extract ? paper(kept, own.getFirst(), extract) : kept;
            case PROFILE -> kept;
        };
    }

    private static Problem problem(Kept kept, Resource condition) {
        var said = Clinical.diagnosis(condition);
        return new Problem(
                kept.key(),
                kept.at(),
                Codes.concept(condition.node().at("code")),
                said.onset(),
                said.ended(),
                said.outcome(),
                said.suspected(),
                said.main(),
                "",
                kept.labels());
    }

    private static Stay stay(Kept kept, StayExtract said) {
        return new Stay(
                kept.key(),
                kept.at(),
                said.event(),
                said.department(),
                said.ward(),
                said.doctor(),
                said.admittedAt(),
                said.dischargedAt());
    }

    private static Performed performed(Kept kept, Resource resource, ProcedureExtract said) {
        return new Performed(
                kept.key(),
                kept.at(),
                kept.kind() == RecordKind.CARE ? Performed.Kind.CARE : Performed.Kind.PROCEDURE,
                kept.title(),
                "",
                said.doctor(),
                said.ordered(),
                said.items().stream()
                        .map(item -> new Performed.Act(
                                item.code() + "/" + item.name(),
                                Clinical.about(resource),
                                Amount.of(item.amount(), item.unit()),
                                item.said()))
                        .toList(),
                kept.labels());
    }

    private static Paper paper(Kept kept, Resource resource, DocumentExtract said) {
        return new Paper(
                kept.key(),
                kept.at(),
                kept.kind() == RecordKind.REPORT ? Paper.Kind.REPORT : Paper.Kind.DOCUMENT,
                Clinical.about(resource).isNone() ? Concept.of(said.type()) : Clinical.about(resource),
                kept.title(),
                said.author(),
                "",
                said.items().stream()
                        .map(item -> new Paper.Section(item.title(), item.text()))
                        .toList(),
                said.contentType(),
                content(resource),
                kept.labels());
    }

    private static byte[] content(Resource resource) {
        var attachment = resource.node().at("content.attachment");
        Node form = attachment.exists() ? attachment : resource.node().at("presentedForm");
        try {
            return form.text("data").isEmpty()
                    ? NOTHING
                    : Base64.getMimeDecoder().decode(form.text("data"));
        } catch (IllegalArgumentException e) {
            return NOTHING;
        }
    }
}
