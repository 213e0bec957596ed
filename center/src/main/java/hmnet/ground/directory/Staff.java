package hmnet.ground.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The register of people who work at facilities (利用者台帳).
@Component
public class Staff {
    private static final String ACCOUNTS = """
            select id, facility, login, name, kana, profession, desk, emergency, since, until,
                   left_at is not null or coalesce(until < (now() at time zone 'Asia/Tokyo')::date, false) as out
              from staff""";

    private final JdbcClient db;

    Staff(JdbcClient db) {
        this.db = db;
    }

    /// For a verb beside the centre.
    public static Staff beside(JdbcClient db) {
        return new Staff(db);
    }

    /// The person with this sign-in name, unless they or their facility have left.
    public Optional<Requester> byLogin(String login) {
        return db.sql("select * from requester where login = ?")
                .param(login)
                .query(Staff::requester)
                .optional();
    }

    /// The person with this number, unless they or their facility have left.
    public Optional<Requester> byId(StaffId id) {
        return db.sql("select * from requester where id = ?")
                .param(id.value())
                .query(Staff::requester)
                .optional();
    }

    /// The facilities where doctors or nurses work in an emergency room now (救急外来).
    public Set<FacilityId> emergencyRooms() {
        return db.sql("""
                        select distinct facility from requester
                         where emergency and profession in ('doctor', 'nurse') limit 5000""")
                .query((row, number) -> new FacilityId(row.getLong("facility")))
                .set();
    }

    /// Their names, of those who have left too.
    public Map<StaffId, String> names(Collection<StaffId> people) {
        var names = new HashMap<StaffId, String>();
        db.sql("select id, name from staff where id = any(?)")
                .param(people.stream().map(StaffId::value).toArray(Long[]::new))
                .query(row -> {
                    names.put(new StaffId(row.getLong("id")), row.getString("name"));
                });
        return names;
    }

    public StaffId register(
            FacilityId facility, String login, String name, String kana, Profession profession, boolean desk) {
        var id = db.sql("""
                        insert into staff (facility, login, name, kana, profession, desk)
                        values (?, ?, ?, ?, ?, ?) returning id""")
                .params(facility.value(), login, name, kana, profession.word(), desk)
                .query(Long.class)
                .single();
        return new StaffId(id);
    }

    /// All who work or worked at a facility, those who are out last.
    public List<StaffAccount> of(FacilityId facility) {
        return db.sql(ACCOUNTS + " where facility = ? order by out, kana, id limit 5000")
                .param(facility.value())
                .query(Staff::account)
                .list();
    }

    public Optional<StaffAccount> account(StaffId id) {
        return db.sql(ACCOUNTS + " where id = ?")
                .param(id.value())
                .query(Staff::account)
                .optional();
    }

    /// The one with this sign-in name, out or not.
    public Optional<StaffAccount> account(String login) {
        return db.sql(ACCOUNTS + " where login = ?")
                .param(login)
                .query(Staff::account)
                .optional();
    }

    /// The same, held until the transaction ends.
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<StaffAccount> held(StaffId id) {
        return db.sql(ACCOUNTS + " where id = ? for update")
                .param(id.value())
                .query(Staff::account)
                .optional();
    }

    public boolean knows(String login) {
        return db.sql("select exists (select from staff where login = ?)")
                .param(login)
                .query(Boolean.class)
                .single();
    }

    /// They are out from this moment on. Whoever calls asks who may, and writes the trace.
    @Transactional(propagation = Propagation.MANDATORY)
    public void leave(StaffId id) {
        db.sql("""
                        update staff
                           set left_at = now(), until = least(until, (now() at time zone 'Asia/Tokyo')::date)
                         where id = ? and left_at is null""").param(id.value()).update();
    }

    /// The last day at work; null takes it back.
    @Transactional(propagation = Propagation.MANDATORY)
    public void worksUntil(StaffId id, @Nullable LocalDate day) {
        db.sql("update staff set until = ? where id = ?")
                .param(day)
                .param(id.value())
                .update();
    }

    /// Another profession, or a desk more or less.
    @Transactional(propagation = Propagation.MANDATORY)
    public void become(StaffId id, Profession profession, boolean desk) {
        db.sql("update staff set profession = ?, desk = ? where id = ?")
                .params(profession.word(), desk, id.value())
                .update();
    }

    /// In an emergency room from now on, or no longer.
    @Transactional(propagation = Propagation.MANDATORY)
    public void worksInEmergencies(StaffId id, boolean there) {
        db.sql("update staff set emergency = ? where id = ?")
                .params(there, id.value())
                .update();
    }

    /// The new account of somebody who moved is the same human's as the old one.
    @Transactional(propagation = Propagation.MANDATORY)
    public void follows(StaffId account, StaffId former) {
        db.sql("update staff set moved_from = ? where id = ?")
                .params(former.value(), account.value())
                .update();
    }

    private static StaffAccount account(ResultSet row, int number) throws SQLException {
        return new StaffAccount(
                new StaffId(row.getLong("id")),
                new FacilityId(row.getLong("facility")),
                row.getString("login"),
                row.getString("name"),
                row.getString("kana"),
                Profession.of(row.getString("profession")),
                row.getBoolean("desk"),
                row.getBoolean("emergency"),
                row.getObject("since", LocalDate.class),
                row.getObject("until", LocalDate.class),
                row.getBoolean("out"));
    }

    /// A row of the view `requester`, for those who join it with a table of their own.
    public static Requester requester(ResultSet row, int number) throws SQLException {
        return new Requester(
                new StaffId(row.getLong("id")),
                row.getString("login"),
                row.getString("name"),
                Profession.of(row.getString("profession")),
                row.getBoolean("desk"),
                row.getBoolean("emergency"),
                new FacilityId(row.getLong("facility")),
                row.getString("facility_name"),
                FacilityKind.of(row.getString("kind")),
                Direction.of(row.getString("direction")));
    }
}
