package hmnet.ground.design;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QrDrawingTest {
    @Test
    void darkModulesSideBySideAreOneBar() {
        var drawn = QrDrawing.of(new boolean[][] {{true, true, false}, {false, false, true}, {false, false, false}});
        assertThat(drawn.path()).isEqualTo("M0 0h2v1h-2zM2 1h1v1h-1z");
    }

    @Test
    void aQuietZoneOfFourModulesSurroundsTheCode() {
        assertThat(QrDrawing.of(new boolean[21][21]).viewBox()).isEqualTo("-4 -4 29 29");
    }
}
