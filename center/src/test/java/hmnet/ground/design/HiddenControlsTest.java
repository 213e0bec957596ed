package hmnet.ground.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What would turn a line round is seen.
class HiddenControlsTest {
    @Test
    void whatTurnsALineRoundAndWhatControlsATerminalStandAsNumbers() {
        assertThat(HiddenControls.shown("ワルファリン\u202Egm01\u202C錠")).isEqualTo("ワルファリン⟦U+202E⟧gm01⟦U+202C⟧錠");
        for (var c : List.of("\u200E", "\u061C", "\u2067", "\u2028", "\u0007", "\u001B", "\u0085", "\u007F")) {
            assertThat(HiddenControls.shown("a" + c + "b")).matches("a⟦U\\+[0-9A-F]{4}⟧b");
        }
    }

    @Test
    void aNameWithAVariantAndOrdinaryLinesStayAsTheyAre() {
        var text = "葛\uDB40\uDD00霧\t邉\uDB40\uDD04樹\r\n髙﨑𠮷 👨\u200D👩";
        assertThat(HiddenControls.shown(text)).isSameAs(text);
    }
}
