package hmnet.ground.database;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.Centre;
import hmnet.ground.approval.Approval;
import hmnet.ground.approval.Approvals;
import hmnet.ground.approval.Subject;
import hmnet.ground.keys.Keys;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What waited for a second person, and what was answered, is known after the upgrade too (承認の引継ぎ).
class ApprovalsTakenOverTest extends Centre {
    private static final String LESSER = "0a000000-0000-4000-8000-000000000001";
    private static final String GREATER = "f0000000-0000-4000-8000-000000000002";

    /// Only what is moved: the rows that it refers to are left out, but for the staff.
    private static final String BEFORE = """
            set session_replication_role = replica;
            insert into staff (id, facility, login, name, profession) overriding system value values
                (1, 9, 'first', '見本 一', 'operator'), (2, 9, 'second', '見本 二', 'operator');
            insert into review_proposal (review, staff, decision, as_of, state, second, settled_at) values
                (5, 1, 'SAME', 71, 'differed', 2, now()), (5, 1, 'SAME', 72, 'stale', null, now()),
                (5, 1, 'DIFFERENT', 73, 'withdrawn', null, now()), (5, 1, 'SAME', 74, 'confirmed', 2, now()),
                (5, 2, 'UNDO', 74, 'open', null, null);
            insert into join_proposal (person, other, why, staff, as_of, state, second, settled_at) values
                ('%2$s', '%1$s', 'a', 1, 81, 'withdrawn', 2, now()), ('%2$s', '%1$s', 'b', 1, 82, 'withdrawn', 1, now()),
                ('%1$s', '%2$s', 'c', 1, 83, 'confirmed', 2, now()), ('%1$s', '%2$s', 'd', 1, 84, 'stale', null, now()),
                ('%2$s', '%1$s', 'e', 2, 85, 'open', null, null);
            insert into exchange_right_asked (facility, errand, asked_by) values (12, 'pix', 1);
            insert into protection (person, began_by, asked_by, checked_how, ending_asked_at, ending_asked_by, ending_why,
                                    ended_at, ended_by) values
                ('%1$s', 1, 'person', 'photo', now(), 1, 'f', now(), 2),
                ('%1$s', 1, 'person', 'photo', now(), 2, '幻灯院様', null, null),
                ('%2$s', 1, 'person', 'photo', null, null, null, null, null);
            """.formatted(LESSER, GREATER);

    @Autowired
    private Accounts accounts;

    @Autowired
    private Flyway flyway;

    @Autowired
    private Keys keys;

    private @Nullable OlderDatabase older;

    @BeforeEach
    void anotherDatabase() {
        older = new OlderDatabase("approvals_taken_over", accounts, flyway);
        older.takenOver("20261128.0200", BEFORE);
    }

    @AfterEach
    void itIsGone() {
        older().drop();
    }

    private OlderDatabase older() {
        return Objects.requireNonNull(older);
    }

    @Test
    void whatWaitedStillWaitsAndWhatWasAnsweredKeepsItsAnswer() {
        var both = LESSER + " " + GREATER;
        var register = Approvals.beside(JdbcClient.create(older().db()), keys);
        var rows = Stream.of(
                        new Subject("join", both),
                        new Subject("protection-end", LESSER),
                        new Subject("region-right", "12 pix"),
                        new Subject("review", "5"))
                .flatMap(subject -> register.of(subject).stream())
                .map(ApprovalsTakenOverTest::words)
                .toList();
        assertThat(rows)
                .containsExactly(
                        "join|" + both + "|" + GREATER + "|a|81|1|refused|2",
                        "join|" + both + "|" + GREATER + "|b|82|1|withdrawn|1",
                        "join|" + both + "|" + LESSER + "|c|83|1|confirmed|2",
                        "join|" + both + "|" + LESSER + "|d|84|1|lapsed",
                        "join|" + both + "|" + GREATER + "|e|85|2|open",
                        "protection-end|" + LESSER + "||f|0|1|confirmed|2",
                        "protection-end|" + LESSER + "||幻灯院様|0|2|open",
                        "region-right|12 pix|||0|1|open",
                        "review|5|SAME||71|1|refused|2",
                        "review|5|SAME||72|1|lapsed",
                        "review|5|DIFFERENT||73|1|withdrawn|1",
                        "review|5|SAME||74|1|confirmed|2",
                        "review|5|UNDO||74|2|open");
    }

    /// Reasons are what people type: none of them stands in the table's file.
    @Test
    void noReasonIsLeftInTheFile() {
        var db = older().db();
        db.execute("checkpoint");
        var file = db.queryForObject("select pg_read_binary_file(pg_relation_filepath('approval'))", byte[].class);
        assertThat(new String(file, StandardCharsets.UTF_8))
                .contains("protection-end")
                .doesNotContain("幻灯院");
    }

    private static String words(Approval one) {
        var second = one.second();
        return String.join(
                "|",
                one.subject().kind(),
                one.subject().key(),
                one.what(),
                one.why(),
                Long.toString(one.asOf()),
                Long.toString(one.by().number()) + "|" + one.state().word()
                        + (second == null ? "" : "|" + second.number()));
    }
}
