package hmnet.care.chartforms;

import hmnet.care.viewer.ChartFrames;
import hmnet.formats.base.json.JsonDocument;
import hmnet.formats.base.json.JsonValue;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.extract.LabExtract;
import hmnet.formats.model.extract.LabExtract.AnalyteItem;
import hmnet.people.links.Person;
import hmnet.record.answers.Prefill;
import hmnet.record.charts.CareSpan;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartEntry;
import hmnet.record.sheets.BedsideTime;
import hmnet.record.sheets.SheetCode;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the open chart proposes (カルテからの提案): the person, and the newest value under a code, with its day and facility.
/// Within the grant of whoever fills in: what they may not see is not proposed. A date that is yet to come is a slip of
/// whoever sent it; where the newest value is preliminary, none is proposed.
final class ChartPrefill implements Prefill {
    private static final int ROWS = 500;

    private final Chart chart;
    private final ChartFrames chartFrames;
    private final OffsetDateTime now;
    private @Nullable List<ChartEntry> measured;

    ChartPrefill(Chart chart, ChartFrames chartFrames) {
        this.chart = chart;
        this.chartFrames = chartFrames;
        this.now = chartFrames.now();
    }

    @Override
    public Map<String, String> resources() {
        return Map.of("patient", patient(chart.person()));
    }

    private static String patient(Person person) {
        var name = JsonValue.object()
                .put("text", JsonValue.text(person.name(), 0))
                .put("family", JsonValue.text(person.familyName(), 0))
                .put("given", JsonValue.array(List.of(JsonValue.text(person.givenName(), 0))));
        var patient = JsonValue.object()
                .put("resourceType", JsonValue.text("Patient", 0))
                .put("name", JsonValue.array(List.of(name)))
                .put("gender", JsonValue.text(person.sex(), 0))
                .put("birthDate", JsonValue.text(person.birthDate().toString(), 0));
        return new String(JsonDocument.write(patient), StandardCharsets.UTF_8);
    }

    @Override
    public Optional<ProposedValue> newest(SheetCode code, Period since) {
        var from = now.minus(since);
        for (var entry : measured()) {
            if (entry.occurredAt().isBefore(from)) {
                return Optional.empty();
            }
            var found = entry.occurredAt().isAfter(now) ? Optional.<AnalyteItem>empty() : item(entry, code);
            if (found.isPresent() && entry.preliminary()) {
                return Optional.empty();
            }
            if (found.isPresent()) {
                return found.map(item -> new ProposedValue(
                        item.value(),
                        item.unit(),
                        entry.occurredAt()
                                .withOffsetSameInstant(BedsideTime.JAPAN)
                                .toLocalDate(),
                        chartFrames.name(entry.facility())));
            }
        }
        return Optional.empty();
    }

    private static Optional<AnalyteItem> item(ChartEntry entry, SheetCode code) {
        return entry.extract().read() instanceof LabExtract extract
                ? extract.items().stream()
                        .filter(item -> item.code().equals(code.code())
                                && !item.status().equals("X"))
                        .filter(item -> item.system().isEmpty()
                                || code.system().isEmpty()
                                || item.system().equals(code.system()))
                        .findFirst()
                : Optional.empty();
    }

    /// Read once, when the first question asks.
    private List<ChartEntry> measured() {
        var known = measured;
        if (known == null) {
            known = chart.entries(
                    RecordKind.VITAL.mask() | RecordKind.LABORATORY.mask(), Optional.empty(), CareSpan.all(), ROWS);
            measured = known;
        }
        return known;
    }
}
