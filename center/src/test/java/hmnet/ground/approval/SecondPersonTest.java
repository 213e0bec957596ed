package hmnet.ground.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.ground.approval.SecondPerson.NothingWaits;
import hmnet.ground.approval.SecondPerson.Other;
import hmnet.ground.approval.SecondPerson.Proposer;
import hmnet.ground.audit.Actor;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecondPersonTest {
    private static final Actor.StaffMember FIRST = Actor.staff(1);
    private static final Actor.StaffMember SECOND = Actor.staff(2);

    private static SecondPerson<String> of(Optional<String> waiting, Actor.StaffMember who) {
        return SecondPerson.of(waiting, proposal -> FIRST, who);
    }

    @Test
    void whoeverProposedIsNeverTheSecondPerson() {
        assertThat(of(Optional.of("join them"), FIRST)).isEqualTo(new Proposer<>("join them"));
    }

    @Test
    void anybodyElseMayConfirm() {
        assertThat(of(Optional.of("join them"), SECOND)).isEqualTo(new Other<>("join them"));
    }

    @Test
    void whereNothingWaitsNobodyConfirms() {
        assertThat(of(Optional.empty(), SECOND)).isEqualTo(new NothingWaits<>());
    }

    @Test
    void aSubjectIsWordsWithOneSpaceBetweenThem() {
        assertThat(new Subject("region-right", "12 pix").key()).isEqualTo("12 pix");
        for (var key : new String[] {"", " 12", "12 ", "12  pix", "山田"}) {
            assertThatThrownBy(() -> new Subject("region-right", key)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new Subject("Region right", "12")).isInstanceOf(IllegalArgumentException.class);
    }
}
