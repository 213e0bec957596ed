package hmnet.record.intake;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.ground.design.Frame;
import hmnet.ground.design.Language;
import hmnet.ground.design.Preview;
import hmnet.record.filing.Ward;
import hmnet.record.inbox.Quarantine;
import hmnet.record.inbox.Quarantine.HeldCount;
import hmnet.record.inbox.Quarantine.QuarantinedFile;
import hmnet.record.inbox.ReceivedFile;
import hmnet.record.inbox.ReceivedFile.Door;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What an operator sees of files that could not be read.
class QuarantinePageTest extends Ward {
    private static final Frame FRAME = Preview.frame(Language.JAPANESE, Preview.OPERATOR, "/intake/quarantine");

    @Autowired
    private Quarantine quarantine;

    @Autowired
    private QuarantinePage page;

    private static ReceivedFile unknown(int n) {
        return new ReceivedFile(
                "x" + n + ".txt", ("nobody knows " + n + "\r\n").getBytes(StandardCharsets.UTF_8), Door.FILES);
    }

    @Test
    void aFloodOfOneFacilityIsCountedAndHidesNoFileOfAnother() {
        var flooding = hospital();
        var quiet = hospital();
        filed(
                flooding,
                IntStream.range(0, 61).mapToObj(QuarantinePageTest::unknown).toArray(ReceivedFile[]::new));
        filed(quiet, unknown(0));
        assertThat(quarantine.counts())
                .filteredOn(count -> count.facility().equals(flooding))
                .extracting(HeldCount::files)
                .containsExactly(61L);
        assertThat(quarantine.held())
                .extracting(QuarantinedFile::facility)
                .contains(quiet)
                .filteredOn(flooding::equals)
                .hasSize(50);
        assertThat(String.valueOf(page.show(null, FRAME).getBody())).contains("保留 61 件", "新しいものから 50 件");
    }
}
