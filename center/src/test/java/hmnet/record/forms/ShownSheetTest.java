package hmnet.record.forms;

import static hmnet.record.sheets.SheetSamples.expression;
import static hmnet.record.sheets.SheetSamples.extensions;
import static hmnet.record.sheets.SheetSamples.item;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.ground.design.Language;
import hmnet.ground.design.Messages;
import hmnet.record.answers.Prefill;
import hmnet.record.answers.SheetFilling;
import hmnet.record.sheets.SheetSamples;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// No amount is drawn without its unit, or with another one.
class ShownSheetTest {
    private static ShownItem drawn(String item) {
        var filling = SheetFilling.opened(SheetSamples.sheet(item), Prefill.NONE, "式");
        return ShownSheet.page(filling, 0, Map.of(), Messages.in(Language.JAPANESE))
                .items()
                .getFirst();
    }

    private static String unit(String code, String display) {
        return "{\"url\":\"http://hl7.org/fhir/StructureDefinition/questionnaire-unit\",\"valueCoding\":{" + code
                + "\"display\":\"" + display + "\"}}";
    }

    @Test
    void aComputedAmountBringsItsUnitWhereTheSheetNamesNone() {
        assertThat(drawn(item("dose", "quantity", extensions(expression("calculatedExpression", "10 'mg'"))))
                        .said())
                .isEqualTo("10mg");
    }

    @Test
    void aFieldWithoutAUnitIsProposedNoAmountThatHasOne() {
        assertThat(drawn(item("dose", "quantity", extensions(expression("initialExpression", "10 'mg'"))))
                        .isAnswered())
                .isFalse();
    }

    @Test
    void anAmountInAnotherUnitIsNotDrawnInTheSheetsOwn() {
        var times = extensions(unit("", "回"), expression("calculatedExpression", "10 'mg'"));
        assertThat(drawn(item("doses", "quantity", times)).isAnswered()).isFalse();
        var own = extensions(unit("\"code\":\"mg\",", "mg"), expression("calculatedExpression", "10 'mg'"));
        assertThat(drawn(item("dose", "quantity", own)).said()).isEqualTo("10mg");
    }
}
