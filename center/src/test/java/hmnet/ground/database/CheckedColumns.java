package hmnet.ground.database;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.Centre;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The words that a column takes (列の検査制約), held against the enum that reads it.
public abstract class CheckedColumns extends Centre {
    private static final Pattern WORD = Pattern.compile("'([^']*)'::text");

    @Autowired
    private JdbcClient database;

    /// The column takes these words and no others, and they are those of the constants.
    protected void takes(String column, List<? extends ColumnWord> constants, String... words) {
        assertThat(constants).extracting(ColumnWord::word).containsExactly(words);
        assertThat(checked(column)).containsExactlyInAnyOrder(words);
    }

    private List<String> checked(String column) {
        var name = column.split("\\.", -1);
        var check = database.sql("""
                        select pg_get_constraintdef(oid) from pg_constraint
                         where conrelid = :table::regclass and contype = 'c'
                           and pg_get_constraintdef(oid) like 'CHECK ((' || :column || ' = ANY (%'""")
                .param("table", name[0])
                .param("column", name[1])
                .query(String.class)
                .single();
        return WORD.matcher(check).results().map(found -> found.group(1)).toList();
    }
}
