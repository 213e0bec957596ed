package hmnet.care.search;

import hmnet.care.search.SearchScreen.SearchHit;
import hmnet.care.timeline.Line;
import hmnet.care.timeline.Lines;
import hmnet.care.viewer.ChartFrame.ChartTab;
import hmnet.care.viewer.ChartFrames;
import hmnet.care.viewer.RangeQuery;
import hmnet.care.viewer.Timelines;
import hmnet.ground.design.Frame;
import hmnet.record.charts.CareSpan;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartEntry;
import hmnet.record.charts.Origins;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/// Looks for words in what the grant shows of a chart (カルテ内検索). The store holds no words in the clear, so that rows are
/// opened newest first until enough is found or as much was looked at as one page may; the page says how far it looked.
@Component
class ChartSearch {
    private static final int FOUND = 60;
    private static final int LOOKED_AT = 20_000;
    private static final int BATCH = 1_000;
    private static final int ASKED_MAX = 100;
    private static final int PIECE = 160;

    private final ChartFrames chartFrames;
    private final Origins origins;

    ChartSearch(ChartFrames chartFrames, Origins origins) {
        this.chartFrames = chartFrames;
        this.origins = origins;
    }

    SearchScreen screen(Chart chart, String asked, RangeQuery range, Frame frame) {
        var shell = chartFrames.frame(chart, ChartTab.TIMELINE, frame.m());
        var typed = asked.strip().substring(0, Math.min(ASKED_MAX, asked.strip().length()));
        var terms = SearchTerms.of(typed, Synonyms::of);
        var pass = terms.isEmpty() ? new SearchPass(List.of(), Map.of(), null) : look(chart, terms, range, frame);
        var lines =
                new Lines(shell.path(), origins.of(chart, pass.hits()), chartFrames::name, frame.m()).of(pass.hits());
        return new SearchScreen(
                shell,
                typed,
                terms.each().stream()
                        .flatMap(spellings -> Synonyms.words(spellings.getFirst()))
                        .distinct()
                        .toList(),
                lines.stream()
                        .map(line -> new SearchHit(line, words(line, pass, shell.path())))
                        .toList(),
                day(pass.stopped()),
                pass.stopped() == null
                        ? null
                        : UriComponentsBuilder.fromPath(shell.path() + "/search")
                                .queryParam("q", "{q}")
                                .queryParam("before", "{before}")
                                .encode()
                                .buildAndExpand(typed, pass.stopped())
                                .toUriString());
    }

    private static @Nullable LocalDate day(@Nullable OffsetDateTime at) {
        return at == null ? null : at.atZoneSameInstant(ChartFrames.JAPAN).toLocalDate();
    }

    private static List<String> words(Line line, SearchPass pass, String path) {
        return Stream.concat(Stream.of(line.path()), line.others().stream())
                .map(address -> pass.pieces().get(address.substring((path + "/records/").length())))
                .filter(Objects::nonNull)
                .filter(piece -> !piece.equals(line.title()))
                .distinct()
                .toList();
    }

    private SearchPass look(Chart chart, SearchTerms terms, RangeQuery range, Frame frame) {
        var hits = new ArrayList<ChartEntry>();
        var pieces = new LinkedHashMap<String, String>();
        var until = range.span().until();
        for (var looked = 0; looked < LOOKED_AT; ) {
            var span = new CareSpan(CareSpan.all().from(), until);
            var page = chart.page(-1, Optional.empty(), span, BATCH);
            var batch = page.entries();
            for (var entry : batch) {
                var moved = !hits.isEmpty() && !Timelines.day(entry).equals(Timelines.day(hits.getLast()));
                if (hits.size() >= FOUND && moved) {
                    return new SearchPass(hits, pieces, start(hits.getLast()));
                }
                terms.in(SearchPieces.of(entry, chartFrames.name(entry.facility()), frame.m()))
                        .ifPresent(piece -> {
                            hits.add(entry);
                            pieces.put(entry.id().toString(), shortened(piece));
                        });
            }
            looked += batch.size();
            if (!page.older()) {
                return new SearchPass(hits, pieces, null);
            }
            until = batch.getLast().occurredAt();
        }
        return new SearchPass(hits, pieces, until);
    }

    private static OffsetDateTime start(ChartEntry entry) {
        return Timelines.day(entry).atStartOfDay(ChartFrames.JAPAN).toOffsetDateTime();
    }

    private static String shortened(String piece) {
        var plain = piece.replaceAll("\\s+", " ");
        return plain.codePointCount(0, plain.length()) <= PIECE
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, PIECE)) + "…";
    }

    /// What one page found.
    ///
    /// @param pieces by record, the piece that holds the first word
    /// @param stopped care before this was not looked at, null where nothing is left
    private record SearchPass(
            List<ChartEntry> hits,
            Map<String, String> pieces,
            @Nullable OffsetDateTime stopped) {}
}
