package hmnet.formats.fhirfile;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.json.JsonDocument;
import hmnet.formats.fhir.Codes;
import hmnet.formats.model.chart.Allergies;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.CareStatus;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.KeptFhir;
import hmnet.formats.model.chart.Paper;
import hmnet.formats.model.chart.PerformedActs;
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
final class PlainSheet {
    private static final byte[] NOTHING = {};

    private PlainSheet() {}

    public static Sheet of(Sheet sheet) throws Unreadable {
        var entries = new ArrayList<Entry>();
        for (var entry : sheet.entries()) {
            entries.add(entry instanceof KeptFhir kept ? plain(kept) : entry);
        }
        return new Sheet(
                sheet.patient(),
                sheet.person(),
                sheet.insured(),
                sheet.source(),
                sheet.version().isEmpty() ? Hl7Time.hl7(sheet.at()) : sheet.version(),
                sheet.at(),
                sheet.deletes(),
                sheet.master(),
                List.copyOf(entries));
    }

    private static Entry plain(KeptFhir kept) throws Unreadable {
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

    private static Entry plain(KeptFhir kept, List<Resource> own, Support support) {
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

    private static Problem problem(KeptFhir kept, Resource condition) {
        var said = Clinical.diagnosis(condition);
        return Problem.of(
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

    private static Stay stay(KeptFhir kept, StayExtract said) {
        return Stay.of(
                kept.key(),
                kept.at(),
                said.event(),
                said.department(),
                said.ward(),
                said.doctor(),
                said.admittedAt(),
                said.dischargedAt());
    }

    private static PerformedActs performed(KeptFhir kept, Resource resource, ProcedureExtract said) {
        return PerformedActs.of(
                kept.key(),
                kept.at(),
                kept.kind() == RecordKind.CARE
                        ? PerformedActs.PerformedKind.CARE
                        : PerformedActs.PerformedKind.PROCEDURE,
                kept.title(),
                "",
                said.doctor(),
                said.ordered(),
                said.items().stream()
                        .map(item -> PerformedActs.PerformedAct.of(
                                item.code() + "/" + item.name(),
                                Clinical.about(resource),
                                Amount.of(item.amount(), item.unit()),
                                item.said()))
                        .toList(),
                kept.labels());
    }

    private static Paper paper(KeptFhir kept, Resource resource, DocumentExtract said) {
        return new Paper(
                kept.key(),
                kept.at(),
                kept.kind() == RecordKind.REPORT ? Paper.PaperKind.REPORT : Paper.PaperKind.DOCUMENT,
                Clinical.about(resource).isNone() ? Concept.of(said.type()) : Clinical.about(resource),
                kept.title(),
                said.author(),
                "",
                said.items().stream()
                        .map(item -> new Paper.PaperSection(item.title(), item.text()))
                        .toList(),
                said.contentType(),
                content(resource),
                CareStatus.ACTIVE,
                kept.labels());
    }

    private static byte[] content(Resource resource) {
        var data = resource.form().text("data");
        try {
            return data.isEmpty() ? NOTHING : Base64.getMimeDecoder().decode(data);
        } catch (IllegalArgumentException e) {
            return NOTHING;
        }
    }
}
