package hmnet.care.handbook;

import static hmnet.formats.model.code.RecordKind.CHECKUP;
import static hmnet.formats.model.code.RecordKind.LABORATORY;
import static hmnet.formats.model.code.RecordKind.LAB_SAFETY;

import hmnet.care.handbook.OwnCopy.CopyState.CopyBegun;
import hmnet.care.labsheet.ResultDays;
import hmnet.care.medicines.CurrentDrugs;
import hmnet.care.medicines.CurrentTable;
import hmnet.care.timeline.Lines;
import hmnet.care.viewer.ChartFrames;
import hmnet.consent.mypages.OwnHistory;
import hmnet.formats.base.SheetText;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Messages;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.ResidentCaller;
import hmnet.record.charts.CareSpan;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartEntry;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;

/// Writes the files of a copy (書き出しのZIP), a few hundred rows at a time: a page to read and print, tables
/// for a spreadsheet, and every row as FHIR. What pages of one's own leave open at their foot stands in the
/// page too.
@Component
class CopyWriter {
    static final String PAGE = "my-records.html";
    static final String RECORDS = "records.csv";
    static final String RESULTS = "results.csv";
    static final String HISTORY = "history.csv";
    static final String BUNDLE = "fhir-bundle.json";

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int ROWS = 200;
    private static final long ALL = mask(RecordKind.values());
    private static final long TOLD = ALL & ~RecordKind.PROFILE.mask();
    private static final long OF_RESULTS = mask(LABORATORY, LAB_SAFETY, CHECKUP);
    /// No copy holds its chart open for longer: a withdrawal waits for it.
    private static final long LONGEST_SECONDS = 120;
    /// The same for every copy: nothing but what is in a file tells one from another.
    private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

    private final ChartFrames frames;
    private final OwnChartPages ownPages;
    private final OwnHistory history;
    private final Pages pages;
    private final Clock clock;

    CopyWriter(ChartFrames frames, OwnChartPages ownPages, OwnHistory history, Pages pages, Clock clock) {
        this.frames = frames;
        this.ownPages = ownPages;
        this.history = history;
        this.pages = pages;
        this.clock = clock;
    }

    private static long mask(RecordKind... kinds) {
        return Arrays.stream(kinds).mapToLong(RecordKind::mask).reduce(0, (some, kind) -> some | kind);
    }

    void write(Chart chart, ResidentCaller resident, Frame frame, OwnCopy copy, OutputStream out) throws IOException {
        var progress = new CopyProgress(chart, copy);
        try (var zip = new ZipOutputStream(out)) {
            var m = frame.m();
            entry(zip, RECORDS, BYTE_ORDER_MARK + SheetText.line(words(m, "when", "facility", "kind", "what", "more")));
            each(chart, TOLD, progress, entries -> text(zip, records(entries, m)));
            entry(
                    zip,
                    RESULTS,
                    BYTE_ORDER_MARK
                            + SheetText.line(words(
                                    m,
                                    "when",
                                    "facility",
                                    "item",
                                    "specimen",
                                    "value",
                                    "unit",
                                    "range",
                                    "flag",
                                    "told")));
            each(chart, OF_RESULTS, progress, entries -> text(zip, results(entries, m)));
            entry(zip, HISTORY, BYTE_ORDER_MARK + SheetText.line(words(m, "part", "when", "what")));
            history.each(resident, m, line -> text(zip, SheetText.line(line)));
            bundle(chart, progress, zip);
            page(chart, frame, progress, zip);
        }
    }

    private static List<String> words(Messages m, String... columns) {
        return Stream.of(columns)
                .map(column -> m.t("my.export.column." + column))
                .toList();
    }

    private static void entry(ZipOutputStream zip, String name, String begins) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(ENTRY_TIME);
        zip.putNextEntry(entry);
        text(zip, begins);
    }

    private static void text(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /// What is done with some rows, newest first.
    private interface RowsUse {
        void of(List<ChartEntry> entries) throws IOException;
    }

    private void each(Chart chart, long kinds, CopyProgress progress, RowsUse use) throws IOException {
        var span = CareSpan.all();
        for (var more = true; more; ) {
            var page = chart.page(kinds, Optional.empty(), span, ROWS);
            use.of(page.entries());
            progress.add(page.entries().size());
            more = page.older();
            if (more) {
                span = new CareSpan(span.from(), page.entries().getLast().occurredAt());
            }
        }
    }

    private String records(List<ChartEntry> entries, Messages m) {
        return new Lines("", Map.of(), frames::name, m)
                .of(entries).stream()
                        .map(line -> SheetText.line(List.of(
                                line.day().toString(),
                                line.facility(),
                                m.t("kind." + line.kind().name()),
                                Stream.concat(Stream.ofNullable(line.state()), Stream.of(line.title()))
                                        .collect(Collectors.joining(" ")),
                                Stream.concat(
                                                line.values().stream()
                                                        .map(value -> value.struck()
                                                                ? m.t("my.export.struck", value.words())
                                                                : value.words()),
                                                line.more() > 0
                                                        ? Stream.of(m.t("handbook.more", line.more()))
                                                        : Stream.empty())
                                        .collect(Collectors.joining("\n")))))
                        .collect(Collectors.joining());
    }

    private String results(List<ChartEntry> entries, Messages m) {
        return ResultDays.of(entries, frames::name, m).stream()
                .flatMap(day -> day.results().stream()
                        .map(one -> List.of(
                                day.day().toString(),
                                day.facility(),
                                one.name(),
                                one.specimen(),
                                one.struck() ? m.t("my.export.struck", one.value()) : one.value(),
                                one.unit(),
                                one.range(),
                                one.outside() ? m.t("viewer.flag." + one.flag().word()) : "",
                                String.join("\n", one.told()))))
                .map(SheetText::line)
                .collect(Collectors.joining());
    }

    private void bundle(Chart chart, CopyProgress progress, ZipOutputStream zip) throws IOException {
        entry(zip, BUNDLE, "");
        var bundle = new CopyBundle(zip, clock.instant().truncatedTo(ChronoUnit.SECONDS));
        var until = CareSpan.all().until();
        for (var more = true; more; ) {
            var page = chart.page(
                    ALL, Optional.empty(), new CareSpan(CareSpan.all().from(), until), ROWS);
            if (!page.entries().isEmpty()) {
                var oldest = page.entries().getLast().occurredAt();
                for (var row : chart.documents(ALL, new CareSpan(oldest, until))) {
                    bundle.add(row);
                }
                until = oldest;
            }
            progress.add(page.entries().size());
            more = page.older();
        }
        bundle.end(chart.person());
    }

    private void page(Chart chart, Frame frame, CopyProgress progress, ZipOutputStream zip) throws IOException {
        var m = frame.m();
        var today = frames.today();
        var medicines = new OwnMedicinesScreen(
                today,
                CurrentDrugs.GRACE_DAYS,
                CurrentTable.of(CurrentDrugs.lastYear(chart, today), today, "", frames::name, m),
                frames.allergies(chart, m),
                ownPages.sources(chart, ALL, m));
        var model = new HashMap<String, Object>();
        model.put("person", chart.person());
        model.put("at", frames.now());
        model.put("page", medicines);
        entry(zip, PAGE, "<!doctype html>\n<html lang=\"" + m.language().tag() + "\">\n");
        text(
                zip,
                pages.render(
                        "care/handbook/copy-head",
                        frame,
                        Map.of("name", chart.person().name())));
        text(zip, "<body>\n");
        text(zip, pages.render("care/handbook/copy-current", frame, model));
        each(
                chart,
                OF_RESULTS,
                progress,
                entries -> text(
                        zip,
                        pages.render(
                                "care/labsheet/result-days",
                                frame,
                                Map.of("days", ResultDays.of(entries, frames::name, m)))));
        text(zip, "<h2>" + m.t("my.visits") + "</h2>\n");
        each(
                chart,
                TOLD,
                progress,
                entries -> text(
                        zip,
                        pages.render(
                                "care/handbook/copy-lines",
                                frame,
                                Map.of(
                                        "days",
                                        OwnVisitsScreen.days(new Lines("", Map.of(), frames::name, m).of(entries))))));
        text(zip, pages.render("care/handbook/copy-foot", frame, Map.of("sources", ownPages.sources(chart, ALL, m))));
        text(zip, "</body>\n</html>\n");
    }

    /// Tells the page how far it is, and stops what takes too long.
    private final class CopyProgress {
        private final OwnCopy copy;
        private final int all;
        private final Instant end = clock.instant().plusSeconds(LONGEST_SECONDS);
        private int done;

        CopyProgress(Chart chart, OwnCopy copy) {
            this.copy = copy;
            var told = count(chart, TOLD);
            var results = count(chart, OF_RESULTS);
            all = 2 * told + 2 * results + count(chart, ALL);
            copy.is(new CopyBegun(0, all));
        }

        private static int count(Chart chart, long kinds) {
            return chart.tally(kinds, CareSpan.all()).stream()
                    .mapToInt(month -> month.count())
                    .sum();
        }

        void add(int rows) {
            done += rows;
            copy.is(new CopyBegun(done, all));
            if (clock.instant().isAfter(end)) {
                throw new IllegalStateException("A copy took longer than " + LONGEST_SECONDS + " s");
            }
        }
    }
}
