package hmnet.consent.protection;

import hmnet.consent.cards.StaffTrace;
import hmnet.ground.approval.Approval;
import hmnet.ground.approval.Approvals;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.StaffId;
import hmnet.ground.directory.Succession.Follows;
import hmnet.ground.directory.Successions;
import hmnet.people.patients.PersonId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who is protected now, for the office (保護対象者の台帳). Whoever is shut out from a person finds nothing
/// of them here either; each look at one leaves its trace.
@Component
public class ProtectionRegister {
    private static final int MOST = 500;
    private static final String ROWS = """
            select p.person, (p.began_at at time zone 'Asia/Tokyo')::date as began_on, p.asked_by, p.checked_how,
                   c.kept_facilities, c.kept_staff,
                   exists (select from unnest(c.kept_staff) as k(id)
                            where not exists (select from requester r where r.id = k.id)) as staff_gone
              from protection p join consent c on c.person = p.person
             where p.ended_at is null and not kept_from(p.person, :line::bigint[], :staff)
            """;

    private final JdbcClient db;
    private final Approvals approvals;
    private final Successions successions;
    private final Audit audit;

    ProtectionRegister(JdbcClient db, Approvals approvals, Successions successions, Audit audit) {
        this.db = db;
        this.approvals = approvals;
        this.successions = successions;
        this.audit = audit;
    }

    /// One protection that holds.
    ///
    /// @param endingAskedBy who asked to end it, or null
    /// @param staffGone whether somebody named works no more where they did: elsewhere, or after a
    ///     succession, they are another user, to whom the person exists
    public record StandingProtection(
            PersonId person,
            LocalDate since,
            String askedBy,
            String checkedHow,
            @Nullable StaffId endingAskedBy,
            @Nullable String endingWhy,
            List<FacilityId> facilities,
            List<StaffId> staff,
            boolean staffGone) {}

    /// How many ends wait for a second officer.
    public int endingsProposed() {
        return approvals.waiting(ProtectionEnding.KIND).size();
    }

    /// Those whose end is asked for first, then the newest. The list names them, so each look at it leaves
    /// its trace with everybody on it.
    @Transactional
    public List<StandingProtection> all(Requester by) {
        var endings = new LinkedHashMap<PersonId, Approval>();
        approvals.waiting(ProtectionEnding.KIND).forEach(asked -> endings.put(person(asked), asked));
        var all = db.sql(ROWS + " order by array_position(:asked::uuid[], p.person), p.began_at desc limit " + MOST)
                .param(
                        "asked",
                        endings.keySet().stream().map(PersonId::toString).toArray(String[]::new))
                .param("line", successions.now().numbers(by.facility(), Follows.SHUTTING_OUT))
                .param("staff", by.staff().value())
                .query((row, number) -> read(row, endings::get))
                .list();
        all.forEach(one -> audit.write(StaffTrace.of(Action.PROTECTION_SHOWN, by, one.person(), "listed", Map.of())));
        return all;
    }

    @Transactional
    public Optional<StandingProtection> find(PersonId person, Requester by) {
        var asked = approvals.open(ProtectionEnding.subject(person)).orElse(null);
        var found = db.sql(ROWS + " and p.person = :person")
                .param("line", successions.now().numbers(by.facility(), Follows.SHUTTING_OUT))
                .param("staff", by.staff().value())
                .param("person", person.value())
                .query((row, number) -> read(row, ending -> asked))
                .optional();
        found.ifPresent(standing -> audit.write(StaffTrace.of(Action.PROTECTION_SHOWN, by, person, "shown", Map.of())));
        return found;
    }

    private static PersonId person(Approval asked) {
        return PersonId.valueOf(asked.subject().key());
    }

    private static StandingProtection read(ResultSet row, Function<PersonId, @Nullable Approval> endings)
            throws SQLException {
        var person = new PersonId(row.getObject("person", UUID.class));
        var asked = endings.apply(person);
        return new StandingProtection(
                person,
                row.getObject("began_on", LocalDate.class),
                row.getString("asked_by"),
                row.getString("checked_how"),
                asked == null ? null : StaffId.of(asked.by()),
                asked == null ? null : asked.why(),
                numbers(row.getArray("kept_facilities")).stream()
                        .map(FacilityId::new)
                        .toList(),
                numbers(row.getArray("kept_staff")).stream().map(StaffId::new).toList(),
                row.getBoolean("staff_gone"));
    }

    private static List<Long> numbers(Array array) throws SQLException {
        return Arrays.asList((Long[]) array.getArray());
    }
}
