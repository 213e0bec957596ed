package hmnet.formats.check.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.check.CheckedFile;
import hmnet.formats.check.Conversion;
import hmnet.formats.check.Readers;
import hmnet.formats.file.Format;
import hmnet.formats.file.Samples;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Each field of a file that holds a value goes where the table of its format says, and never away in silence.
class AccountTest {
    private static final String NAME =
            "000/123/0001234567/20260401/OMP-01/0001234567_20260401_OMP-01_000000000000123_20260401102030456_01_1";

    /// What orders, and what reports; all others are looked at when the tables are written.
    private static final String KINDS = ".*(OMP-01|OML-11).*";

    private static byte[] prescription(String was, String is) {
        var text = new String(Objects.requireNonNull(Hl7Seeds.stored().get("./" + NAME)), StandardCharsets.UTF_8);
        assertThat(text).contains(was);
        return text.replace(was, is).getBytes(StandardCharsets.UTF_8);
    }

    private static List<Note> notes(byte[] bytes) {
        return CheckedFile.of(NAME, NAME, bytes).notes();
    }

    @Test
    void aFieldThatIsNotCarriedIsNamedButNotItsValue() {
        var notes = notes(prescription("|F|||", "|F|架空花代||"));
        assertThat(notes)
                .filteredOn(note -> note.field().startsWith("PID-9.1"))
                .singleElement()
                .satisfies(note -> assertThat(note.code() + " " + note.text()).isEqualTo("not-carried words ×1"));
        assertThat(notes).noneMatch(note -> note.toString().contains("架空花代"));
    }

    @Test
    void aLostPartOfADoseIsToldByACodeOfItsOwn() throws Unreadable {
        var bytes = prescription("&JAMISDP01|||14^d", "&JAMISDP01^731.25|||14^d");
        assertThat(notes(bytes))
                .filteredOn(note -> note.field().startsWith("TQ1(RXE)-3.2"))
                .extracting(Note::code)
                .containsOnly("dosing-not-carried");
        assertThat(Conversion.of(NAME, bytes, Format.FHIR).notes())
                .extracting(Note::code)
                .contains("dosing-not-carried");
    }

    @Test
    void whatNoTableKnowsIsNotCarried() throws Unreadable {
        var bytes = prescription("RXR|", "ZZZ|1|見知らぬ項目\rRXR|");
        var account = FileAccount.of(Readers.read(NAME, bytes), bytes);
        assertThat(account.unknown()).contains("ZZZ-2.1");
        assertThat(account.notes()).extracting(Note::field).contains("ZZZ-2.1");
    }

    @Test
    void everyFieldOfAMessageGoesWhereTheTableSays() {
        var seeds = new TreeMap<>(Hl7Seeds.stored());
        seeds.keySet().removeIf(name -> !name.matches(KINDS));
        assertThat(different("ssmix2", seeds)).isEmpty();
    }

    @Test
    void everyColumnOfARecordGoesWhereTheTableSays() {
        for (var table : List.of("jahis-rx", "jahis-tc", "nsips")) {
            assertThat(different(table, Seeds.of(table))).as(table).isEmpty();
        }
    }

    @Test
    void everyElementOfAFileInXmlGoesWhereTheTableSays() {
        for (var table : List.of("cda", "mml", "orca")) {
            assertThat(different(table, Seeds.of(table))).as(table).isEmpty();
        }
    }

    /// Where a table tells another place than the file shows: one line to write the tables anew stands in
    /// formats/README.md.
    private static List<String> different(String table, Map<String, byte[]> seeds) {
        var lines =
                AccountTable.of(Format.valueOf(table.toUpperCase(Locale.ROOT).replace('-', '_')));
        var different = new ArrayList<String>();
        AccountTables.own(table, seeds).found().forEach((place, went) -> {
            var line = lines.line(new FileValue(place.scope(), place.path(), "", 0));
            var shown = AccountTables.known(table, place.path(), went);
            if (line.to() != shown && !line.words().endsWith(AccountTables.SAMPLE.strip())) {
                different.add(place + " is " + shown.code() + ", the table says "
                        + line.to().code());
            }
        });
        return different;
    }

    /// The sum of what went somewhere, of what is structure and of what a note names is all that the file says.
    @Test
    void everyValueOfEverySampleHasItsAccount() throws Unreadable {
        assumeTrue(Samples.present(), "the shared folder is absent");
        var sums = new TreeMap<String, Map<Destination, Integer>>();
        var unknown = new ArrayList<String>();
        for (var files : Seeds.samples().values()) {
            for (var file : files.entrySet()) {
                var read = Readers.read(file.getKey(), file.getValue());
                var account = FileAccount.of(read, file.getValue());
                var noted = account.notCarried().stream()
                        .mapToInt(FileAccount.LostField::values)
                        .sum();
                assertThat(account.counts().getOrDefault(Destination.NOT_CARRIED, 0))
                        .as(file.getKey())
                        .isEqualTo(noted);
                account.unknown().forEach(path -> unknown.add(read.format().code() + " " + path));
                account.counts()
                        .forEach((to, count) -> sums.computeIfAbsent(
                                        read.format().code(), none -> new EnumMap<>(Destination.class))
                                .merge(to, count, Integer::sum));
            }
        }
        sums.forEach((format, counts) -> System.out.println(format + " " + counts));
        assertThat(unknown.stream().distinct()).as("fields that no table knows").isEmpty();
    }
}
