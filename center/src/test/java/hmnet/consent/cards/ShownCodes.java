package hmnet.consent.cards;

import hmnet.ground.keys.Keys;
import hmnet.people.patients.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the QR on a telephone says (画面のQRの文字), as a reader reads it.
public final class ShownCodes {
    private ShownCodes() {}

    /// The last one of a person.
    public static String last(PersonId person, Keys keys, JdbcClient db) {
        var code = db.sql("select max(id) from app_card_code where person = ?")
                .param(person.value())
                .query(Long.class)
                .single();
        return new AppCardQr(keys).text(code);
    }
}
