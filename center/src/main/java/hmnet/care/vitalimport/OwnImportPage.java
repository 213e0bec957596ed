package hmnet.care.vitalimport;

import static hmnet.formats.model.code.RecordKind.VITAL;

import hmnet.care.handbook.OwnChartPages;
import hmnet.care.viewer.ChartFrames;
import hmnet.care.vitalimport.ImportPreview.ConflictLine;
import hmnet.care.vitalimport.ImportPreview.NewImportLine;
import hmnet.care.vitalimport.MeasurementFile.ReadFileLine;
import hmnet.care.vitalimport.OwnImportScreen.ImportPreviewScreen;
import hmnet.formats.base.Unreadable;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.design.SentForm;
import hmnet.ground.directory.ResidentCaller;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.people.patients.PersonId;
import hmnet.record.charts.CareSpan;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartEntry;
import hmnet.record.charts.ChartView;
import hmnet.record.ownrecords.HandbookCharts;
import hmnet.record.ownrecords.OwnEntries;
import hmnet.record.ownrecords.OwnEntries.KeptEntry;
import hmnet.record.ownrecords.TypedEntry;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A resident takes in the file of a device or an app (測定ファイルの取り込み): chosen, its columns named, looked at, kept.
@Controller
class OwnImportPage {
    static final String ADDRESS = "/my/vitals/import";

    /// A form brings the file back in base 64.
    private static final int FORM_BYTES = MeasurementFile.BYTES * 4 / 3 + 4_096;

    private static final int STANDING = 20_000;
    private static final Set<String> TOLD = Set.of("kept", "already", "corrected");
    private static final Set<String> KNOWN = Set.of(
            "empty",
            "too-large",
            "too-many-lines",
            "too-many-columns",
            "column-too-long",
            "charset",
            "control-character",
            "quote-not-closed");

    private final OwnChartPages pages;
    private final ChartFrames frames;
    private final HandbookCharts handbook;
    private final OwnEntries entries;
    private final ColumnChoices choices;
    private final StandingEntries standing;

    OwnImportPage(
            OwnChartPages pages,
            ChartFrames frames,
            HandbookCharts handbook,
            OwnEntries entries,
            ColumnChoices choices,
            StandingEntries standing) {
        this.pages = pages;
        this.frames = frames;
        this.handbook = handbook;
        this.entries = entries;
        this.choices = choices;
        this.standing = standing;
    }

    @Rule(Right.SUBJECT_DECIDES)
    @GetMapping(ADDRESS)
    ResponseEntity<String> show(
            @RequestParam(required = false) @Nullable String told, ResidentCaller resident, Frame frame) {
        return shown(HttpStatus.OK, null, Pages.known(TOLD, told), resident, frame);
    }

    private ResponseEntity<String> shown(
            HttpStatus status, @Nullable String problem, @Nullable String told, ResidentCaller resident, Frame frame) {
        return writes(resident)
                ? pages.show(
                        status,
                        resident,
                        ChartView.VITALS,
                        "care/vitalimport/choose",
                        frame,
                        chart -> Optional.of(new OwnImportScreen(
                                problem, told, handbook.facility().isEmpty())))
                : pages.notFound(frame);
    }

    /// Who may decide for the person and reads what is measured.
    private static boolean writes(ResidentCaller resident) {
        var held = resident.representation();
        return resident.decides() && (held == null || (held.kinds() & VITAL.mask()) != 0);
    }

    /// A file that was chosen, or one whose columns were: nothing is kept yet.
    @Rule(Right.SUBJECT_DECIDES)
    @PostMapping(ADDRESS)
    ResponseEntity<String> read(HttpServletRequest request, ResidentCaller resident, Frame frame) throws IOException {
        return sent(request, resident, frame, (sent, file, data) -> {
            var person = new PersonId(resident.person());
            var chosen = sent.word("columns").equals("chosen");
            return pages.show(HttpStatus.OK, resident, ChartView.VITALS, "care/vitalimport/preview", frame, chart -> {
                var columns = columns(sent, chosen, person, file);
                if (chosen && columns.suffices()) {
                    choices.keep(person, file, columns);
                }
                return Optional.of(screen(
                        chart,
                        data,
                        UUID.randomUUID(),
                        file,
                        columns,
                        chosen,
                        chosen && !columns.suffices() ? "columns" : null));
            });
        });
    }

    private FileColumns columns(SentForm sent, boolean chosen, PersonId person, MeasurementFile file) {
        return chosen
                ? FileColumns.chosen(
                        field -> sent.word("column-" + field), file.head().size())
                : choices.of(person, file).orElseGet(() -> FileColumns.named(file.head()));
    }

    private ImportPreviewScreen screen(
            Chart chart,
            String data,
            UUID sending,
            MeasurementFile file,
            FileColumns columns,
            boolean chosen,
            @Nullable String problem) {
        return new ImportPreviewScreen(
                data,
                sending.toString(),
                file,
                columns,
                chosen,
                columns.suffices() ? preview(chart, file, columns, sending) : null,
                problem);
    }

    private ImportPreview preview(Chart chart, MeasurementFile file, FileColumns columns, UUID sending) {
        var lines = file.entries(columns, sending, frames.now());
        return ImportPreview.of(lines, KnownValues.of(own(chart, lines)));
    }

    /// What the handbook holds from the first to the last moment of the file.
    private List<ChartEntry> own(Chart chart, List<ReadFileLine> lines) {
        var moments = lines.stream()
                .flatMap(line ->
                        line.entry() instanceof TypedEntry.Good(var entry) ? Stream.of(entry.at()) : Stream.empty())
                .sorted()
                .toList();
        if (moments.isEmpty()) {
            return List.of();
        }
        var span = new CareSpan(
                moments.getFirst().minusMinutes(1), moments.getLast().plusMinutes(2));
        return ChartFrames.linked(chart).stream()
                .filter(frames::isHandbook)
                .flatMap(notebook -> chart.entries(VITAL.mask(), Optional.of(notebook), span, STANDING).stream())
                .toList();
    }

    /// What is new of it is kept, and what the person ticked is put right. It is read and compared anew: the
    /// handbook may hold more by now.
    @Rule(Right.SUBJECT_DECIDES)
    @PostMapping("/my/vitals/import/kept")
    ResponseEntity<String> keep(HttpServletRequest request, ResidentCaller resident, Frame frame) throws IOException {
        return sent(request, resident, frame, (sent, file, data) -> {
            var columns = FileColumns.read(sent.word("columns"), file.head().size());
            var sending = sending(sent.word("sending"));
            if (!columns.suffices() || sending.isEmpty()) {
                return shown(HttpStatus.UNPROCESSABLE_CONTENT, "columns", null, resident, frame);
            }
            return pages.read(
                            resident,
                            ChartView.VITALS,
                            chart -> Optional.of(preview(chart, file, columns, sending.get())))
                    .map(seen -> keep(sent, seen, resident, frame))
                    .orElseGet(() -> pages.notFound(frame));
        });
    }

    private ResponseEntity<String> keep(SentForm sent, ImportPreview seen, ResidentCaller resident, Frame frame) {
        var fresh = seen.fresh().stream()
                .limit(ImportPreviewScreen.AT_ONCE)
                .map(NewImportLine::entry)
                .toList();
        var kept = fresh.isEmpty() ? KeptEntry.ALREADY : entries.keep(resident, fresh);
        return switch (kept) {
            case DIFFERS -> shown(HttpStatus.UNPROCESSABLE_CONTENT, "differs", null, resident, frame);
            case TOO_MANY -> shown(HttpStatus.UNPROCESSABLE_CONTENT, "many", null, resident, frame);
            case NOWHERE -> shown(HttpStatus.UNPROCESSABLE_CONTENT, "nowhere", null, resident, frame);
            case KEPT, ALREADY -> {
                var ticked = seen.conflicts().stream()
                        .filter(line -> sent.word("replace-" + line.number()).equals("yes"))
                        .limit(ImportPreviewScreen.CONFLICTS)
                        .toList();
                yield corrected(ticked, kept, resident, frame);
            }
        };
    }

    private ResponseEntity<String> corrected(
            List<ConflictLine> ticked, KeptEntry kept, ResidentCaller resident, Frame frame) {
        for (var line : ticked) {
            var amended = standing.amend(resident, line);
            if (amended != KeptEntry.KEPT) {
                return shown(HttpStatus.UNPROCESSABLE_CONTENT, "not-corrected", null, resident, frame);
            }
        }
        var told = !ticked.isEmpty() ? "corrected" : kept == KeptEntry.KEPT ? "kept" : "already";
        return Pages.seeOther(ADDRESS + "?told=" + told);
    }

    private static Optional<UUID> sending(String word) {
        try {
            return Optional.of(UUID.fromString(word));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /// What is done with a file that was sent (送られたファイルの扱い).
    @FunctionalInterface
    private interface FileUse {
        ResponseEntity<String> of(SentForm sent, MeasurementFile file, String data);
    }

    private ResponseEntity<String> sent(HttpServletRequest request, ResidentCaller resident, Frame frame, FileUse use)
            throws IOException {
        var sent = SentForm.of(
                request.getContentType(), request.getContentLengthLong(), request.getInputStream(), FORM_BYTES);
        if (!writes(resident)) {
            return pages.notFound(frame);
        }
        if (sent.isEmpty()) {
            return shown(HttpStatus.UNPROCESSABLE_CONTENT, "too-large", null, resident, frame);
        }
        try {
            var bytes = bytes(sent.get());
            var file = MeasurementFile.read(bytes);
            if (isOfAnother(file, resident)) {
                return shown(HttpStatus.UNPROCESSABLE_CONTENT, "other-person", null, resident, frame);
            }
            return use.of(sent.get(), file, Base64.getEncoder().encodeToString(bytes));
        } catch (Unreadable refusal) {
            var code = refusal.note().code();
            return shown(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    KNOWN.contains(code) ? code : "unreadable",
                    null,
                    resident,
                    frame);
        }
    }

    /// Whether the file says another birth date than the person's.
    private boolean isOfAnother(MeasurementFile file, ResidentCaller resident) {
        var birth = file.birth();
        return birth != null
                && pages.read(
                                resident,
                                ChartView.VITALS,
                                chart -> Optional.of(chart.person().birthDate()))
                        .filter(birth::equals)
                        .isEmpty();
    }

    private static byte[] bytes(SentForm sent) throws Unreadable {
        var data = sent.word("data");
        try {
            return data.isEmpty() ? sent.file("file") : Base64.getDecoder().decode(data);
        } catch (IllegalArgumentException e) {
            throw new Unreadable("unreadable", 0, "", "no base 64");
        }
    }
}
