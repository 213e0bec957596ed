package hmnet.formats.fhir;

import hmnet.formats.model.chart.CareStatus;
import hmnet.formats.model.chart.Part;
import hmnet.formats.model.chart.Part.Ids;
import hmnet.formats.model.chart.PerformedActs;
import hmnet.formats.model.code.CareState;
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
        var labels =
                Rows.labels(performed.labels(), performed.from().department().shown());
        labels.addAll(Rows.labelsOfWords(performed.title()));
        for (var act : performed.acts()) {
            labels.addAll(Rows.labelsOfWords(act.act().shown() + " " + act.said()));
            write(bundle, performed, act);
        }
        return Rows.RowFrame.of(
                        kind, performed, labels, performed.from().department().shown())
                .part(
                        title(performed),
                        performed.acts().stream()
                                .flatMap(act -> Rows.codes(act.act()))
                                .toList(),
                        new ProcedureExtract(
                                performed.ordered(),
                                performed.from().doctor().shown(),
                                performed.acts().stream()
                                        .map(act -> item(performed, act))
                                        .toList()),
                        bundle);
    }

    private static String title(PerformedActs performed) {
        var first = performed.title().isBlank() && !performed.acts().isEmpty()
                ? performed.acts().getFirst().act().shown()
                : performed.title();
        var words = performed.status().state().words();
        var state = words.isEmpty() ? "" : "（" + words + "）";
        return performed.title().isBlank()
                ? state + Rows.andOthers(first, performed.acts().size(), "件")
                : state + first;
    }

    private static ProcedureExtract.ProcedureItem item(PerformedActs performed, PerformedActs.PerformedAct act) {
        var code = act.act().first();
        var amount = act.amount();
        return new ProcedureExtract.ProcedureItem(
                code.code(),
                code.system(),
                act.act().shown(),
                amount.value(),
                amount.unitShown(),
                act.said(),
                status(performed, act).state(),
                status(performed, act).reason());
    }

    /// Its own, else that of all.
    private static CareStatus status(PerformedActs performed, PerformedActs.PerformedAct act) {
        return act.status().isActive() ? performed.status() : act.status();
    }

    private static void write(Bundle bundle, PerformedActs performed, PerformedActs.PerformedAct act) {
        var key = performed.key() + "/" + act.key();
        var status = status(performed, act);
        var json = performed.ordered()
                ? bundle.start("ServiceRequest", key, "JP_ServiceRequest")
                : bundle.start("Procedure", key, "JP_Procedure");
        var who = new RequesterJson(performed.from());
        json.openList("contained");
        who.contained(json);
        json.closeList();
        if (performed.ordered()) {
            json.text("status", RequestStates.of(status.state())).text("intent", "order");
            if (status.state() == CareState.PROHIBITED) {
                json.flag("doNotPerform", true);
            }
        } else {
            json.text("status", RequestStates.act(status.state()));
            if (!status.words().isBlank()) {
                json.open("statusReason").text("text", status.words()).close();
            }
        }
        json.concept("code", act.act()).reference("subject", bundle.patient());
        if (performed.ordered()) {
            json.quantity("quantityQuantity", act.amount().value(), QuantityUnit.of(act.amount()));
            json.text("authoredOn", Bundle.time(performed.at()));
            who.reference(json, "requester");
        } else {
            json.text("performedDateTime", Bundle.time(performed.at()));
            performer(json, who);
        }
        json.notes(List.of(performed.ordered() ? status.words() : amount(act), act.said()));
        bundle.end();
    }

    /// A procedure has no place for an amount: it stands in a note.
    private static String amount(PerformedActs.PerformedAct act) {
        return act.amount().shown();
    }

    private static void performer(FhirJson json, RequesterJson who) {
        if (who.isContained() || !who.shown().isBlank()) {
            json.openList("performer").open();
            who.reference(json, "actor");
            json.close().closeList();
        }
    }
}
