package hmnet.care.chartforms;

import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.extract.DocumentExtract;
import hmnet.record.answers.SheetResponse;
import hmnet.record.charts.CareSpan;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartEntry;
import hmnet.record.forms.SheetStore;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// The signed sheets of an open chart (署名済みの帳票), of whatever facility, as far as the grant shows them. They are rows
/// like any
/// other; those that bear the title of a sheet are looked into.
@Component
class SignedForms {
    static final int SHOWN = 50;
    private static final int LOOKED_AT = 1_000;

    private final SheetStore sheets;

    SignedForms(SheetStore sheets) {
        this.sheets = sheets;
    }

    /// A row with the response in it (署名済みの一件).
    record SignedForm(ChartEntry entry, SheetResponse response) {}

    /// The newest first, at most so many; older ones stand among the documents of the chart.
    List<SignedForm> of(Chart chart) {
        var titles =
                sheets.all().stream().map(kept -> kept.sheet().title().plain()).collect(Collectors.toSet());
        return chart.entries(RecordKind.DOCUMENT.mask(), Optional.empty(), CareSpan.all(), LOOKED_AT).stream()
                .filter(entry ->
                        entry.extract().read() instanceof DocumentExtract extract && titles.contains(extract.type()))
                .limit(SHOWN)
                .flatMap(entry -> find(chart, entry.id()).stream())
                .toList();
    }

    /// One of them; nothing for a row that is no sheet.
    Optional<SignedForm> find(Chart chart, UUID record) {
        return chart.document(record)
                .filter(document -> document.entry().kind() == RecordKind.DOCUMENT)
                .flatMap(document -> SheetResponse.find(document.bundle())
                        .map(response -> new SignedForm(document.entry(), response)));
    }
}
