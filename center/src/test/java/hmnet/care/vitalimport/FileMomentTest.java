package hmnet.care.vitalimport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// In which ways a file may say when something was measured.
class FileMomentTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-05T07:10",
                "2026-11-05 07:10:45",
                "2026/11/5 7:10",
                "2026/11/05 7:10:45",
                "２０２６年１１月５日 ７時１０分",
                "2026年11月5日 午前7:10",
                "2026/11/5 7:10 AM",
                "2026.11.5 07:10",
                "20261105 0710",
                "20261105071045",
                "2026-11-05T07:10:45+09:00",
                "2026-11-04T22:10:45Z",
            })
    void allOfTheseAreTenPastSeven(String said) {
        assertThat(FileMoment.read(said, "", "")).contains("2026-11-05T07:10");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11/05/2026 07:10",
                "2026-11-05",
                "2026-13-05 07:10",
                "2026-11-31 07:10",
                "7:10",
                "午後",
                "2026/11/5 午後13:10",
                ""
            })
    void whatMayBeReadInTwoWaysOrNotAtAllIsNoMoment(String said) {
        assertThat(FileMoment.read(said, "", "")).isEmpty();
    }

    @Test
    void dayAndTimeMayStandApartAndNoonIsTwelve() {
        assertThat(FileMoment.read("", "2026/11/5", "22:05")).contains("2026-11-05T22:05");
        assertThat(FileMoment.read("2026/11/5 午後0:10", "", "")).contains("2026-11-05T12:10");
        assertThat(FileMoment.read("2026/11/5 12:10 AM", "", "")).contains("2026-11-05T00:10");
    }
}
