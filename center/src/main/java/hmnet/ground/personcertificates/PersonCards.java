package hmnet.ground.personcertificates;

import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.Staff;
import hmnet.ground.directory.StaffId;
import hmnet.ground.personcertificates.ShownCertificate.Professional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Which HPKI card is whose (HPKIカードの登録): one card is one account's, entered by its holder while they were signed in
/// otherwise. The name in a card finds nobody.
@Component
public class PersonCards {
    /// As many as somebody may hold at once: the card and its successor.
    private static final int MOST = 3;

    private static final String COLUMNS = """
            select c.id, s.name, s.login, c.subject, c.role, c.serial, c.not_after, c.registered_at, c.last_used_at
              from person_card c join staff s on s.id = c.staff
             where c.ended_at is null""";

    private final JdbcClient db;

    PersonCards(JdbcClient db) {
        this.db = db;
    }

    /// A card that stands.
    ///
    /// @param subject who the certificate says it is of; anything may stand there
    public record PersonCard(
            long id,
            String name,
            String login,
            String subject,
            String role,
            String serial,
            OffsetDateTime notAfter,
            OffsetDateTime registeredAt,
            @Nullable OffsetDateTime lastUsedAt) {}

    /// What came of entering a card.
    public enum CardEntry {
        ADDED,
        /// It is somebody's already.
        TAKEN,
        /// Its qualification is not that of the account.
        OTHER_PROFESSION,
        TOO_MANY
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public CardEntry add(Requester holder, Professional card) {
        if (!card.professions().contains(holder.profession())) {
            return CardEntry.OTHER_PROFESSION;
        }
        if (of(holder.staff()).size() >= MOST) {
            return CardEntry.TOO_MANY;
        }
        var added = db.sql("""
                        insert into person_card (fingerprint, staff, subject, role, issuer, serial, chain, not_after)
                        values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(
                        card.chain().fingerprint(),
                        holder.staff().value(),
                        card.chain().subject(),
                        card.role().text(),
                        card.chain().issuer(),
                        card.chain().serial(),
                        card.chain().bytes(),
                        card.chain().notAfter())
                .update();
        return added == 1 ? CardEntry.ADDED : CardEntry.TAKEN;
    }

    /// Whose card it is, unless they or their facility have left.
    public Optional<Requester> holder(byte[] fingerprint) {
        return db.sql("""
                        select r.* from person_card c join requester r on r.id = c.staff
                         where c.fingerprint = ? and c.ended_at is null""").param(fingerprint).query(Staff::requester).optional();
    }

    public void used(byte[] fingerprint) {
        db.sql("update person_card set last_used_at = now() where fingerprint = ? and ended_at is null")
                .param(fingerprint)
                .update();
    }

    public List<PersonCard> of(StaffId holder) {
        return db.sql(COLUMNS + " and c.staff = ? order by c.id limit 10")
                .param(holder.value())
                .query(PersonCards::card)
                .list();
    }

    /// Those of the people of a facility.
    public List<PersonCard> of(FacilityId facility) {
        return db.sql(COLUMNS + " and s.facility = ? order by s.kana, c.id limit 1000")
                .param(facility.value())
                .query(PersonCards::card)
                .list();
    }

    /// Ends somebody's own card.
    ///
    /// @return its fingerprint; empty where there is none of theirs
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<byte[]> end(long id, Requester holder) {
        return ended(
                db.sql("""
                        update person_card set ended_at = now(), ended_by = ?
                         where id = ? and staff = ? and ended_at is null returning fingerprint""").params(holder.actor().word(), id, holder.staff().value()));
    }

    /// Ends a card of somebody at a facility.
    ///
    /// @param by who does it, as it stands in the log
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<byte[]> end(long id, FacilityId facility, String by) {
        return ended(db.sql("""
                        update person_card c set ended_at = now(), ended_by = ? from staff s
                         where c.id = ? and s.id = c.staff and s.facility = ? and c.ended_at is null
                         returning c.fingerprint""").params(by, id, facility.value()));
    }

    private static Optional<byte[]> ended(JdbcClient.StatementSpec update) {
        return update.query((row, number) -> row.getBytes(1)).optional();
    }

    /// Ends all of somebody's.
    @Transactional(propagation = Propagation.MANDATORY)
    public void endAll(StaffId holder) {
        db.sql("update person_card set ended_at = now(), ended_by = 'centre' where staff = ? and ended_at is null")
                .param(holder.value())
                .update();
    }

    private static PersonCard card(ResultSet row, int number) throws SQLException {
        return new PersonCard(
                row.getLong("id"),
                row.getString("name"),
                row.getString("login"),
                row.getString("subject"),
                row.getString("role"),
                row.getString("serial"),
                row.getObject("not_after", OffsetDateTime.class),
                row.getObject("registered_at", OffsetDateTime.class),
                row.getObject("last_used_at", OffsetDateTime.class));
    }
}
