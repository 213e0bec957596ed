package hmnet.care.notebook;

import hmnet.care.medicines.CurrentDrugs;
import hmnet.care.notebook.ReadNotebook.NotebookDispensing;
import hmnet.care.viewer.ChartFrames;
import hmnet.care.viewer.Timelines;
import hmnet.formats.model.chart.Demographics;
import hmnet.formats.model.extract.Extract;
import hmnet.formats.model.extract.PrescriptionExtract;
import hmnet.people.links.Person;
import hmnet.record.charts.CareSpan;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartEntry;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a notebook says, beside what stands in the chart, before anything is kept (取り込みの下見).
///
/// @param whose how it names the person
/// @param lines the dispensings, in its order
/// @param beside what it says that is no dispensing, and is not taken in
record NotebookPreview(NotebookPerson whose, NotebookLikeness likeness, List<NotebookLine> lines, List<String> beside) {
    private static final int MOST = 1_000;

    /// As the notebook names the person.
    record NotebookPerson(
            String name, String kana, @Nullable LocalDate birth) {}

    /// Whether it is of the person whose page is open (本人との一致).
    enum NotebookLikeness {
        SAME,
        /// Another name, or no birth date: the person says whether it is theirs.
        UNSURE,
        /// Another birth date: it is somebody else's.
        OTHER;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// A dispensing (調剤の一件).
    ///
    /// @param known who else tells of all its drugs on that day; null where one is missing
    record NotebookLine(
            int place,
            LocalDate day,
            String by,
            List<String> drugs,
            @Nullable String known) {}

    static NotebookPreview of(ReadNotebook read, Chart chart, ChartFrames frames) {
        var days = read.dispensings().stream().map(NotebookPreview::day).toList();
        var standing = days.isEmpty() ? List.<ChartEntry>of() : standing(chart, days);
        return new NotebookPreview(
                whose(read),
                likeness(read, chart.person()),
                read.dispensings().stream()
                        .map(one -> new NotebookLine(
                                one.place(),
                                day(one),
                                one.by(),
                                drugs(one).toList(),
                                known(one, standing, frames).orElse(null)))
                        .toList(),
                read.beside());
    }

    /// Those that the chart does not tell of yet.
    Set<Integer> fresh() {
        return lines.stream()
                .filter(line -> line.known() == null)
                .map(NotebookLine::place)
                .collect(Collectors.toSet());
    }

    private static LocalDate day(NotebookDispensing one) {
        return one.sheet().at().atZoneSameInstant(ChartFrames.JAPAN).toLocalDate();
    }

    private static List<ChartEntry> standing(Chart chart, List<LocalDate> days) {
        var first = days.stream().min(LocalDate::compareTo).orElseThrow();
        var last = days.stream().max(LocalDate::compareTo).orElseThrow();
        var span = new CareSpan(
                first.atStartOfDay(ChartFrames.JAPAN).toOffsetDateTime(),
                last.plusDays(1).atStartOfDay(ChartFrames.JAPAN).toOffsetDateTime());
        return chart.entries(CurrentDrugs.KINDS, Optional.empty(), span, MOST);
    }

    private static Optional<String> known(NotebookDispensing one, List<ChartEntry> standing, ChartFrames frames) {
        var missing = drugs(one).map(NotebookPreview::folded).collect(Collectors.toSet());
        var told = new TreeSet<String>();
        for (var entry : standing) {
            if (Timelines.day(entry).equals(day(one))
                    && entry.extract().read() instanceof PrescriptionExtract extract
                    && missing.removeAll(extract.items().stream()
                            .map(item -> folded(item.name()))
                            .toList())) {
                told.add(frames.name(entry.facility()));
            }
        }
        return missing.isEmpty() && !told.isEmpty() ? Optional.of(String.join("、", told)) : Optional.empty();
    }

    private static Stream<String> drugs(NotebookDispensing one) {
        return one.parts().stream()
                .map(part -> Extract.read(part.kind(), part.extract()))
                .filter(PrescriptionExtract.class::isInstance)
                .map(PrescriptionExtract.class::cast)
                .flatMap(extract -> extract.items().stream())
                .map(PrescriptionExtract.DrugItem::name);
    }

    private static NotebookPerson whose(ReadNotebook read) {
        var said = said(read);
        return said.map(one -> new NotebookPerson(name(one), kana(one), one.birthDate()))
                .orElseGet(() -> new NotebookPerson("", "", null));
    }

    private static NotebookLikeness likeness(ReadNotebook read, Person person) {
        var said = said(read).orElse(null);
        if (said == null || said.birthDate() == null) {
            return NotebookLikeness.UNSURE;
        }
        if (!said.birthDate().equals(person.birthDate())) {
            return NotebookLikeness.OTHER;
        }
        var named = folded(name(said)).equals(folded(person.name()))
                || !kana(said).isBlank() && folded(kana(said)).equals(folded(person.kana()));
        return named ? NotebookLikeness.SAME : NotebookLikeness.UNSURE;
    }

    private static Optional<Demographics> said(ReadNotebook read) {
        return read.dispensings().stream().map(one -> one.sheet().person()).findFirst();
    }

    private static String name(Demographics said) {
        return (said.familyName() + " " + said.givenName()).strip();
    }

    private static String kana(Demographics said) {
        return (said.familyKana() + " " + said.givenKana()).strip();
    }

    /// Width, spaces and kind of kana do not matter.
    private static String folded(String words) {
        var plain = Normalizer.normalize(words, Normalizer.Form.NFKC).replaceAll("\\s", "");
        var folded = new StringBuilder();
        plain.chars().forEach(c -> folded.append((char) (c >= 'ぁ' && c <= 'ゖ' ? c + ('ァ' - 'ぁ') : c)));
        return folded.toString().toUpperCase(Locale.ROOT);
    }
}
