package hmnet.care.vitalimport;

import hmnet.ground.keys.KeyedHash;
import hmnet.ground.keys.Keys;
import hmnet.people.patients.PersonId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Which columns a resident chose for a file of one shape (列の対応の控え).
@Component
class ColumnChoices {
    /// Of one person; the oldest gives way.
    private static final int SHAPES = 20;

    private final JdbcClient db;
    private final KeyedHash hash;

    ColumnChoices(JdbcClient db, Keys keys) {
        this.db = db;
        this.hash = new KeyedHash(keys, "heads of measurement files");
    }

    Optional<FileColumns> of(PersonId person, MeasurementFile file) {
        return db.sql("select columns from vital_columns where person = ? and head = ?")
                .params(person.value(), hash.of(file.shape()))
                .query(String.class)
                .optional()
                .map(kept -> FileColumns.read(kept, file.head().size()));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(PersonId person, MeasurementFile file, FileColumns columns) {
        db.sql("""
                        insert into vital_columns (person, head, columns) values (?, ?, ?)
                        on conflict (person, head) do update set columns = excluded.columns, chosen_at = now()""")
                .params(person.value(), hash.of(file.shape()), columns.kept())
                .update();
        db.sql("""
                        delete from vital_columns
                         where person = ? and head not in
                               (select head from vital_columns where person = ? order by chosen_at desc limit ?)""").params(person.value(), person.value(), SHAPES).update();
    }
}
