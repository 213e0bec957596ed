package hmnet.care.vitalimport;

import hmnet.care.handbook.OwnChartPages;
import hmnet.care.viewer.ChartFrames;
import hmnet.care.vitalimport.ImportPreview.ConflictLine;
import hmnet.ground.directory.ResidentCaller;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartView;
import hmnet.record.ownrecords.EntryFields;
import hmnet.record.ownrecords.FiledEntry;
import hmnet.record.ownrecords.OwnEntries;
import hmnet.record.ownrecords.OwnEntries.KeptEntry;
import hmnet.record.ownrecords.OwnEntry;
import hmnet.record.ownrecords.OwnMeasure;
import hmnet.record.ownrecords.StandingEntry;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Puts records right by what a file says (食い違う記録の訂正): its numbers take the place of those of the same minute, and all
/// else of the record stays.
@Component
class StandingEntries {
    private final OwnChartPages pages;
    private final ChartFrames frames;
    private final OwnEntries entries;

    StandingEntries(OwnChartPages pages, ChartFrames frames, OwnEntries entries) {
        this.pages = pages;
        this.frames = frames;
        this.entries = entries;
    }

    /// Each record on its own; the first that cannot be put right ends it.
    KeptEntry amend(ResidentCaller resident, ConflictLine line) {
        for (var record : line.records()) {
            var amended = pages.read(resident, ChartView.VITALS, chart -> find(chart, record))
                    .flatMap(found ->
                            merged(found.entry(), line, record).map(entry -> entries.amend(resident, found, entry)))
                    .orElse(KeptEntry.NOWHERE);
            if (amended != KeptEntry.KEPT) {
                return amended;
            }
        }
        return KeptEntry.KEPT;
    }

    private Optional<StandingEntry> find(Chart chart, UUID record) {
        return chart.document(record)
                .filter(document -> frames.isHandbook(document.entry().facility()))
                .flatMap(document -> FiledEntry.find(document.bundle())
                        .flatMap(entry -> document.entry()
                                .patient()
                                .map(patient -> new StandingEntry(
                                        entry, document.entry().facility(), patient))));
    }

    /// Nothing where the words of both do not fit into one field: none of them is left out in silence.
    private static Optional<OwnEntry> merged(OwnEntry stands, ConflictLine line, UUID record) {
        var values = new EnumMap<OwnMeasure, BigDecimal>(OwnMeasure.class);
        values.putAll(stands.values());
        values.putAll(line.into(record));
        var takesWords = record.equals(line.records().getFirst());
        var meal = takesWords ? words(stands.meal(), line.left().meal()) : stands.meal();
        var note = takesWords ? words(stands.note(), line.left().note()) : stands.note();
        return fits(meal) && fits(note)
                ? Optional.of(new OwnEntry(stands.id(), stands.at(), values, meal, note))
                : Optional.empty();
    }

    private static String words(String stands, String file) {
        if (file.isEmpty() || stands.contains(file)) {
            return stands;
        }
        return stands.isEmpty() ? file : stands + "\n" + file;
    }

    private static boolean fits(String words) {
        return words.codePointCount(0, words.length()) <= EntryFields.WORDS_MAX;
    }
}
