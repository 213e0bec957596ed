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
/// like any other; those that bear the title of a sheet are looked into.
@Component
class SignedForms {
    static final int SHOWN = 50;
    private static final int LOOKED_AT = 1_000;
    private static final int LOOKED_INTO = 100;

    private final SheetStore sheets;

    SignedForms(SheetStore sheets) {
        this.sheets = sheets;
    }

    /// A row with the response in it (署名済みの一件).
    record SignedForm(ChartEntry entry, SheetResponse response) {
        /// The chart number that it was signed under.
        String number() {
            return response.node().text("subject.identifier.value");
        }
    }

    /// The newest ones (署名済みの一覧).
    ///
    /// @param more whether there may be older ones, among the documents of the chart
    record SignedList(List<SignedForm> forms, boolean more) {}

    /// The newest first, at most so many. A document that bears the title of a sheet and is none takes no place.
    SignedList of(Chart chart) {
        var titles =
                sheets.all().stream().map(kept -> kept.sheet().title().plain()).collect(Collectors.toSet());
        var documents = chart.entries(RecordKind.DOCUMENT.mask(), Optional.empty(), CareSpan.all(), LOOKED_AT);
        var titled = documents.stream()
                .filter(entry ->
                        entry.extract().read() instanceof DocumentExtract extract && titles.contains(extract.type()))
                .toList();
        var forms = titled.stream()
                .limit(LOOKED_INTO)
                .flatMap(entry -> find(chart, entry.id()).stream())
                .limit(SHOWN + 1L)
                .toList();
        return new SignedList(
                forms.stream().limit(SHOWN).toList(),
                forms.size() > SHOWN || titled.size() > LOOKED_INTO || documents.size() == LOOKED_AT);
    }

    /// One of them; nothing for a row that is no sheet.
    Optional<SignedForm> find(Chart chart, UUID record) {
        return chart.document(record)
                .filter(document -> document.entry().kind() == RecordKind.DOCUMENT)
                .flatMap(document -> SheetResponse.find(document.bundle())
                        .map(response -> new SignedForm(document.entry(), response)));
    }
}
