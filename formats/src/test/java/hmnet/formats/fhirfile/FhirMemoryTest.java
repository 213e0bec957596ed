package hmnet.formats.fhirfile;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import hmnet.formats.base.Unreadable;
import hmnet.formats.model.chart.Part.Ids;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What a large document takes. Counted is all that is ever allocated: what is alive at once is less, and
/// depends on no collector.
class FhirMemoryTest {
    private static final Ids IDS = (type, key) -> type + Integer.toHexString(key.hashCode());
    private static final long MOST = 64 << 20;

    private static byte[] withFile(int size) {
        var file = new byte[size / 4 * 3];
        new Random(7).nextBytes(file);
        return """
                {"resourceType":"Bundle","type":"collection","entry":[
                 {"resource":{"resourceType":"Patient","id":"p1","identifier":[{"system":"urn:x","value":"123"}]}},
                 {"resource":{"resourceType":"DocumentReference","id":"d1","status":"current",
                  "date":"2026-04-01T10:00:00+09:00","subject":{"reference":"Patient/p1"},
                  "content":[{"attachment":{"contentType":"application/pdf","title":"架空の紹介状","data":"%s"}}]}}]}
                """.formatted(Base64.getEncoder().encodeToString(file)).getBytes(StandardCharsets.UTF_8);
    }

    private static long allocated() {
        var threads = (ThreadMXBean) Objects.requireNonNull(ManagementFactory.getThreadMXBean());
        return threads.getThreadAllocatedBytes(Thread.currentThread().threadId());
    }

    @Test
    void aFileOfNineMegabytesInADocumentIsNeverCopiedMoreThanAFewTimes() throws Unreadable {
        FhirFile.read(withFile(100_000)).rows(IDS);
        var bytes = withFile(9_000_000);
        long before = allocated();
        var file = FhirFile.read(bytes);
        long read = allocated();
        var rows = file.rows(IDS);
        long filed = allocated();
        assertThat(read - before).as("read").isLessThan(MOST);
        assertThat(filed - read).as("filed").isLessThan(MOST);
        assertThat(rows).anyMatch(row -> row.bundle().length > 9_000_000);
    }
}
