package hmnet.ground.signin;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.ground.directory.Profession;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/// The number that is never taken (個人番号), typed on a page in whatever field (V5). 123456789018 carries its check digit.
@ExtendWith(OutputCaptureExtension.class)
class NumbersAtTheGateTest extends SignInCentre {
    @Test
    void aNumberAmongWordsIsRefusedInWhateverFieldItIsTyped(CapturedOutput log) {
        var desk = signedIn(desk());
        var operator = signedIn(person(Profession.OPERATOR, false));
        var typed = new LinkedHashMap<String, String>();
        typed.put("/disclosure-stop", "why 番号は 1234-5678-9018 です");
        typed.put("/disclosure-stop/look", "why 個人番号１２３４ ５６７８ ９０１８");
        typed.put("/office/people/search", "phone 123456789018");
        typed.put("/office/residents/1/erasure", "anything 1234.5678.9018");
        typed.put("/reviews/1/decision", "why 一二三四五六七八九〇一八");
        typed.put("/alerts/1/conclusion", "why=x 123456789018");
        typed.forEach((path, words) -> {
            var field = words.substring(0, words.indexOf(' '));
            var answer = (path.startsWith("/disclosure") ? desk : operator)
                    .post(path, Map.of(field, words.substring(field.length() + 1)), "Accept", "text/html");
            assertThat(answer.statusCode()).as(path).isEqualTo(422);
            assertThat(answer.body()).as(path).contains("個人番号（マイナンバー）は受け付けません").doesNotContain("5678", "五六七八");
        });
        assertThat(operator.get("/staff?login=123456789018").statusCode()).isEqualTo(422);
        assertThat(log.getAll()).doesNotContain("5678");
    }

    @Test
    void otherWordsAndIdsOfTwelveDigitsPass() {
        var operator = signedIn(person(Profession.OPERATOR, false));
        for (var words : new String[] {
            "1234567890180", "123456789010", UUID.randomUUID().toString(), "00000000-0000-0000-0000-123456789018"
        }) {
            assertThat(operator.get("/sample/me?x=" + words).statusCode())
                    .as(words)
                    .isEqualTo(200);
        }
    }

    /// 017955578392 and 271795557834 carry their check digits.
    @Test
    void aProofThatAPageCarriesPassesWhateverItsDigits() {
        var operator = signedIn(person(Profession.OPERATOR, false));
        var person = "00000000-0000-0000-0000-123456789018";
        for (var proof : new String[] {
            person + ".card.0.1795557839.2f64acef163929844f26e5e1575063f4",
            person + ".typed.27.1795557834.af64acef163929844f26e5e1575063f4",
            "/cards/holder?card=" + person + ".card.0.1795557839.2f64acef163929844f26e5e1575063f4"
        }) {
            assertThat(operator.get("/sample/me?x=" + proof).statusCode())
                    .as(proof)
                    .isEqualTo(200);
            assertThat(operator.get("/sample/me?x=1234-5678-9018%20" + proof).statusCode())
                    .as("a number beside it")
                    .isEqualTo(422);
        }
    }

    /// A patient's own number may be one of twelve digits: its page looks at it itself.
    @Test
    void aFieldThatItsPageChecksReachesThePage() {
        var answer = signedIn(doctor()).post("/find", Map.of("q", "1234 5678 9018"), "Accept", "text/html");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("検索も記録もしていません");
    }
}
