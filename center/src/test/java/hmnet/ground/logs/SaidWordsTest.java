package hmnet.ground.logs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What the log says of a message, whoever says it.
class SaidWordsTest {
    private static final String LIBRARY = "org.springframework.web.servlet.Dispatcher";

    @Test
    void whatALibraryQuotesIsNotSaid() {
        assertThat(SaidWords.of(LIBRARY, "Failed to convert 'HM1.3890233267462.1.05f1' : \"HANAKO MIHON\" 見本花子"))
                .contains("Failed to convert")
                .doesNotContain("3890233267462", "HANAKO", "見本");
    }

    @Test
    void ourOwnLinesStandButForIndividualNumbers() {
        assertThat(SaidWords.of("hmnet.Hmnet", "facility 12: ADT^A08 answered 'AA', 3 files"))
                .endsWith("3 files");
        assertThat(SaidWords.of("hmnet.Hmnet", "123456789018 came")).isEqualTo("… came");
    }

    /// A066.
    @Test
    void noMessageLooksLikeTwoOrMovesTheCursor() {
        assertThat(SaidWords.of(
                        "hmnet.Hmnet", "type \r\n2026-11-24 ERROR admin signed in \u001B[2J\u2028x\u202Ey\u009B2Jz"))
                .isEqualTo("type  2026-11-24 ERROR admin signed in  [2J x y 2Jz");
        assertThat(SaidWords.of(LIBRARY, "one\ntwo")).isEqualTo("one");
    }

    @Test
    void aMessageOfAnyLengthIsCut() {
        assertThat(SaidWords.of("hmnet.Hmnet", "x".repeat(1_000_000))).hasSize(SaidWords.LONGEST + 1);
    }

    @Test
    void whyAStartFailedIsSaidInLines() {
        assertThat(SaidWords.of("org.springframework.boot.diagnostics.Reporter", "FAILED\n\nport 8080 is in use"))
                .isEqualTo("FAILED\n\nport 8080 is in use");
    }
}
