package hmnet.care.viewer;

import static hmnet.care.viewer.Filed.CLINIC;
import static hmnet.care.viewer.Filed.HOSPITAL;
import static hmnet.care.viewer.Filed.admitted;
import static hmnet.care.viewer.Filed.discharged;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import hmnet.care.viewer.AdmissionsScreen.Stay;
import hmnet.ground.design.Language;
import hmnet.ground.design.Messages;
import hmnet.record.charts.ChartEntry;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class StaysTest {
    private static final LocalDate IN = LocalDate.of(2026, 8, 5);
    private static final LocalDate OUT = LocalDate.of(2026, 8, 12);

    private static List<Stay> of(ChartEntry... entries) {
        return Stays.of(List.of(entries), "/people/x", Filed::name, Messages.in(Language.JAPANESE));
    }

    @Test
    void aDischargeEndsTheAdmissionItNames() {
        assertThat(of(
                        discharged(HOSPITAL, "2026-08-12T11:00", "2026-08-05T00:00"),
                        admitted(HOSPITAL, "2026-08-05T14:00")))
                .singleElement()
                .satisfies(stay -> {
                    assertThat(stay.from()).isEqualTo(IN);
                    assertThat(stay.to()).isEqualTo(OUT);
                    assertThat(stay.days()).isEqualTo(8);
                });
    }

    @Test
    void aDischargeThatNamesNoneEndsTheLastAdmissionBeforeIt() {
        assertThat(of(
                        admitted(HOSPITAL, "2026-09-01T14:00"),
                        discharged(HOSPITAL, "2026-08-12T11:00", null),
                        admitted(HOSPITAL, "2026-08-05T14:00")))
                .extracting(Stay::from, Stay::to)
                .containsExactly(tuple(LocalDate.of(2026, 9, 1), null), tuple(IN, OUT));
    }

    @Test
    void anotherFacilitysDischargeEndsNothingHere() {
        assertThat(of(
                        discharged(CLINIC, "2026-08-12T11:00", "2026-08-05T14:00"),
                        admitted(HOSPITAL, "2026-08-05T14:00")))
                .extracting(Stay::facility, Stay::to)
                .containsExactlyInAnyOrder(tuple("見本病院", null), tuple("ひな形診療所", OUT));
    }

    @Test
    void aDischargeAloneSaysThatNoAdmissionCame() {
        assertThat(of(discharged(HOSPITAL, "2026-08-12T11:00", null)))
                .singleElement()
                .satisfies(stay -> assertThat(stay.from()).isNull());
    }

    @Test
    void aStayNamesItsMovesAndItsOutcome() {
        var moved = Filed.move("2026-08-07T10:30", "5東", "7北");
        assertThat(of(
                        Filed.discharge("2026-08-12T11:00", "死亡退院"),
                        moved,
                        admitted(HOSPITAL, "2026-08-05T14:00"),
                        Filed.move("2026-08-20T10:30", "1西", "2西")))
                .singleElement()
                .satisfies(stay -> {
                    assertThat(stay.outcome()).isEqualTo("死亡退院");
                    assertThat(stay.fatal()).isTrue();
                    assertThat(stay.moves()).containsExactly("転科・転棟 2026年8月7日 10:30: 5東 → 7北");
                });
    }
}
