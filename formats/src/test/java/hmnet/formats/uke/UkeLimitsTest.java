package hmnet.formats.uke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hmnet.formats.base.Unreadable;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.Paper;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// Receipts made to be expensive: counted before they cost anything.
class UkeLimitsTest {
    private static final String CLINIC =
            "IR,2,34,1,9999999,,x,202605,00,\r\nRE,1,1112,202604,x,2,3300101,70,,,,,,77,\r\n";
    private static final String PHARMACY =
            "YK,1,34,4,9999999,x,202605,00,\r\nRE,1,4112,202604,x,2,3300101,70,\r\nSH,1,1,003\r\n";
    private static final String END = "GO,1,0,99\r\n";

    private static byte[] file(String head, String line, int times) {
        return (head + line.repeat(times) + END).getBytes(StandardCharsets.US_ASCII);
    }

    private static String refusal(byte[] bytes) {
        return catchThrowableOfType(Unreadable.class, () -> UkeFile.read(bytes))
                .note()
                .code();
    }

    @Test
    void drugsTimesDispensingsAreCounted() {
        var both = "CZ,1,20260401,20260401,1,14\r\nIY,1,620000001,3\r\n";
        assertThat(refusal(file(PHARMACY, both, 3_000))).isEqualTo("too-many-items");
    }

    @Test
    void rowsTimesDaysAreCounted() {
        var everyDay = "SI,60,1,160000001,1,1,1,,,,,," + ",1".repeat(31) + "\r\n";
        assertThat(refusal(file(CLINIC, everyDay, 10_000))).isEqualTo("too-many-items");
    }

    @Test
    void manyLinesAndLargeFilesAreRefused() {
        assertThat(refusal(file(CLINIC, "CO,,1,810000001,x\r\n", 250_000))).isEqualTo("too-many-lines");
        assertThat(refusal(new byte[(128 << 20) + 1])).isEqualTo("too-large");
    }

    @Test
    void longAccountsAndGroupsWithoutAnEndAreReadInOnePass() throws Unreadable {
        var account = UkeFile.read(file(CLINIC, "SJ,01,abcdefghij\r\n", 20_000))
                .sheets()
                .getFirst()
                .entries();
        assertThat(((Paper) account.getFirst()).sections().getFirst().text()).hasSize(200_000);
        var open = UkeFile.read(file(CLINIC, "IY,,1,620000001,1,,1\r\n", 20_000))
                .sheets()
                .getFirst()
                .entries();
        assertThat(((Medicines) open.getFirst()).drugs()).hasSize(20_000);
    }
}
