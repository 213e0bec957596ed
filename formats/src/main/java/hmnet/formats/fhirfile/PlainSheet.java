package hmnet.formats.fhirfile;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.json.JsonDocument;
import hmnet.formats.model.chart.Allergies;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.KeptFhir;
import hmnet.formats.model.chart.OrderSource;
import hmnet.formats.model.chart.Paper;
import hmnet.formats.model.chart.PerformedActs;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.extract.AllergyExtract;
import hmnet.formats.model.extract.DocumentExtract;
import hmnet.formats.model.extract.ProcedureExtract;
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
                .filter(each -> Kinds.isOf(each, kept.kind()))
                .filter(each -> !each.isMistake())
                .toList();
        return own.isEmpty() ? kept : plain(kept, own, new Support(all));
    }

    private static Entry plain(KeptFhir kept, List<Resource> own, Support support) {
        var first = own.getFirst();
        return switch (kept.kind()) {
            case LABORATORY, LAB_SAFETY, CHECKUP, VITAL, LAB_ORDER -> PlainResults.of(kept, own, support);
            case PRESCRIPTION, INJECTION, DISPENSING -> PlainMedicines.of(kept, own, support);
            case DIAGNOSIS -> FhirConditions.of(kept, first, support);
            case ALLERGY -> new Allergies(kept.key(), kept.at(), ((AllergyExtract) kept.extract()).items());
            case VISIT, ADMISSION -> FhirStays.of(kept, first, support);
            case PROCEDURE, CARE ->
                kept.extract() instanceof ProcedureExtract extract ? performed(kept, first, extract, support) : kept;
            case REPORT, DOCUMENT ->
                kept.extract() instanceof DocumentExtract extract ? paper(kept, first, extract, support) : kept;
            case PROFILE -> kept;
        };
    }

    private static PerformedActs performed(KeptFhir kept, Resource resource, ProcedureExtract said, Support support) {
        var from = new FhirParties(resource, support).source();
        var doctor = from.doctor().shown().equals(said.doctor()) ? from.doctor() : Concept.of(said.doctor());
        return new PerformedActs(
                kept.key(),
                kept.at(),
                kept.kind() == RecordKind.CARE
                        ? PerformedActs.PerformedKind.CARE
                        : PerformedActs.PerformedKind.PROCEDURE,
                Clinical.about(resource).shown(),
                new OrderSource(from.department(), doctor, from.facility(), from.setting()),
                said.ordered(),
                FhirStates.of(resource),
                said.items().stream()
                        .map(item -> new PerformedActs.PerformedAct(
                                item.code() + "/" + item.name(),
                                Clinical.about(resource),
                                Amount.of(item.amount(), item.unit()),
                                item.said(),
                                FhirStates.of(resource)))
                        .toList(),
                kept.labels());
    }

    private static Paper paper(KeptFhir kept, Resource resource, DocumentExtract said, Support support) {
        return new Paper(
                kept.key(),
                kept.at(),
                kept.kind() == RecordKind.REPORT ? Paper.PaperKind.REPORT : Paper.PaperKind.DOCUMENT,
                Clinical.about(resource).isNone() ? Concept.of(said.type()) : Clinical.about(resource),
                kept.title(),
                said.author(),
                new FhirParties(resource, support).source().department().shown(),
                said.items().stream()
                        .map(item -> new Paper.PaperSection(item.title(), item.text()))
                        .toList(),
                said.contentType(),
                content(resource),
                FhirStates.of(resource),
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
