package hmnet.record.charts;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.formats.model.code.RecordKind;
import hmnet.record.charts.RowSelection.RowGroup;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowSelectionTest {
    @Test
    void twoListsOfOneKindAreNotPickedTogether() {
        var group = new RowGroup(RecordKind.DIAGNOSIS.mask(), CareSpan.all().from(), 1);
        assertThatThrownBy(() -> new RowSelection(List.of(group, group), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
