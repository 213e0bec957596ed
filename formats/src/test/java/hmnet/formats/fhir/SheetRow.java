package hmnet.formats.fhir;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.json.JsonDocument;
import hmnet.formats.base.json.JsonValue;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Demographics;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.Part;
import hmnet.formats.model.chart.Sheet;
import java.time.OffsetDateTime;
import java.util.List;

/// What one entry about nobody becomes (架空の一行): its rows and their resources as we write them.
record SheetRow(List<Part> rows) {
    static final OffsetDateTime AT = OffsetDateTime.parse("2026-04-06T09:30:00+09:00");
    private static final Demographics NOBODY = new Demographics("", "", "", "", null, "unknown", "", "", "", null);

    static SheetRow of(Entry entry) {
        var sheet = new Sheet("77", NOBODY, null, "x", "20260406093000", AT, false, false, List.of(entry));
        return new SheetRow(Rows.of(sheet, (type, key) -> type + "-" + key));
    }

    static Amount tablets(String value) {
        return new Amount(value, "錠", "TAB", "urn:oid:1.2.392.100495.20.2.101");
    }

    Part row() {
        return rows.getFirst();
    }

    List<JsonValue> resources() throws Unreadable {
        return JsonDocument.read(row().bundle()).getFirst().all("entry.resource");
    }

    JsonValue resource(String type) throws Unreadable {
        return resources().stream()
                .filter(each -> each.text("resourceType").equals(type))
                .findFirst()
                .orElse(JsonValue.NONE);
    }
}
