package hmnet.bench.tamper;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.bench.rehearsal.RehearsalCommand;
import hmnet.bench.tamper.LogUnderAttack.Finder;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// What `./hmnet drill tamper` plays (改ざん訓練), some seeds of it, in a centre of its own.
class TamperTest {
    /// What leaves a log that fits itself.
    private static final Set<TamperKind> UNSEEN_INSIDE =
            EnumSet.range(TamperKind.ROLLED_BACK, TamperKind.ROLLED_BACK_AND_GROWN);

    @Test
    void eachKindOfTamperingIsFoundAndTheUntouchedLogIsSound() throws IOException {
        RehearsalCommand.inACentre(centre -> {
            try (var log = LogUnderAttack.in(centre)) {
                assertThat(log.finder()).isEqualTo(Finder.NOBODY);
                for (var kind : TamperKind.values()) {
                    for (var seed = 0; seed < 3; seed++) {
                        assertThat(log.finderOf(kind, new SplittableRandom(seed)))
                                .as("%s of seed %d", kind, seed)
                                .isEqualTo(UNSEEN_INSIDE.contains(kind) ? Finder.WITNESS : Finder.VERIFY);
                    }
                }
                var told = new ArrayList<String>();
                var outcome = new TamperRuns(log, told::add).run(60, 7);
                assertThat(outcome.missed()).as("%s", told).isZero();
                assertThat(outcome.byVerify() + outcome.byWitness()).isEqualTo(60);
                assertThat(log.finder()).isEqualTo(Finder.NOBODY);
            } catch (SQLException | IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
