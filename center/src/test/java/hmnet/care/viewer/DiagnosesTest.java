package hmnet.care.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.care.viewer.Diagnoses.DiagnosisList;
import hmnet.formats.model.code.CareState;
import hmnet.formats.model.extract.DiagnosisExtract;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnosesTest {
    private static DiagnosisExtract diagnosis(String outcome, CareState state) {
        return new DiagnosisExtract("肺結核", "", "A15.0", "", "", outcome, false, false, state, "", List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "ACTIVE, OPEN",
        "ON_HOLD, OPEN",
        "UNKNOWN, OPEN",
        "ENDED, ENDED",
        "REFUTED, REFUTED",
        "CANCELLED, REFUTED"
    })
    void whatWasRefutedStandsApartFromWhatEnded(CareState state, DiagnosisList list) {
        assertThat(DiagnosisList.of(diagnosis("", state))).isEqualTo(list);
    }

    @Test
    void anOutcomeEndsADiagnosisAndNeverMakesARefutedOneTrue() {
        assertThat(DiagnosisList.of(diagnosis("治癒", CareState.ACTIVE))).isEqualTo(DiagnosisList.ENDED);
        assertThat(DiagnosisList.of(diagnosis("治癒", CareState.REFUTED))).isEqualTo(DiagnosisList.REFUTED);
    }
}
