package hmnet.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.records.Ward;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/// Where a rehearsal plays, and with whom.
class RehearsalTest extends Ward {
    @Autowired
    private BeanFactory centre;

    @Test
    void aCentreInWhichAnybodyTakesPartIsRefused() {
        hospital();
        var rehearsal = new Rehearsal(centre, line -> {});
        assertThatThrownBy(() -> rehearsal.run(1, 1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aSeedPlaysTheSamePeopleAgain() {
        var figure = new Figure(7, 0);
        var first = figure.applicant(new SplittableRandom(3));
        assertThat(figure.applicant(new SplittableRandom(3))).isEqualTo(first);
        assertThat(figure.applicant(new SplittableRandom(4)).id()).isNotEqualTo(first.id());
        assertThat(first.regionalId()).matches("[0-9]{20}");
    }
}
