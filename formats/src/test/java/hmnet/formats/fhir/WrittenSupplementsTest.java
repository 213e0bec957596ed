package hmnet.formats.fhir;

import static hmnet.formats.fhir.SheetRow.AT;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.json.JsonValue;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Dosage;
import hmnet.formats.model.chart.Dosage.DoseUsage;
import hmnet.formats.model.chart.DoseAmounts;
import hmnet.formats.model.chart.DoseRhythm;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.Medicines.MedicineAct;
import hmnet.formats.model.chart.OrderSource;
import hmnet.formats.model.chart.PrescribedDrug;
import hmnet.formats.model.code.CodingSystems;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What stands beside a usage in FHIR (補足用法): what was sent, and what no field says.
class WrittenSupplementsTest {
    private static final Dosage MORNING = Dosage.NONE.with(DoseAmounts.of(Amount.of("1", "錠"), Amount.NONE));

    private static JsonValue written(Dosage dosage) throws Unreadable {
        var drug = PrescribedDrug.of("1", Concept.of("架空錠"), dosage);
        var order = new Medicines(
                "o1",
                AT,
                MedicineAct.ORDERED,
                false,
                List.of(),
                OrderSource.NONE,
                List.of(drug),
                List.of(),
                false,
                Set.of());
        return SheetRow.of(order).resources().getFirst();
    }

    @Test
    void aSupplementThatWasSentIsNotSaidTwice() throws Unreadable {
        var usage = new DoseUsage(
                Concept.of(CodingSystems.USAGE, "1013044400000000", "1日3回毎食後"),
                List.of(Concept.of(CodingSystems.USAGE_SUPPLEMENT, "I1100000", "１日おき")));
        var coded = written(MORNING.with(usage).with(DoseRhythm.DAILY.every(2)));
        assertThat(coded.all("dosageInstruction.additionalInstruction.text"))
                .extracting(JsonValue::text)
                .containsExactly("１日おき");
        var other = new DoseUsage(usage.usage(), List.of(Concept.of("噛まずに")));
        var both = written(MORNING.with(other).with(DoseRhythm.DAILY.every(2)));
        assertThat(both.all("dosageInstruction.additionalInstruction.text"))
                .extracting(JsonValue::text)
                .containsExactly("噛まずに", "隔日");
    }
}
