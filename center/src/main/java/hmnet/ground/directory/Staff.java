package hmnet.ground.directory;

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
    private final JdbcClient db;

    Staff(JdbcClient db) {
        this.db = db;
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

    /// A row of the view `requester`, for those who join it with a table of their own.
    public static Requester requester(ResultSet row, int number) throws SQLException {
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
