package hmnet.record.numberreviews;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.record.filing.Papers;
import hmnet.record.filing.Ward;
import hmnet.record.inbox.FilingQueue;
import hmnet.record.inbox.InboxState.FileState;
import hmnet.record.inbox.RefilingRequests;
import hmnet.record.inbox.RefilingRequests.RefilingScope;
import hmnet.record.numberreviews.NumberDesk.AnswerResult;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/// A word is taken back while its message is being filed, or filed again.
class TakenBackWhileFiledTest extends Ward {
    @Autowired
    NumberDesk desk;

    @Autowired
    FilingQueue queue;

    @Autowired
    RefilingRequests requests;

    @Autowired
    TransactionTemplate transaction;

    private final String number = number();
    private FacilityId hospital = new FacilityId(0);
    private long kept;
    private long review;

    @BeforeEach
    void aMessageIsTakenForTheWomans() {
        hospital = hospital();
        var reception = reception();
        filed(hospital, Papers.of(number).profile());
        kept = filed(hospital, Papers.girl(number).visit()).getFirst().id();
        var asked = desk.list(false, reception).getFirst();
        review = asked.id();
        desk.decide(review, NumberDecision.SAME, asked.nearest(), "電話で確認", reception);
        settle(hospital);
    }

    @Test
    void filingAgainNeverPutsBackWhatWasTakenBackMeanwhile() throws SQLException {
        var before = live();
        var reception = reception();
        var id = Objects.requireNonNull(transaction.execute(status -> {
            queue.takeAll(hospital, List.of(number));
            var asked = ask();
            await(this::somebodyWaits);
            assertThat(desk.undo(review, reception)).isEqualTo(AnswerResult.DONE);
            return asked;
        }));
        await(() -> requests.state(id).finished());
        assertThat(live()).isEqualTo(before - 1);
        assertThat(inbox.state(hospital, kept).orElseThrow().state()).isEqualTo(FileState.QUARANTINED);
    }

    @Test
    void takingBackWaitsForWhatIsBeingFiledForTheNumber() throws SQLException {
        var before = live();
        var reception = reception();
        var undoing = transaction.execute(status -> {
            queue.takeAll(hospital, List.of(number));
            var other = CompletableFuture.supplyAsync(() -> desk.undo(review, reception));
            await(() -> other.isDone() || somebodyWaits());
            assertThat(other.isDone()).isFalse();
            return other;
        });
        assertThat(Objects.requireNonNull(undoing).join()).isEqualTo(AnswerResult.DONE);
        assertThat(live()).isEqualTo(before - 1);
    }

    private Requester reception() {
        return at(hospital, Profession.RECEPTION);
    }

    private long ask() {
        try (var connection = owner()) {
            var asking = new RefilingRequests(new JdbcTemplate(new SingleConnectionDataSource(connection, true)));
            var id = asking.ask(new RefilingScope(hospital, null, null, false), "operator");
            connection.commit();
            return id;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long live() throws SQLException {
        try (var connection = owner();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select count(*) from record where state = 1 and facility = " + hospital.value())) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
