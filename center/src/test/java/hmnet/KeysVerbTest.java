package hmnet;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.ground.database.EmbeddedDatabase;
import hmnet.ground.keys.KeySettings;
import hmnet.ground.keys.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// The verb `keys` beside a centre at work, and starts with keys that are not the database's (鍵のコマンド).
class KeysVerbTest {
    @TempDir
    Path folder;

    /// G5, G9.
    @Test
    void keysAreChangedBesideACentreAtWorkAndWithOthersItDoesNotStart() throws Exception {
        var data = folder.resolve("data");
        try (var centre = started(data)) {
            centre.line("started:");
            var before = masters(data);
            assertThat(verb(data, 0, "status")).contains("master: file master-", "ring: ", "not finished: 0");
            var events = events(data);
            assertThat(verb(data, 0, "rotate")).contains("keys: rotated");
            assertThat(masters(data)).hasSize(1).doesNotContainAnyElementsOf(before);
            facility(data);
            twoAgree(data);
            assertThat(verb(data, 64, "erase", "--facility", "3499999999", "--yes", "3499999998"))
                    .contains("nothing was erased");
            assertThat(verb(data, 0, "erase", "--facility", "3499999999", "--yes", "3499999999"))
                    .contains("keys: destroyed=");
            assertThat(verb(data, 64, "erase", "--facility", "3499999999", "--yes", "3499999999"))
                    .contains("Nobody has agreed");
            assertThat(events(data)).as("begun, done, asked, erased").isEqualTo(events + 4);
            centre.interrupt();
            centre.exit();
        }
        refused(data, data.resolve("ring/ring.keys"), "The ring");
        refused(data, data.resolve("secrets/root.key"), "root.key is missing");
        refused(data, data.resolve("secrets").resolve(masters(data).getFirst()), "There is no key");
        try (var again = started(data)) {
            again.line("started:");
            again.interrupt();
            again.exit();
        }
    }

    /// Without the file the centre ends with 78, says so, and makes nothing in its place.
    private void refused(Path data, Path file, String why) throws Exception {
        var aside = folder.resolve("aside");
        Files.move(file, aside);
        try (var centre = started(data)) {
            assertThat(centre.exit()).as(centre.text()).isEqualTo(78);
            assertThat(centre.text()).contains(why);
        }
        assertThat(file).doesNotExist();
        Files.move(aside, file);
    }

    private Child started(Path data) throws IOException {
        return Child.of(
                folder, List.of("start"), "HMNET_DATA", data.toString(), "HMNET_PORT", "0", "HMNET_FIGURES_PORT", "0");
    }

    private String verb(Path data, int exit, String... words) throws Exception {
        var arguments = new ArrayList<>(List.of("keys"));
        arguments.addAll(List.of(words));
        arguments.addAll(List.of("--data", data.toString()));
        try (var child = Child.of(folder, arguments)) {
            assertThat(child.exit()).as(child.text()).isEqualTo(exit);
            return child.text();
        }
    }

    private static List<String> masters(Path data) throws IOException {
        try (var files = Files.list(data.resolve("secrets"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("master"))
                    .toList();
        }
    }

    private static void facility(Path data) {
        owner(data)
                .update("insert into facility (code, kind, name, direction)"
                        + " values ('3499999999', 'hospital', '見本閉院病院', 'disclose+view')");
    }

    /// The verb alone asks; a second officer, here at the table instead of at the page, agrees.
    private void twoAgree(Path data) throws Exception {
        owner(data).update("""
                with office as (insert into facility (code, kind, name, direction)
                                values ('3499999998', 'office', '見本事務局', 'disclose+view') returning id)
                insert into staff (facility, login, name, profession)
                select office.id, login, '見本 運用', profession from office,
                       (values ('officer1', 'operator'), ('officer2', 'operator'), ('nurse', 'nurse')) as s(login, profession)""");
        var erase = new String[] {"erase", "--facility", "3499999999", "--yes", "3499999999"};
        assertThat(verb(data, 64, "erase", "--facility", "3499999998", "--by", "officer1", "--why", "誤り"))
                .contains("whose keys seal the papers of consents");
        assertThat(verb(data, 64, erase)).contains("Nobody has agreed");
        assertThat(verb(data, 64, with(erase, "--by", "nurse", "--why", "閉院"))).contains("is no officer");
        assertThat(verb(data, 64, with(erase, "--by", "officer1"))).contains("--why WORDS");
        assertThat(verb(data, 0, with(erase, "--by", "officer1", "--why", "閉院")))
                .contains("nothing was erased; asked for")
                .doesNotContain("destroyed");
        assertThat(verb(data, 0, erase))
                .contains("another officer has to agree")
                .doesNotContain("destroyed");
        assertThat(owner(data).update("""
                        update approval set state = 'confirmed', settled_at = now(),
                                            settled_by = (select id from staff where login = 'officer2')
                         where kind = 'key-erasure'""")).isEqualTo(1);
    }

    private static String[] with(String[] words, String... more) {
        return Stream.of(words, more).flatMap(Stream::of).toArray(String[]::new);
    }

    private static int events(Path data) {
        return Objects.requireNonNull(owner(data).queryForObject("select count(*) from audit_event", Integer.class));
    }

    /// Attached to the server that the centre started; nobody stops it here.
    private static JdbcTemplate owner(Path data) {
        assertThat(EmbeddedDatabase.running(data)).isTrue();
        assertThat(Secrets.master(data, KeySettings.of(Map.of()))).isNotEmpty();
        var accounts = EmbeddedDatabase.open(data).accounts();
        return new JdbcTemplate(
                new DriverManagerDataSource(accounts.url(), accounts.ownerUser(), accounts.ownerPassword()));
    }
}
