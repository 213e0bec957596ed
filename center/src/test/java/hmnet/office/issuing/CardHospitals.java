package hmnet.office.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.cards.CardSchemes;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Language;
import hmnet.ground.design.Preview;
import hmnet.ground.directory.FacilityId;
import hmnet.record.filing.Ward;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseEntity;

/// Hospitals with cards of their own (開示カードのある病院), numbered in a way nobody else's are.
abstract class CardHospitals extends Ward {
    static final Frame FRAME = Preview.frame(Language.JAPANESE, Preview.OPERATOR, "/office/schemes");

    @Autowired
    SchemesPage page;

    @Autowired
    CardSchemes schemes;

    static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Tokyo"));
    }

    static String body(ResponseEntity<String> answer) {
        return Objects.requireNonNull(answer.getBody());
    }

    static String to(ResponseEntity<String> answer) {
        return String.valueOf(answer.getHeaders().getLocation());
    }

    record Hospital(FacilityId id, String code, String word, String mark) {
        String number(int n) {
            return mark + "%06d".formatted(n);
        }
    }

    Hospital hospitalWithCards() {
        var id = hospital();
        var code = facilities.get(id).code();
        var mark = "Q" + code + "Z";
        var word = "h-" + code;
        assertThat(to(page.add(
                        word,
                        "見本病院の開示カード",
                        code,
                        "none",
                        mark + "######",
                        ";{" + mark + "######}=*?",
                        "",
                        office(),
                        FRAME)))
                .endsWith("done=added");
        return new Hospital(id, code, word, mark);
    }
}
