package hmnet.patientcard;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.records.Ward;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Whose card a common key is of.
class CommonKeysTest extends Ward {
    @Autowired
    CommonKeys keys;

    @Test
    void aKeyIsOnePersonsAndNeverAnothers() {
        var key = CommonKey.random();
        var holder = card().holder().id();
        var other = card().holder().id();
        assertThat(keys.holder(key)).isEmpty();
        assertThat(keys.bind(holder, key, office())).isTrue();
        assertThat(keys.bind(holder, key, office())).as("once more").isTrue();
        assertThat(keys.bind(other, key, office())).as("another's card").isFalse();
        assertThat(keys.holder(key)).contains(holder);
    }

    @Test
    void theNextCardEndsTheOneBeforeForGood() {
        var first = CommonKey.random();
        var second = CommonKey.random();
        var holder = card().holder().id();
        keys.bind(holder, first, office());
        keys.bind(holder, second, office());
        assertThat(keys.holder(first)).isEmpty();
        assertThat(keys.holder(second)).contains(holder);
        assertThat(keys.bind(holder, first, office())).isFalse();
        assertThat(keys.bind(card().holder().id(), first, office())).isFalse();
    }
}
