package hmnet.formats.base.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.Table;
import java.nio.charset.Charset;
import java.time.OffsetDateTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/// Writing only what SS-MIX2 may hold.
class JisTextTest {
    private static final Charset JIS = Charset.forName("ISO-2022-JP");

    @Test
    void charactersOutsideJisAreSpelledOut() {
        assertThat(JisText.spelled("①５㎎ Ⅳ期 ㈱ｶﾅﾊﾟ")).isEqualTo("(1)５mg IV期 (株)カナパ");
        assertThat(JisText.spelled("髙﨑𠮷野")).isEqualTo("■■■野");
        assertThat(JisText.spelled("１～２－３")).isEqualTo("１〜２−３");
    }

    @Test
    void everySpellingCanItselfBeWritten() {
        for (var row : Table.read(Spelling.class, "spelling.csv")) {
            assertThat(JisText.spelled(row.get(1))).as(row.get(0)).isEqualTo(row.get(1));
            assertThat(JisText.spelled(row.get(0))).isEqualTo(row.get(1));
        }
    }

    @Property
    void whatIsSpelledSurvivesEncoding(@ForAll String anything) {
        var spelled = JisText.spelled(anything);
        assertThat(new String(JisText.encode(spelled), JIS)).isEqualTo(spelled);
    }

    @Property
    void aWrittenTextIsReadAgainAsItWas(@ForAll String anything) throws BadMessage {
        var builder = new MessageBuilder();
        builder.header("A", "B", OffsetDateTime.parse("2026-04-01T10:11:12+09:00"), "ADT^A08^ADT_A01", "1");
        builder.segment("NTE").set(3, anything).set(4, "x");
        var read = Message.parse(builder.toFile());
        var expected = JisText.spelled(anything);
        assertThat(read.segments().get(1).text(3)).isEqualTo(expected.equals("\"\"") ? "" : expected);
        assertThat(read.segments().get(1).text(4)).isEqualTo("x");
    }
}
