package hmnet.ground.work;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.Centre;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/// The chores that the centre really has.
class CentreChoresTest extends Centre {
    @Autowired
    List<ScheduledTaskHolder> holders;

    @Test
    void thePoolHasAThreadForEachChore() {
        var chores = holders.stream()
                .flatMap(holder -> holder.getScheduledTasks().stream())
                .toList();
        assertThat(chores).hasSizeBetween(10, ChoreThreads.THREADS);
    }
}
