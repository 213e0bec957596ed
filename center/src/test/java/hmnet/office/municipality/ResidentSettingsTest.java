package hmnet.office.municipality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ResidentSettingsTest {
    @Test
    void aLimitThatNoFormCouldReachIsNoSetting() {
        assertThat(new ResidentSettings(1 << 30, 1, 1).maxBytes()).isEqualTo(1 << 30);
        assertThatThrownBy(() -> new ResidentSettings(Integer.MAX_VALUE, 1, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
