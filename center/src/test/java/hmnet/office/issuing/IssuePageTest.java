package hmnet.office.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.ground.design.Frame;
import hmnet.ground.design.Language;
import hmnet.ground.design.Preview;
import hmnet.record.filing.Ward;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Nothing is issued unseen, and nothing twice.
class IssuePageTest extends Ward {
    private static final Frame FRAME = Preview.frame(Language.JAPANESE, Preview.OPERATOR, "/office/cards");

    @Autowired
    private IssuePage issuePage;

    private static Application application(String kana, String birth, String sex) {
        return new Application("架空　" + number(), kana, birth, sex, "広島県架空市三丁目");
    }

    private String refused(Application application) {
        var answer = issuePage.look(application, FRAME);
        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        return Objects.requireNonNull(answer.getBody());
    }

    /// U9, U11, U12.
    @Test
    void whatIsWrongIsSaidBesideItsFieldAndTheRestIsKept() {
        assertThat(refused(application("カクウ　サクラ", "S99.9.9", "female")))
                .contains("id=\"e-birth\"", "value=\"S99.9.9\"", "value=\"カクウ　サクラ\"", "aria-invalid=\"true\"")
                .contains("value=\"female\" required checked")
                .doesNotContain("id=\"e-kana\"");
        assertThat(refused(application("架空　桜", "S23.4.12", "female"))).contains("id=\"e-kana\"");
        assertThat(refused(application("カクウ　サクラ", "2999-01-01", "female"))).contains("id=\"e-birth\"");
        assertThat(refused(application("カ".repeat(61), "S23.4.12", "female")))
                .as("longer than a card is")
                .contains("id=\"e-kana\"");
        assertThat(refused(new Application(null, null, null, null, null)))
                .contains("id=\"e-name\"", "id=\"e-sex\"", "id=\"e-address\"");
    }

    @Test
    void aCardIsLookedAtBeforeItIsIssuedAndIsIssuedOnce() {
        var office = office();
        var application = application("かくう　さくら", "S23.4.12", "female");
        var person = application.person(java.time.LocalDate.of(1948, 4, 12));
        assertThat(issuePage.look(application, FRAME).getBody()).contains("この内容で発行します", "昭和23年4月12日", "カクウ　サクラ");
        assertThat(cards.issuedTo(person)).as("looked at").isZero();
        var issued = issuePage.issue(application, 0, office, FRAME);
        assertThat(issued.getStatusCode().value()).isEqualTo(303);
        assertThat(cards.issuedTo(person)).isEqualTo(1);
        var again = issuePage.issue(application, 0, office, FRAME);
        assertThat(again.getStatusCode().value()).as("back, and pressed again").isEqualTo(422);
        assertThat(cards.issuedTo(person)).isEqualTo(1);
        var address = Objects.requireNonNull(issued.getHeaders().getLocation()).getQuery();
        var card = address.substring("card=".length());
        assertThat(issuePage.issued(card, office, FRAME).getBody()).contains("のカードを発行しました");
        assertThat(issuePage.issued(card, office(), FRAME).getStatusCode().value())
                .as("somebody else of the staff")
                .isEqualTo(303);
    }
}
