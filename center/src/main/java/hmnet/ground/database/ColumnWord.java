package hmnet.ground.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A state of ours that stands in a column as a word (データベースの語). The word never changes.
public interface ColumnWord {
    String word();

    /// As it stands in SQL, in quotes.
    default String sql() {
        return "'" + word() + "'";
    }

    /// Several in SQL, such as `('open', 'later')`: literals, where an index is chosen by what the statement says.
    static String anyOf(ColumnWord... words) {
        return Arrays.stream(words).map(ColumnWord::sql).collect(Collectors.joining(", ", "(", ")"));
    }

    /// Reads a column of a row.
    static <E extends Enum<E> & ColumnWord> E read(ResultSet row, String column, Class<E> type) throws SQLException {
        return of(row.getString(column), column, type);
    }

    /// Reads a column of a row that may be empty.
    static <E extends Enum<E> & ColumnWord> Optional<E> readIfAny(ResultSet row, String column, Class<E> type)
            throws SQLException {
        return row.getString(column) == null ? Optional.empty() : Optional.of(read(row, column, type));
    }

    /// @throws IllegalArgumentException for a word that none of them has
    static <E extends Enum<E> & ColumnWord> E of(@Nullable String word, String column, Class<E> type) {
        for (var one : type.getEnumConstants()) {
            if (one.word().equals(word)) {
                return one;
            }
        }
        throw new IllegalArgumentException(
                "Column " + column + " says '" + word + "', which no " + type.getSimpleName() + " is called");
    }
}
