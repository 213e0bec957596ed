package hmnet.care.drughistory;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.care.drughistory.InjectionsScreen.InjectionLine;
import hmnet.care.medicines.HardPrescriptions;
import hmnet.care.medicines.HardPrescriptions.HardPrescription;
import hmnet.ground.design.Language;
import hmnet.ground.design.Messages;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Injections as a ward reads them: by the clock, with the rate, and what was not given with its reason.
class InjectionsTest {
    private static List<InjectionLine> lines(HardPrescription hard) {
        return Injections.days(
                        List.of(HardPrescriptions.entry(hard)),
                        "/people/x",
                        facility -> "見本病院",
                        Messages.in(Language.JAPANESE))
                .getFirst()
                .lines();
    }

    @Test
    void anInfusionStandsByItsClockWithEachRate() {
        assertThat(lines(HardPrescription.INFUSION_RATE_CHANGES))
                .hasSizeGreaterThan(1)
                .allSatisfy(line -> {
                    assertThat(line.clock()).matches(".*[0-9]{1,2}:[0-9]{2}.*");
                    assertThat(line.drug().amounts()).anyMatch(amount -> amount.startsWith("速度 "));
                    assertThat(line.drug().details()).noneMatch(detail -> detail.startsWith("期間 "));
                });
    }

    @Test
    void whatWasNotGivenSaysWhyAndIsSetApart() {
        assertThat(lines(HardPrescription.NOT_GIVEN))
                .filteredOn(line -> line.drug().state().apart())
                .extracting(line -> line.drug().state().words())
                .contains("未実施（血圧 92/50 のため）", "中止（発疹）");
    }
}
