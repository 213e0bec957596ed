package hmnet.care.notebook;

import static hmnet.formats.model.code.RecordKind.DISPENSING;
import static hmnet.formats.model.code.RecordKind.DOCUMENT;

import hmnet.care.drughistory.Handbook;
import hmnet.care.drughistory.HandbookDrugs;
import hmnet.care.handbook.OwnChartPages;
import hmnet.care.notebook.NotebookPreview.NotebookLikeness;
import hmnet.care.notebook.OwnNotebookScreen.OwnCodesSheet;
import hmnet.care.notebook.OwnNotebookScreen.ScannedScreen;
import hmnet.care.notebook.OwnNotebookScreen.TakenNotebook;
import hmnet.care.viewer.ChartFrames;
import hmnet.care.viewer.Timelines;
import hmnet.formats.base.Unreadable;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.design.SentForm;
import hmnet.ground.directory.ResidentCaller;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.record.charts.CareSpan;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartView;
import hmnet.record.ownrecords.HandbookCharts;
import hmnet.record.ownrecords.OwnEntries;
import hmnet.record.ownrecords.OwnEntries.KeptEntry;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A resident takes in what the codes of a medicine notebook say, and hands out what they take now (お薬手帳の読み取りと書き出し).
@Controller
class OwnNotebookPage {
    static final String ADDRESS = "/my/medicines/notebook";

    private static final int LISTED = 100;
    private static final DateTimeFormatter ID = DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT);
    private static final Charset MS932 = Charset.forName("MS932");
    private static final MediaType CSV = new MediaType("text", "csv", Charset.forName("Shift_JIS"));
    private static final Set<String> TOLD = Set.of("kept", "already", "withdrawn");
    private static final Set<String> KNOWN = Set.of(
            "nothing",
            "header",
            "parts-missing",
            "parts-mixed",
            "patient-contradicts",
            "characters",
            "my-number",
            "too-long");

    private final OwnChartPages pages;
    private final ChartFrames frames;
    private final HandbookCharts handbook;
    private final HandbookDrugs drugs;
    private final OwnEntries entries;
    private final Clock clock;

    OwnNotebookPage(
            OwnChartPages pages,
            ChartFrames frames,
            HandbookCharts handbook,
            HandbookDrugs drugs,
            OwnEntries entries,
            Clock clock) {
        this.pages = pages;
        this.frames = frames;
        this.handbook = handbook;
        this.drugs = drugs;
        this.entries = entries;
        this.clock = clock;
    }

    @Rule(Right.SUBJECT_DECIDES)
    @GetMapping(ADDRESS)
    ResponseEntity<String> show(
            @RequestParam(required = false) @Nullable String told, ResidentCaller resident, Frame frame) {
        return shown(HttpStatus.OK, "", null, Pages.known(TOLD, told), resident, frame);
    }

    private ResponseEntity<String> shown(
            HttpStatus status,
            String text,
            @Nullable String problem,
            @Nullable String told,
            ResidentCaller resident,
            Frame frame) {
        return writes(resident)
                ? pages.show(
                        status,
                        resident,
                        ChartView.MEDICINES,
                        "care/notebook/scan",
                        frame,
                        chart -> Optional.of(new OwnNotebookScreen(
                                text, problem, told, handbook.facility().isEmpty(), taken(chart))))
                : pages.notFound(frame);
    }

    /// The newest hundred documents of the handbook are looked at.
    private List<TakenNotebook> taken(Chart chart) {
        return handbook.facility().stream()
                .flatMap(facility ->
                        chart.entries(DOCUMENT.mask(), Optional.of(facility.id()), CareSpan.all(), LISTED).stream())
                .filter(entry -> entry.title().startsWith(ImportedDispensing.ORIGINAL))
                .map(entry -> new TakenNotebook(entry.id(), Timelines.day(entry), entry.title()))
                .toList();
    }

    /// What was taken in is taken back; that it stood there stays in the record's history.
    @Rule(Right.SUBJECT_DECIDES)
    @PostMapping("/my/medicines/notebook/{id}/withdraw")
    ResponseEntity<String> withdraw(@PathVariable UUID id, ResidentCaller resident, Frame frame) {
        if (!writes(resident)) {
            return pages.notFound(frame);
        }
        var standing = pages.read(
                resident,
                ChartView.RECORD,
                chart -> chart.document(id)
                        .filter(document -> frames.isHandbook(document.entry().facility())));
        return standing.flatMap(document -> document.entry()
                        .patient()
                        .flatMap(patient -> ImportedDispensing.find(
                                        document.bundle(), resident.person().toString())
                                .map(taken -> entries.withdraw(
                                        resident, document.entry().facility(), patient, taken))))
                .filter(kept -> kept == KeptEntry.KEPT)
                .map(kept -> Pages.seeOther(ADDRESS + "?told=withdrawn"))
                .orElseGet(() -> pages.notFound(frame));
    }

    /// Who may decide for the person and reads what is dispensed.
    private static boolean writes(ResidentCaller resident) {
        var held = resident.representation();
        return resident.decides() && (held == null || (held.kinds() & DISPENSING.mask()) != 0);
    }

    /// What was scanned, pasted or chosen as a file, to be looked at first.
    @Rule(Right.SUBJECT_DECIDES)
    @PostMapping(ADDRESS)
    ResponseEntity<String> read(HttpServletRequest request, ResidentCaller resident, Frame frame) throws IOException {
        var sent = SentForm.of(
                request.getContentType(),
                request.getContentLengthLong(),
                request.getInputStream(),
                ReadNotebook.TEXT_MAX);
        if (sent.isEmpty()) {
            return refused("", "too-long", resident, frame);
        }
        var file = sent.get().file("file");
        var text = file.length > 0 ? new String(file, MS932) : sent.get().word("text");
        try {
            var read = file.length > 0 ? ReadNotebook.of(file) : ReadNotebook.of(text);
            return preview(HttpStatus.OK, read, null, resident, frame);
        } catch (Unreadable refusal) {
            return refused(text, problem(refusal), resident, frame);
        }
    }

    private ResponseEntity<String> preview(
            HttpStatus status, ReadNotebook read, @Nullable String problem, ResidentCaller resident, Frame frame) {
        return writes(resident)
                ? pages.show(
                        status,
                        resident,
                        ChartView.MEDICINES,
                        "care/notebook/preview",
                        frame,
                        chart -> Optional.of(new ScannedScreen(
                                NotebookPreview.of(read, chart, frames),
                                Base64.getEncoder()
                                        .encodeToString(read.file().bytes().bytes()),
                                problem)))
                : pages.notFound(frame);
    }

    private ResponseEntity<String> refused(String text, String problem, ResidentCaller resident, Frame frame) {
        return shown(HttpStatus.UNPROCESSABLE_CONTENT, text, problem, null, resident, frame);
    }

    private static String problem(Unreadable refusal) {
        var code = refusal.note().code();
        return KNOWN.contains(code) ? code : "unreadable";
    }

    /// What is new of it is kept. It is read and compared anew: the chart may say more by now.
    ///
    /// @param notebook its bytes in base64: what a form does to line ends and characters does not reach them
    /// @param mine `yes` where the person said that it is theirs
    @Rule(Right.SUBJECT_DECIDES)
    @PostMapping("/my/medicines/notebook/kept")
    ResponseEntity<String> keep(
            @RequestParam(defaultValue = "") String notebook,
            @RequestParam(defaultValue = "") String mine,
            ResidentCaller resident,
            Frame frame) {
        if (!writes(resident)) {
            return pages.notFound(frame);
        }
        byte[] file;
        try {
            file = Base64.getDecoder().decode(notebook);
        } catch (IllegalArgumentException notOurs) {
            return refused("", "unreadable", resident, frame);
        }
        var text = new String(file, MS932);
        ReadNotebook read;
        try {
            read = ReadNotebook.of(file);
        } catch (Unreadable refusal) {
            return refused(text, problem(refusal), resident, frame);
        }
        var seen = pages.read(
                resident, ChartView.MEDICINES, chart -> Optional.of(NotebookPreview.of(read, chart, frames)));
        if (seen.isEmpty()) {
            return pages.notFound(frame);
        }
        if (seen.get().likeness() == NotebookLikeness.OTHER
                || seen.get().likeness() == NotebookLikeness.UNSURE && !mine.equals("yes")) {
            var why = seen.get().likeness() == NotebookLikeness.OTHER ? null : "mine";
            return preview(HttpStatus.UNPROCESSABLE_CONTENT, read, why, resident, frame);
        }
        var fresh = seen.get().fresh();
        var person = resident.person().toString();
        var contents = read.dispensings().stream()
                .filter(one -> fresh.contains(one.place()))
                .map(one -> new ImportedDispensing(one, person))
                .toList();
        if (contents.isEmpty()) {
            return Pages.seeOther(ADDRESS + "?told=already");
        }
        return switch (entries.keep(resident, contents)) {
            case KEPT -> Pages.seeOther(ADDRESS + "?told=kept");
            case ALREADY -> Pages.seeOther(ADDRESS + "?told=already");
            case DIFFERS -> refused(text, "differs", resident, frame);
            case TOO_MANY -> refused(text, "many", resident, frame);
            case NOWHERE -> refused(text, "nowhere", resident, frame);
        };
    }

    /// What is taken now as codes, for a pharmacy or another notebook.
    @Rule(Right.SUBJECT_READS)
    @GetMapping("/my/medicines/codes")
    ResponseEntity<String> codes(ResidentCaller resident, Frame frame) {
        return pages.show(
                HttpStatus.OK,
                resident,
                ChartView.HANDBOOK,
                "care/notebook/codes",
                frame,
                chart -> Optional.of(codes(chart)));
    }

    private OwnCodesSheet codes(Chart chart) {
        var written = written(chart);
        return new OwnCodesSheet(
                frames.today(),
                written.drugs(),
                written.left(),
                written.notes(),
                written.isEmpty()
                        ? List.of()
                        : written.codes(ID.format(LocalDateTime.ofInstant(clock.instant(), ChartFrames.JAPAN))));
    }

    private Handbook written(Chart chart) {
        var read = drugs.of(chart);
        return Handbook.of(chart.person(), read.medicines(), read.lost());
    }

    @Rule(Right.SUBJECT_READS)
    @GetMapping("/my/medicines/codes/file")
    ResponseEntity<?> file(ResidentCaller resident, Frame frame) {
        return pages.read(resident, ChartView.HANDBOOK_FILE, chart -> Optional.of(written(chart)))
                .filter(written -> !written.isEmpty())
                .<ResponseEntity<?>>map(written -> ResponseEntity.ok()
                        .contentType(CSV)
                        .cacheControl(CacheControl.noStore())
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename("okusuri-techo.csv")
                                        .build()
                                        .toString())
                        .body(written.file()))
                .orElseGet(() -> pages.notFound(frame));
    }
}
