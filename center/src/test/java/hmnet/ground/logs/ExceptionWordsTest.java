package hmnet.ground.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// What the log says when reading a chart fails.
class ExceptionWordsTest {
    @Test
    void whatAParserQuotesIsNotSaid() {
        assertThat(words("見本 花子", Integer::parseInt)).doesNotContain("見本").contains("NumberFormatException");
        assertThat(words("0123456789012x", Long::parseLong)).doesNotContain("0123456789012");
        assertThat(words("19420507x", LocalDate::parse))
                .contains(DateTimeParseException.class.getName(), "could not be parsed")
                .doesNotContain("1942");
        assertThat(ExceptionWords.of(new IllegalStateException("Person カクウ ハルコ, card 9081-7263-5544")))
                .doesNotContain("カクウ", "9081", "5544");
    }

    @Test
    void whatADatabaseSaysIsKeptWithoutTheRow() {
        var failure = new SQLException(
                "ERROR: duplicate key value violates unique constraint \"inbox_key\"\n"
                        + "  Detail: Key (facility, number)=(1, 90817263) already exists.",
                "23505");
        assertThat(ExceptionWords.of(failure))
                .isEqualTo("java.sql.SQLException [23505]: ERROR: duplicate key value violates unique constraint …");
    }

    @Test
    void causesAreCutToo() {
        var inner = new IllegalArgumentException("\"花子\" is no number");
        assertThat(new ExceptionWords().printStackTraceToString(new IllegalStateException("reading", inner)))
                .contains("reading", "is no number", "at hmnet.ground.logs.ExceptionWordsTest")
                .doesNotContain("花子");
    }

    private static String words(String read, Function<String, ?> parser) {
        try {
            return parser.apply(read).toString();
        } catch (RuntimeException e) {
            return new ExceptionWords().printStackTraceToString(e);
        }
    }
}
