package hmnet.ground.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Whom to ring stands where somebody looks for it (U21): the office at the foot of every page, of a refusal and
/// of an error too; the hospital beside the record it sent.
class TelephoneTest {
    private static final String OFFICE = "082-000-0110（平日 9 時から 17 時）";

    private static final String HOSPITAL = "電話 082-000-0101";

    static Stream<Screen> screens() {
        // All but the page that leads on at once.
        return Screens.all().filter(screen -> !screen.template().equals("ground/design/lead"));
    }

    @ParameterizedTest
    @MethodSource("screens")
    void theOfficesTelephoneStandsAtTheFootOfEveryPage(Screen screen) {
        var page = screen.in(Language.JAPANESE);
        assertThat(page.substring(page.indexOf("class=\"site-foot\""))).contains(OFFICE);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void anErrorSaysWhomToRing(Language language) {
        for (var visitor : new Visitor[] {Preview.DOCTOR, null}) {
            var page = Preview.of("ground/design/error", language, visitor, "/x", Map.of("words", "404"));
            assertThat(page.substring(page.indexOf("class=\"site-foot\""))).contains(OFFICE);
        }
    }

    @Test
    void aHospitalsTelephoneStandsBesideTheRecordItSent() {
        var records = Screens.all()
                .filter(screen -> screen.template().equals("care/recordpage/record"))
                .toList();
        assertThat(records).isNotEmpty();
        assertThat(records)
                .filteredOn(screen -> screen.in(Language.JAPANESE).contains(HOSPITAL))
                .isNotEmpty()
                .allSatisfy(screen -> assertThat(screen.in(Language.JAPANESE))
                        .containsPattern("<dt>施設</dt><dd>[^<]*<br><span class=\"figures\">" + HOSPITAL));
    }
}
