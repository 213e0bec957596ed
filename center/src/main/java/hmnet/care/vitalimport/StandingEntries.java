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

    KeptEntry amend(ResidentCaller resident, ConflictLine line) {
        return pages.read(resident, ChartView.VITALS, chart -> find(chart, line.record()))
                .map(found -> entries.amend(resident, found, merged(found.entry(), line.entry())))
                .orElse(KeptEntry.NOWHERE);
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

    private static OwnEntry merged(OwnEntry stands, OwnEntry file) {
        var values = new EnumMap<OwnMeasure, BigDecimal>(OwnMeasure.class);
        values.putAll(stands.values());
        values.putAll(file.values());
        return new OwnEntry(
                stands.id(), stands.at(), values, words(stands.meal(), file.meal()), words(stands.note(), file.note()));
    }

    /// Words of both, as far as a field holds them.
    private static String words(String stands, String file) {
        if (file.isEmpty() || stands.contains(file)) {
            return stands;
        }
        var both = stands.isEmpty() ? file : stands + "\n" + file;
        return both.codePointCount(0, both.length()) <= EntryFields.WORDS_MAX ? both : stands;
    }
}
