package hmnet.care.labsheet;

import static hmnet.care.viewer.Filed.HOSPITAL;
import static hmnet.care.viewer.Filed.drug;
import static hmnet.care.viewer.Filed.prescription;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.care.therapy.TherapyNote;
import hmnet.care.therapy.TherapyNote.TherapyDrug;
import hmnet.care.therapy.TherapyTarget;
import hmnet.care.viewer.Filed;
import hmnet.record.charts.ChartEntry;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is said of a result under a treatment, and when nothing is (治療域の参考).
class TherapiesTest {
    private static final TherapyTarget INR =
            TherapyTarget.of("2B030000002231157", "ＰＴ－ＩＮＲ").orElseThrow();

    private static List<TherapyNote> under(ChartEntry... drugs) {
        return Therapies.of(List.of(INR), List.of(drugs), Filed::name);
    }

    @Test
    void theRangeOfInrIsToldOnlyUnderWarfarin() {
        assertThat(under(prescription(HOSPITAL, "2026-11-20T09:00", false, drug("1", "ワーファリン錠1mg", 28, null))))
                .containsExactly(new TherapyNote(
                        "inr-warfarin", new TherapyDrug("ワーファリン錠1mg", LocalDate.of(2026, 11, 20), "見本病院")));
        assertThat(under(prescription(HOSPITAL, "2026-11-20T09:00", false, drug("1", "架空錠", 28, null))))
                .isEmpty();
        assertThat(under()).isEmpty();
    }

    @Test
    void thePercentageOfProthrombinIsNoInr() {
        assertThat(TherapyTarget.of("2B030000002231153", "PT活性")).isEmpty();
    }
}
