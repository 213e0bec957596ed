package hmnet.ground.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ColumnWordTest {
    private enum Door implements ColumnWord {
        OPEN,
        SHUT;

        @Override
        public String word() {
            return this == OPEN ? "open" : "shut";
        }
    }

    @Test
    void aWordIsReadAsTheConstantThatIsCalledSo() {
        assertThat(ColumnWord.of("shut", "door.state", Door.class)).isEqualTo(Door.SHUT);
        assertThat(ColumnWord.anyOf(Door.OPEN, Door.SHUT)).isEqualTo("('open', 'shut')");
    }

    @Test
    void anUnknownWordIsRefusedWithItsColumn() {
        assertThatThrownBy(() -> ColumnWord.of("ajar", "door.state", Door.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("ajar", "door.state", "Door");
        assertThatThrownBy(() -> ColumnWord.of(null, "door.state", Door.class))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
