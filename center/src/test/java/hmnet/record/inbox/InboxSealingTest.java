package hmnet.record.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.ground.directory.FacilityId;
import hmnet.record.filing.Papers;
import hmnet.record.filing.Ward;
import hmnet.record.inbox.ReceivedFile.Door;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What the tables of the inbox say to somebody without the key, and how an inbox of before comes under it.
class InboxSealingTest extends Ward {
    private static final String NAME = "架空 花子_2026_紹介状.txt";

    @Autowired
    InboxSealing inboxSealing;

    @Autowired
    Uploads uploads;

    @Test
    void aDumpSaysNoNameOfAFileAndNothingThatAReasonQuotes() {
        var clinic = hospital();
        var number = number();
        var kept = filed(
                clinic,
                Papers.of(number).profile(),
                new ReceivedFile(NAME, "見本の文章".getBytes(StandardCharsets.UTF_8), Door.FILES));
        assertThat(uploads.begin(clinic, Door.FILES, NAME, 10, null, "")).isPresent();
        for (var table : List.of("inbox", "inbox_outcome", "inbox_waiting", "upload")) {
            for (var word : List.of(number, "花子", "紹介状", "ADT-00", "no format begins")) {
                var bytes = HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8));
                assertThat(dump(table, clinic)).as(table).doesNotContain(word, bytes);
            }
        }
        assertThat(state(clinic, kept.getFirst()).path()).contains(number, "ADT-00");
        assertThat(state(clinic, kept.getLast()).path()).isEqualTo(NAME);
        assertThat(state(clinic, kept.getLast()).detail()).isNotBlank();
    }

    @Test
    void namesAndDetailsOfBeforeAreSealedAndReadAsTheyWere() {
        var clinic = hospital();
        var key = HexFormat.of().parseHex("00".repeat(24) + "%016x".formatted(clinic.value()));
        var id = db.sql("""
                        insert into inbox (facility, key, path, format, size, body) values (?, ?, ?, 5, 0, '')
                        returning id""").params(clinic.value(), key, NAME).query(Long.class).single();
        db.sql("insert into inbox_outcome (id, facility, state, reason, detail) values (?, ?, 3, 'other', 'PID-5 花子')")
                .params(id, clinic.value())
                .update();
        var before = inbox.state(clinic, id).orElseThrow();
        assertThat(before.path()).isEqualTo(NAME);
        assertThat(inboxSealing.paths()).isPositive();
        inboxSealing.all();
        assertThat(dump("inbox", clinic) + dump("inbox_outcome", clinic)).doesNotContain("花子");
        assertThat(inbox.state(clinic, id)).contains(before);
        assertThat(inboxSealing.paths() + inboxSealing.details())
                .as("nothing is left")
                .isZero();
    }

    @Test
    void anUploadThatWasCutIsFoundByItsSealedName() {
        var clinic = hospital();
        var sha256 = new byte[32];
        var begun = uploads.begin(clinic, Door.FILES, NAME, 10, sha256, "").orElseThrow();
        assertThat(uploads.begin(clinic, Door.FILES, NAME, 10, sha256, "")
                        .orElseThrow()
                        .id())
                .isEqualTo(begun.id());
        assertThat(uploads.begin(clinic, Door.FILES, NAME + "2", 10, sha256, "")
                        .orElseThrow()
                        .id())
                .isNotEqualTo(begun.id());
        assertThat(uploads.find(clinic, begun.id()).orElseThrow().path()).isEqualTo(NAME);
    }

    private String dump(String table, FacilityId facility) {
        return String.join(
                "\n",
                db.sql("select t::text from " + table + " t where facility = ?")
                        .param(facility.value())
                        .query(String.class)
                        .list());
    }
}
