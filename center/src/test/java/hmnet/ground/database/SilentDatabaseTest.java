package hmnet.ground.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.TransactionSystemException;

class SilentDatabaseTest {
    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "57P01", "57P02", "57P03", "53300"})
    void aDatabaseThatIsAwayIsKnownThroughAnyWrapping(String state) {
        assertThat(SilentDatabase.caused(new IllegalStateException(new RuntimeException(new SQLException("x", state)))))
                .isTrue();
    }

    @Test
    void aPoolWithoutAConnectionIsNoFaultOfWhoeverAsks() {
        assertThat(SilentDatabase.caused(new RuntimeException(new SQLTransientConnectionException("timed out"))))
                .isTrue();
    }

    @Test
    void aRollbackThatFailsTooHidesNothing() {
        var ended = new TransactionSystemException("rollback failed", new SQLException("Connection is closed"));
        assertThat(SilentDatabase.caused(ended)).isFalse();
        ended.initApplicationException(new IllegalStateException(new SQLException("x", "57P01")));
        assertThat(SilentDatabase.caused(ended)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "53100", "22021", ""})
    void otherFailuresAreNot(String state) {
        assertThat(SilentDatabase.caused(new RuntimeException(new SQLException("x", state))))
                .isFalse();
        assertThat(SilentDatabase.caused(new IllegalStateException("x"))).isFalse();
    }
}
