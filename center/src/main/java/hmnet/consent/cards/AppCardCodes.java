package hmnet.consent.cards;

import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.people.patients.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The codes that cards in the app were shown by (アプリのHMカードのQRの表). Each is read once, while its
/// minute lasts and the session that showed it stands. They are kept a month, so that the log can say whose
/// picture was shown later.
@Component
class AppCardCodes {
    /// So many of one person in ten minutes: a page left open shows fewer.
    static final int SHOWN_MOST = 40;

    /// A code that may be read now. It stands with the session and with the card.
    private static final String OPEN = """
            c.read_at is null and c.ends_at > now()
               and exists (select from standing_own_session s where s.token = c.session and s.person = c.person)
               and exists (select from card k where k.number = c.number and k.scheme = c.scheme and k.state = %s)
            """.formatted(CardLife.ACTIVE.sql());

    private final JdbcClient db;
    private final AppCardQr qr;
    private final AppCardSettings settings;

    AppCardCodes(JdbcClient db, AppCardQr qr, AppCardSettings settings) {
        this.db = db;
        this.qr = qr;
        this.settings = settings;
    }

    /// What came of reading one.
    sealed interface CodeReading {
        /// It was open, and is used up now.
        record OpenCode(CardCode card) implements CodeReading {}

        /// It is ours, and was read before, or its time or its session is over.
        ///
        /// @param person whose it was, or null where it is forgotten
        record PassedCode(@Nullable PersonId person) implements CodeReading {}

        record ForeignCode() implements CodeReading {}
    }

    /// Of two readers at once one gets it.
    CodeReading take(String text, Requester by) {
        var code = qr.read(text);
        if (code.isEmpty()) {
            return new CodeReading.ForeignCode();
        }
        return db.sql("update app_card_code c set read_at = now(), read_by = ?, read_in = ? where c.id = ? and " + OPEN
                        + " returning c.number, c.scheme")
                .params(by.staff().value(), by.facility().value(), code.getAsLong())
                .query((row, number) -> new CardCode(row.getString("scheme"), row.getString("number")))
                .optional()
                .<CodeReading>map(CodeReading.OpenCode::new)
                .orElseGet(() -> new CodeReading.PassedCode(holder(code.getAsLong())));
    }

    private @Nullable PersonId holder(long code) {
        return db.sql("select person from app_card_code where id = ?")
                .param(code)
                .query((row, number) -> new PersonId(row.getObject("person", UUID.class)))
                .optional()
                .orElse(null);
    }

    /// Whether a text is one of ours that can be read no more.
    boolean passed(String text) {
        var code = qr.read(text);
        return code.isPresent()
                && db.sql("select not exists (select from app_card_code c where c.id = ? and " + OPEN + ")")
                        .param(code.getAsLong())
                        .query(Boolean.class)
                        .single();
    }

    /// Nothing where the person has no card in the app, or was shown too many codes.
    Optional<AppCards.ShownCode> show(PersonId person, byte[] session) {
        db.sql("delete from app_card_code where ends_at < now() - interval '31 days'")
                .update();
        return db.sql("""
                        insert into app_card_code (number, person, session, ends_at)
                        select number, person, :session, now() + make_interval(secs => :good)
                          from card
                         where person = :person and scheme = :scheme and state = :active
                           and (select count(*) from app_card_code s
                                 where s.person = :person and s.made_at > now() - interval '10 minutes') < :most
                        returning id, ends_at""")
                .param("session", session)
                .param("good", settings.good().toSeconds())
                .param("person", person.value())
                .param("scheme", CardCode.APP)
                .param("active", CardLife.ACTIVE.word())
                .param("most", SHOWN_MOST)
                .query((row, number) -> new AppCards.ShownCode(
                        qr.text(row.getLong("id")), row.getObject("ends_at", OffsetDateTime.class)))
                .optional();
    }

    /// The last reading of a code that this session showed, of the last ten minutes.
    Optional<AppCards.ReadCode> lastRead(PersonId person, byte[] session) {
        return db.sql("""
                        select read_at, read_in from app_card_code
                         where person = ? and session = ? and read_at > now() - interval '10 minutes'
                         order by read_at desc limit 1""")
                .params(person.value(), session)
                .query(AppCardCodes::read)
                .optional();
    }

    private static AppCards.ReadCode read(ResultSet row, int number) throws SQLException {
        return new AppCards.ReadCode(
                row.getObject("read_at", OffsetDateTime.class), new FacilityId(row.getLong("read_in")));
    }
}
