package hmnet.formats.fhir;

import hmnet.formats.model.chart.Part;
import hmnet.formats.model.chart.Part.Ids;
import hmnet.formats.model.chart.PerformedActs;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.extract.ProcedureExtract;
import java.util.List;

/// What was done or arranged as a row (処置・実施・介護の行): JP_Procedure, or ServiceRequest for what is
/// asked for.
final class PerformedRow {
    private PerformedRow() {}

    static Part of(PerformedActs performed, Ids ids) {
        var kind = switch (performed.kind()) {
            case PROCEDURE -> RecordKind.PROCEDURE;
            case CARE -> RecordKind.CARE;
        };
        var bundle = new Bundle(ids);
        var labels = Rows.labels(performed.labels(), performed.department());
        labels.addAll(Rows.labelsOfWords(performed.title()));
        for (var act : performed.acts()) {
            labels.addAll(Rows.labelsOfWords(act.act().shown() + " " + act.said()));
            write(bundle, performed, act);
        }
        return Rows.RowFrame.of(kind, performed, labels, performed.department())
                .part(
                        title(performed),
                        performed.acts().stream()
                                .flatMap(act -> Rows.codes(act.act()))
                                .toList(),
                        new ProcedureExtract(
                                performed.ordered(),
                                performed.doctor(),
                                performed.acts().stream()
                                        .map(PerformedRow::item)
                                        .toList()),
                        bundle);
    }

    private static String title(PerformedActs performed) {
        var first = performed.title().isBlank() && !performed.acts().isEmpty()
                ? performed.acts().getFirst().act().shown()
                : performed.title();
        return performed.title().isBlank()
                ? Rows.andOthers(first, performed.acts().size(), "件")
                : first;
    }

    private static ProcedureExtract.ProcedureItem item(PerformedActs.PerformedAct act) {
        var code = act.act().first();
        var amount = act.amount();
        return new ProcedureExtract.ProcedureItem(
                code.code(),
                code.system(),
                act.act().shown(),
                amount.value(),
                amount.unit().isBlank() ? amount.unitCode() : amount.unit(),
                act.said());
    }

    private static void write(Bundle bundle, PerformedActs performed, PerformedActs.PerformedAct act) {
        var key = performed.key() + "/" + act.key();
        var json = performed.ordered()
                ? bundle.start("ServiceRequest", key, "JP_ServiceRequest")
                : bundle.start("Procedure", key, "JP_Procedure");
        if (performed.ordered()) {
            json.text("status", "active").text("intent", "order");
        } else {
            json.text("status", "completed");
        }
        json.concept("code", act.act()).reference("subject", bundle.patient());
        if (performed.ordered()) {
            json.quantity("quantityQuantity", act.amount().value(), QuantityUnit.of(act.amount()));
            json.text("authoredOn", Bundle.time(performed.at())).display("requester", performed.doctor());
        } else {
            json.text("performedDateTime", Bundle.time(performed.at()));
            performer(json, performed.doctor());
        }
        json.notes(List.of(performed.ordered() ? "" : amount(act), act.said()));
        bundle.end();
    }

    /// A procedure has no place for an amount: it stands in a note.
    private static String amount(PerformedActs.PerformedAct act) {
        return act.amount().isNone() ? "" : act.amount().value() + act.amount().unit();
    }

    private static void performer(FhirJson json, String doctor) {
        if (!doctor.isBlank()) {
            json.openList("performer").open().display("actor", doctor).close().closeList();
        }
    }
}
