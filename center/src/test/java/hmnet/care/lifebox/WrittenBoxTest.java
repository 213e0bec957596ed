package hmnet.care.lifebox;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.ground.directory.ResidentCaller;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A box of which all answers are at hand is signed as by its own pages, and never in the place of another.
class WrittenBoxTest extends LifeboxWard {
    @Autowired
    private WrittenBox box;

    @Test
    void itIsSignedOnceAndReadAsThePersonsOwn() {
        var caller = new ResidentCaller(1, person.value());
        assertThat(box.sign(caller, "wish-known=", "yes", "wish-want", "家で過ごしたい", "show=", "all"))
                .isTrue();
        settle(notebook);
        assertThat(page()).contains("家で過ごしたい");
        assertThat(firstLook()).contains("家で過ごしたい");
        assertThat(box.sign(caller, "wish-known=", "yes", "wish-want", "病院がいい", "show=", "all"))
                .as("something stands")
                .isFalse();
        assertThat(page()).contains("家で過ごしたい").doesNotContain("病院がいい");
    }

    @Test
    void whatCannotBeSignedIsNot() {
        var caller = new ResidentCaller(1, person.value());
        assertThat(box.sign(caller, "wish-day", "2999-01-01", "show=", "all")).isFalse();
        assertThat(page()).doesNotContain("2999");
    }
}
