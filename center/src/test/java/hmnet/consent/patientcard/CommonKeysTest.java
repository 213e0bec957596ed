package hmnet.consent.patientcard;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.protection.ProtectionOrder;
import hmnet.consent.protection.Protections;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.Profession;
import hmnet.record.filing.Ward;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Whose card a common key is of.
class CommonKeysTest extends Ward {
    @Autowired
    CommonKeys keys;

    @Autowired
    Protections protections;

    @Autowired
    Audit audit;

    @Test
    void aKeyIsOnePersonsAndNeverAnothers() {
        var key = CommonKey.random();
        var holder = card().holder().id();
        var other = card().holder().id();
        assertThat(keys.holder(key, office())).isEmpty();
        assertThat(keys.bind(holder, key, office())).isTrue();
        assertThat(keys.bind(holder, key, office())).as("once more").isTrue();
        assertThat(keys.bind(other, key, office())).as("another's card").isFalse();
        assertThat(keys.holder(key, office())).contains(holder);
    }

    @Test
    void aKeyOfSomebodyProtectedIsUnknownAndTheTryStandsInTheirLog() {
        var key = CommonKey.random();
        var holder = card().holder().id();
        var kept = hospital();
        keys.bind(holder, key, office());
        protections.begin(holder, new ProtectionOrder("person", "photo", Set.of(kept), Set.of()), office());
        assertThat(keys.holder(key, doctor())).isEmpty();
        assertThat(keys.bind(holder, CommonKey.random(), at(kept, Profession.RECEPTION)))
                .as("a desk that is shut out")
                .isFalse();
        assertThat(audit.of(holder.value(), 50))
                .anyMatch(entry ->
                        entry.action() == Action.CARD_READ && entry.outcome().equals("unknown"));
    }

    @Test
    void theNextCardEndsTheOneBeforeForGood() {
        var first = CommonKey.random();
        var second = CommonKey.random();
        var holder = card().holder().id();
        keys.bind(holder, first, office());
        keys.bind(holder, second, office());
        assertThat(keys.holder(first, office())).isEmpty();
        assertThat(keys.holder(second, office())).contains(holder);
        assertThat(keys.bind(holder, first, office())).isFalse();
        assertThat(keys.bind(card().holder().id(), first, office())).isFalse();
    }
}
