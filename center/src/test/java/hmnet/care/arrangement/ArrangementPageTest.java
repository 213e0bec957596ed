package hmnet.care.arrangement;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.care.viewer.PageWishes.ReaderWishes;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Language;
import hmnet.ground.design.Preview;
import hmnet.ground.directory.Profession;
import hmnet.record.filing.Ward;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A user's arrangement is theirs alone, stays, and goes back to the usual.
class ArrangementPageTest extends Ward {
    private static final Frame FRAME = Preview.frame(Language.JAPANESE, Preview.DOCTOR, "/arrangement");

    @Autowired
    ArrangementPage page;

    @Autowired
    Arrangements arrangements;

    @Test
    void whatOneUserChoosesIsKeptForThemAloneUntilReset() {
        var doctor = doctor();
        var colleague = at(doctor.facility(), Profession.DOCTOR);
        page.keep(List.of("results", "results", "nothing", "questions"), "all", "9y", doctor);
        assertThat(arrangements.of(doctor))
                .isEqualTo(new ReaderWishes(true, List.of("results", "questions"), "all", ""));
        assertThat(arrangements.of(colleague)).isEqualTo(ReaderWishes.NONE);
        assertThat(page.show("kept", doctor, FRAME).getBody())
                .contains("<option value=\"results\" selected", "<option value=\"all\" selected", "保存しました");
        page.turn("off", doctor);
        assertThat(arrangements.of(doctor).keys()).isFalse();
        assertThat(arrangements.of(doctor).panels()).containsExactly("results", "questions");
        assertThat(page.shortcuts(null, doctor, FRAME).getBody()).contains("いまは使わない設定です");
        page.reset(doctor);
        assertThat(arrangements.of(doctor)).isEqualTo(ReaderWishes.NONE);
    }
}
