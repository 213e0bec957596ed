package hmnet.record.intake;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.ground.directory.FacilityId;
import hmnet.record.inbox.ReceivedFile;
import hmnet.record.inbox.ReceivedFile.Door;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// An archive that claims to be very many files.
class TarReaderTest {
    private static final FacilityId CLINIC = new FacilityId(7);

    @Test
    void afterSoManyFilesEachFurtherOneIsRefusedWithTheLimit() throws IOException {
        var parcel = new Parcel();
        for (int n = 0; n < 12; n++) {
            parcel.file(new ReceivedFile("f" + n + ".txt", new byte[1], Door.FILES));
        }
        var kept = new ArrayList<ReceivedFile>();
        var refused = new ArrayList<FileReceipt>();
        new TarReader(new ByteArrayInputStream(parcel.bytes()), 1_000, 10, Door.FILES)
                .forEachBatch(kept::addAll, refused::add);
        assertThat(kept).hasSize(10);
        assertThat(refused)
                .containsExactly(
                        FileReceipt.refused("f10.txt", "archive-entries: at most 10"),
                        FileReceipt.refused("f11.txt", "archive-entries: at most 10"));
    }

    @Test
    void anHourIsFullForOneFacilityAndTheNextIsNot() {
        var now = List.of(Instant.parse("2026-11-20T10:59:00Z")).toArray(Instant[]::new);
        InstantSource clock = () -> now[0];
        var entries = new EntriesOfHour(clock, 100);
        entries.add(CLINIC, 60);
        assertThat(entries.full(CLINIC)).isFalse();
        entries.add(CLINIC, 60);
        assertThat(entries.full(CLINIC)).isTrue();
        assertThat(entries.secondsToWait()).isEqualTo(61);
        assertThat(entries.full(new FacilityId(8))).isFalse();
        now[0] = Instant.parse("2026-11-20T11:00:00Z");
        assertThat(entries.full(CLINIC)).isFalse();
        entries.add(CLINIC, 1);
        assertThat(entries.full(CLINIC)).isFalse();
        var boundless = new EntriesOfHour(clock, 0);
        boundless.add(CLINIC, 1_000_000);
        assertThat(boundless.full(CLINIC)).isFalse();
    }
}
