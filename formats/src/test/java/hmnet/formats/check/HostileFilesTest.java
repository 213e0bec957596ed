package hmnet.formats.check;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.Unreadable;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Files made to do harm, through the one door of all formats (攻撃的なファイル): refused in words, for no more
/// than 250 ms of processor a MB and little memory, and nothing outside them is asked for.
class HostileFilesTest {
    private static final double MILLIS_PER_MB = 250;

    /// All that is allocated for it; what is alive at once is watched by the drill `fuzz`.
    private static final long BYTES = 128L << 20;

    private static final int LEAST = 1_000_000;
    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    /// The outer elements by which a format is known, and what closes them.
    private record Shell(String open, String close) {
        String around(String content) {
            return open + content + close;
        }
    }

    private static final List<Shell> XML = List.of(
            new Shell("<ClinicalDocument xmlns=\"urn:hl7-org:v3\"><title>", "</title></ClinicalDocument>"),
            new Shell("<Mml version=\"2.3\"><MmlHeader><masterId>", "</masterId></MmlHeader></Mml>"),
            new Shell("<xmlio2><patientinfores type=\"record\"><Reskey>", "</Reskey></patientinfores></xmlio2>"),
            new Shell("<checkupClaim><encounter>", "</encounter></checkupClaim>"),
            new Shell(
                    "<Document><Prescription><PrescriptionDocument>",
                    "</PrescriptionDocument></Prescription></Document>"),
            new Shell("<Bundle xmlns=\"http://hl7.org/fhir\"><id>", "</id></Bundle>"));
    private static final List<Shell> JSON = List.of(
            new Shell(
                    "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[{\"resource\":{\"resourceType\":\"Patient\",\"a\":",
                    "}}]}"),
            new Shell(
                    "{\"patientinfores\": {\"Information_Date\": \"2026-04-02\", \"Api_Result\": \"00\", \"a\":",
                    "}}"));

    /// The code of the refusal, `read` if there was none; what it cost is asserted.
    private static String outcome(byte[] bytes) {
        double worth = Math.max(LEAST, bytes.length) / 1e6 * MILLIS_PER_MB;
        double cost = Double.MAX_VALUE;
        var outcome = "";
        for (int i = 0; i < 5 && cost > worth; i++) {
            long cpu = THREADS.getCurrentThreadCpuTime();
            long allocated = THREADS.getCurrentThreadAllocatedBytes();
            outcome = read(bytes);
            assertThat(THREADS.getCurrentThreadAllocatedBytes() - allocated).isLessThan(BYTES);
            cost = (THREADS.getCurrentThreadCpuTime() - cpu) / 1e6;
        }
        assertThat(cost).as("%d bytes: %s", bytes.length, outcome).isLessThanOrEqualTo(worth);
        return outcome;
    }

    private static String outcome(String text) {
        return outcome(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String read(byte[] bytes) {
        try {
            Readers.read("file", bytes).sheets();
            return "read";
        } catch (Unreadable refused) {
            return refused.note().code();
        }
    }

    /// A040.
    @Test
    void documentTypesAreRefusedAndNothingOutsideAFileIsAskedFor() throws IOException {
        try (var outside = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            outside.setSoTimeout(300);
            var address = "http://127.0.0.1:" + outside.getLocalPort() + "/";
            for (var shell : XML) {
                for (var type : List.of(
                        "<!DOCTYPE a SYSTEM \"" + address + "a.dtd\">",
                        "<!DOCTYPE a [<!ENTITY e SYSTEM \"" + address + "e\">]>",
                        "<!DOCTYPE a [<!ENTITY % p SYSTEM \"" + address + "p\"> %p;]>",
                        "<!-- <!DOCTYPE --><!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>")) {
                    assertThat(outcome(type + shell.around("&e;")))
                            .as(shell.open())
                            .isIn("doctype", "xml-doctype", "xml-not-read", "unknown-format");
                }
                assertThat(outcome(shell.around("&e;"))).isNotEqualTo("read");
                outcome(shell.around(
                        "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"" + address + "\"/>"));
                outcome("<?xml-stylesheet type=\"text/xsl\" href=\"" + address + "\"?>" + shell.around("x"));
                outcome(shell.open()
                                .replaceFirst(
                                        ">",
                                        " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"a "
                                                + address
                                                + "\">")
                        + "x"
                        + shell.close());
            }
            assertThat(connected(outside)).isFalse();
        }
    }

    private static boolean connected(ServerSocket outside) throws IOException {
        try (var caller = outside.accept()) {
            return caller.isConnected();
        } catch (SocketTimeoutException nobody) {
            return false;
        }
    }

    /// A041, of XML.
    @Test
    void bombsOfXmlAreRefused() {
        var laughs = new StringBuilder("<!DOCTYPE a [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 10; i++) {
            laughs.append(
                    "<!ENTITY a%d \"%s\">".formatted(i, "&a%d;".formatted(i - 1).repeat(10)));
        }
        var attributes = new StringBuilder("<a");
        for (int i = 0; i < 100_000; i++) {
            attributes.append(" b").append(i).append("=''");
        }
        for (var shell : XML) {
            for (var content : List.of(
                    "<a>".repeat(20_000) + "</a>".repeat(20_000),
                    "<a>".repeat(20_000),
                    attributes + "/>",
                    "<a b='1' b='2'/>",
                    "<a/>".repeat(300_000),
                    "\0",
                    "&#0;",
                    "&#xD800;",
                    "<" + "x".repeat(1_000_000) + "/>",
                    "<!--".repeat(100_000),
                    "<?".repeat(100_000),
                    "<![CDATA[".repeat(100_000))) {
                assertThat(outcome(shell.around(content)))
                        .as("%s %.20s", shell.open(), content)
                        .isNotEqualTo("read");
            }
            assertThat(outcome(laughs + "]>" + shell.around("&a9;"))).isNotEqualTo("read");
            assertThat(outcome("<!--".repeat(100_000) + "<!DOCTYPE" + shell.around("x")))
                    .isNotEqualTo("read");
            assertThat(outcome(latin(shell.around("\u00ED\u00A0\u0080")))).isNotEqualTo("read");
            assertThat(outcome(latin(shell.around("\u00C0\u0080")))).isNotEqualTo("read");
        }
    }

    /// A041, of JSON.
    @Test
    void bombsOfJsonAreRefused() {
        for (var shell : JSON) {
            for (var content : List.of(
                    "[".repeat(20_000) + "]".repeat(20_000),
                    "{\"a\":".repeat(20_000),
                    "9".repeat(10_000_000),
                    "1,\"a\":2",
                    "\"\\ud800\"",
                    "\"\\u0000\"",
                    "[" + "{\"a\":{\"b\":[1]}},".repeat(200_000) + "1]",
                    "\"" + "x".repeat(20 << 20) + "\"",
                    "1" + " ".repeat(1_000_000) + "x",
                    "/* x */ 1",
                    "NaN")) {
                assertThat(outcome(shell.around(content)))
                        .as("%s %.20s", shell.open(), content)
                        .isNotEqualTo("read");
            }
            assertThat(outcome(latin(shell.around("\"\u00ED\u00A0\u0080\"")))).isNotEqualTo("read");
        }
        assertThat(outcome(JSON.getFirst().around("1e1000000000"))).isEqualTo("number");
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /// A042, of what a message may hold; what ends its connection is the port's matter.
    @Test
    void floodsOfHl7AreRefused() {
        var header = "MSH|^~\\&|HIS|架空|GW|HMNET|20260401102030||ORU^R01|1|P|2.5||||||UNICODE UTF-8\r";
        var patient = "PID|1||0001^^^^PI||架空^花子||19500228|F\r";
        var report = "OBR|1|1||A^検査^L|||20260401\rOBX|1|ST|B^項目^L||";
        for (var content : List.of(
                "~".repeat(100_000),
                "^".repeat(100_000),
                "&".repeat(100_000),
                "|".repeat(100_000),
                "x\rNTE|1||y".repeat(100_000))) {
            assertThat(outcome(header + patient + report + content + "||||||F\r"))
                    .startsWith("too-many-");
        }
        assertThat(outcome(header + patient + report + "\\X0D\\\\.br\\\\Z99\\\\E\\\\X" + "||||||F\r"))
                .isEqualTo("read");
        assertThat(outcome(header + patient + report + "\\".repeat(500_000) + "||||||F\r"))
                .isIn("read", "column-too-long");
        assertThat(outcome(header + patient.repeat(2) + report + "1||||||F\r")).isNotEqualTo("");
        assertThat(outcome(header.replace("MSH|", "MSHA") + patient)).isNotEqualTo("read");
        assertThat(outcome(patient + report + "1||||||F\r")).isNotEqualTo("read");
        assertThat(outcome(header + patient.replace("架空^花子", "架空\n^花\u001C子"))).isNotEqualTo("");
    }
}
