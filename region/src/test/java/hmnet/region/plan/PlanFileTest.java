package hmnet.region.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class PlanFileTest {
    @TempDir
    Path folder;

    @Test
    void theCentreFindsEverythingItNeedsForItsFirstStart() throws Exception {
        var file = PlanFile.write(new Plan(20, 5, Plan.USUAL_TODAY), folder);
        var plan = JsonMapper.shared().readTree(Files.readAllBytes(file));

        assertThat(plan.propertyNames())
                .containsExactly("seed", "people", "today", "facilities", "staff", "rules", "residents");
        assertThat(plan.at("/facilities/0/certificate").asString()).startsWith("facilities/34");
        assertThat(plan.at("/rules/1/delayProfessionalDays").asInt()).isEqualTo(14);
        assertThat(plan.at("/residents")).hasSize(20);
        var first = plan.at("/residents/0");
        assertThat(first.path("featured").asString()).isEqualTo("two-hospitals");
        assertThat(first.path("patients")).hasSize(2);
        assertThat(first.at("/name/familyKana").asString()).isNotEmpty();
        assertThat(plan.at("/residents/2/card").isNull()).isTrue();
        assertThat(plan.at("/residents/1/consent").asString()).isEqualTo("withdrawn");
    }

    @Test
    void thePasswordsInItAreForItsOwnerOnly() throws Exception {
        var file = PlanFile.write(new Plan(10, 5, Plan.USUAL_TODAY), folder);
        assertThat(Files.getPosixFilePermissions(file))
                .containsOnly(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    @Test
    void thePlanIsReadBackFromItsFirstThreeNumbers() throws Exception {
        var plan = new Plan(30, -9, Plan.USUAL_TODAY.minusDays(3));
        PlanFile.write(plan, folder);
        assertThat(PlanFile.read(folder)).isEqualTo(plan);
    }

    @Test
    void aHundredThousandResidentsAreWrittenInSeconds() throws Exception {
        var threads = ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadCpuTime();
        PlanFile.write(new Plan(100_000, 1, Plan.USUAL_TODAY), folder);
        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - before)).isLessThan(Duration.ofSeconds(10));
    }
}
