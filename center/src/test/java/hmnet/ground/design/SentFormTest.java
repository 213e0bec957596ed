package hmnet.ground.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A form with a file as it is sent, and what is no such form.
class SentFormTest {
    private static final String FORM =
            "--b\r\nContent-Disposition: form-data; name=\"municipality\"\r\n\r\n架空市\r\n--b--\r\n";

    @Test
    void aFormIsReadByItsBoundaries() {
        var body = String.join(
                "\r\n",
                "--b",
                "Content-Disposition: form-data; name=\"municipality\"",
                "",
                "架空市",
                "--b",
                "Content-Disposition: form-data; name=\"file\"; filename=\"a.csv\"",
                "Content-Type: text/csv",
                "",
                "a,b",
                "",
                "c",
                "--b--",
                "");
        var form = SentForm.of(body.getBytes(StandardCharsets.UTF_8), "b");
        assertThat(form.word("municipality")).isEqualTo("架空市");
        assertThat(form.file("file")).isEqualTo("a,b\r\n\r\nc".getBytes(StandardCharsets.UTF_8));
        assertThat(form.word("none")).isEmpty();
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<SentForm> sent(@Nullable String type) throws IOException {
        return SentForm.of(type, -1, stream(FORM), 1_000);
    }

    @Test
    void aFormIsKnownByItsTypeAndBoundary() throws IOException {
        for (var type : new String[] {
            "multipart/form-data; boundary=b",
            "Multipart/Form-Data; Boundary=\"b\"",
            "multipart/form-data;boundary=b; charset=utf-8"
        }) {
            assertThat(sent(type))
                    .as(type)
                    .hasValueSatisfying(
                            form -> assertThat(form.word("municipality")).isEqualTo("架空市"));
        }
        for (var type : new String[] {
            null,
            "",
            "application/x-www-form-urlencoded",
            "text/csv; boundary=b",
            "multipart/form-data",
            "multipart/form-data; boundary="
        }) {
            assertThat(sent(type)).as(type).isEmpty();
        }
        assertThat(sent("multipart/form-data; boundary=other"))
                .hasValueSatisfying(form -> assertThat(form.parts()).isEmpty());
    }

    /// A042, by the page: 32 MB of boundaries are read once, not once for each.
    @Test
    void aFormOfBoundariesAloneCostsNoMoreThanItsSize() {
        var body = "--b".repeat(10_000_000).getBytes(StandardCharsets.US_ASCII);
        var threads = ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadCpuTime();
        assertThat(SentForm.of(body, "b").parts()).isEmpty();
        assertThat(threads.getCurrentThreadCpuTime() - before).isLessThan(20_000_000_000L);
    }

    /// A042, by the page: an upload without an end.
    @Test
    void whatIsTooLargeIsReadAwayAndNotKept() throws IOException {
        var large = "x".repeat(100_000);
        for (var length : new long[] {-1, large.length()}) {
            var body = stream(large);
            assertThat(SentForm.of("multipart/form-data; boundary=b", length, body, 1_000))
                    .isEmpty();
            assertThat(body.available()).as("left unread").isZero();
        }
        var endless = stream("x".repeat(2_000_000));
        assertThat(SentForm.of("multipart/form-data; boundary=b", -1, endless, 1_000))
                .isEmpty();
        assertThat(endless.available()).as("left unread").isPositive();
    }
}
