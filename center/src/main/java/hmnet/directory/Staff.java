package hmnet.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The register of people who work at facilities (利用者台帳).
@Component
public class Staff {
    private static final String COLUMNS = """
            select s.id, s.login, s.name, s.profession, s.desk, f.id as facility, f.name as facility_name, f.kind,
                   f.direction
              from staff s join facility f on f.id = s.facility
             where (s.until is null or s.until >= current_date) and f.left_on is null and\s""";

    private final JdbcClient db;

    Staff(JdbcClient db) {
        this.db = db;
    }

    /// The person with this sign-in name, unless they or their facility have left.
    public Optional<Requester> byLogin(String login) {
        return db.sql(COLUMNS + "s.login = ?").param(login).query(Staff::read).optional();
    }

    /// The person with this number, unless they or their facility have left.
    public Optional<Requester> byId(StaffId id) {
        return db.sql(COLUMNS + "s.id = ?").param(id.value()).query(Staff::read).optional();
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

    private static Requester read(ResultSet row, int number) throws SQLException {
        return new Requester(
                new StaffId(row.getLong("id")),
                row.getString("login"),
                row.getString("name"),
                Profession.of(row.getString("profession")),
                row.getBoolean("desk"),
                new FacilityId(row.getLong("facility")),
                row.getString("facility_name"),
                FacilityKind.of(row.getString("kind")),
                Direction.of(row.getString("direction")));
    }
}
