package hmnet.care.handbook;

import static hmnet.formats.model.code.RecordKind.DOCUMENT;

import hmnet.care.handbook.OwnPhotos.PhotoResult;
import hmnet.care.handbook.OwnPhotosScreen.PhotoLine;
import hmnet.care.handbook.OwnPhotosScreen.PhotoScreen;
import hmnet.care.viewer.ChartFrames;
import hmnet.care.viewer.RangeQuery;
import hmnet.care.viewer.Timelines;
import hmnet.formats.base.Unreadable;
import hmnet.formats.other.Attachments;
import hmnet.formats.other.FileKind;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.design.SentForm;
import hmnet.ground.design.TypedForm;
import hmnet.ground.directory.ResidentCaller;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.people.patients.MyNumber;
import hmnet.people.patients.PatientId;
import hmnet.record.charts.Chart;
import hmnet.record.charts.Chart.Document;
import hmnet.record.charts.ChartView;
import hmnet.record.examination.Examination;
import hmnet.record.ownrecords.FiledPhoto;
import hmnet.record.ownrecords.HandbookCharts;
import hmnet.record.ownrecords.OwnEntries;
import hmnet.record.ownrecords.OwnPhoto;
import hmnet.record.ownrecords.OwnPhotoKind;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Photographs of check-up sheets and other papers that a resident took (写真).
@Controller
class OwnPhotosPage {
    static final String ADDRESS = "/my/photos";

    private static final int PAGE = 50;
    private static final int WORDS = 200;
    private static final LocalDate EARLIEST = LocalDate.of(1950, 1, 1);
    private static final Set<String> TOLD = Set.of("kept", "already", "withdrawn");
    private static final String SANDBOX = "sandbox; default-src 'none'";

    private final OwnChartPages pages;
    private final ChartFrames frames;
    private final HandbookCharts handbook;
    private final OwnPhotos photos;
    private final OwnEntries entries;
    private final Examination examination;

    OwnPhotosPage(
            OwnChartPages pages,
            ChartFrames frames,
            HandbookCharts handbook,
            OwnPhotos photos,
            OwnEntries entries,
            Examination examination) {
        this.pages = pages;
        this.frames = frames;
        this.handbook = handbook;
        this.photos = photos;
        this.entries = entries;
        this.examination = examination;
    }

    @Rule(Right.SUBJECT_READS)
    @GetMapping(ADDRESS)
    ResponseEntity<String> show(
            RangeQuery query,
            @RequestParam(required = false) @Nullable String told,
            ResidentCaller resident,
            Frame frame) {
        return shown(HttpStatus.OK, query, Pages.known(TOLD, told), TypedForm.NOTHING, resident, frame);
    }

    private ResponseEntity<String> shown(
            HttpStatus status,
            RangeQuery query,
            @Nullable String told,
            TypedForm form,
            ResidentCaller resident,
            Frame frame) {
        return pages.show(
                status,
                resident,
                ChartView.DOCUMENTS,
                "care/handbook/photos",
                frame,
                chart -> Optional.of(screen(chart, query, told, form, resident)));
    }

    private OwnPhotosScreen screen(
            Chart chart, RangeQuery query, @Nullable String told, TypedForm form, ResidentCaller resident) {
        var notebook = handbook.facility();
        var page =
                notebook.map(facility -> chart.page(DOCUMENT.mask(), Optional.of(facility.id()), query.span(), PAGE));
        return new OwnPhotosScreen(
                told,
                writes(resident),
                notebook.isEmpty(),
                form.value("photo", UUID.randomUUID().toString()),
                frames.today(),
                form,
                page.stream()
                        .flatMap(found -> found.entries().stream())
                        .filter(entry -> OwnPhotoKind.titled(entry.title()).isPresent())
                        .map(entry -> new PhotoLine(entry.id(), entry.title(), Timelines.day(entry)))
                        .toList(),
                page.map(found -> OwnChartPages.older(ADDRESS, found)).orElse(null));
    }

    /// Who may decide for the person and reads documents.
    private static boolean writes(ResidentCaller resident) {
        var held = resident.representation();
        return resident.decides() && (held == null || (held.kinds() & DOCUMENT.mask()) != 0);
    }

    @Rule(Right.SUBJECT_DECIDES)
    @PostMapping(ADDRESS)
    ResponseEntity<String> keep(HttpServletRequest request, ResidentCaller resident, Frame frame) throws IOException {
        if (!writes(resident)) {
            return pages.notFound(frame);
        }
        var sent = SentForm.of(
                request.getContentType(),
                request.getContentLengthLong(),
                request.getInputStream(),
                OwnPhotos.MAX_BYTES);
        if (sent.isEmpty()) {
            return refused(new TypedForm(Map.of(), Map.of("file", "large")), resident, frame);
        }
        var form = sent.get();
        var problems = problems(form);
        if (!problems.isEmpty()) {
            return refused(typed(form, problems), resident, frame);
        }
        var files = form.files("file").stream()
                .filter(file -> file.bytes().length > 0)
                .toList();
        return switch (photos.drawn(files)) {
            case PhotoResult.Unkept(var why) -> refused(typed(form, Map.of("file", why)), resident, frame);
            case PhotoResult.Drawn(var drawn) -> {
                var photo = new OwnPhoto(
                        UUID.fromString(form.word("photo")),
                        OwnPhotoKind.of(form.word("kind")).orElseThrow(),
                        TypedForm.day(form.word("day")).orElseThrow(),
                        form.word("place"),
                        form.word("words"),
                        drawn);
                yield switch (photos.keep(resident, photo)) {
                    case KEPT -> Pages.seeOther(ADDRESS + "?told=kept");
                    case ALREADY -> Pages.seeOther(ADDRESS + "?told=already");
                    case DIFFERS -> refused(typed(form, Map.of("file", "differs")), resident, frame);
                    case TOO_MANY -> refused(typed(form, Map.of("file", "too-many")), resident, frame);
                    case NOWHERE -> refused(typed(form, Map.of("file", "nowhere")), resident, frame);
                };
            }
        };
    }

    private Map<String, String> problems(SentForm form) {
        var problems = new HashMap<String, String>();
        if (!form.word("photo").matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            problems.put("file", "form");
        }
        if (OwnPhotoKind.of(form.word("kind")).isEmpty()) {
            problems.put("kind", "kind");
        }
        var day = TypedForm.day(form.word("day"));
        if (day.isEmpty() || day.get().isBefore(EARLIEST)) {
            problems.put("day", "day");
        } else if (day.get().isAfter(frames.today())) {
            problems.put("day", "future");
        }
        for (var field : new String[] {"place", "words"}) {
            if (form.word(field).length() > WORDS) {
                problems.put(field, "long");
            } else if (MyNumber.standsIn(form.word(field))) {
                problems.put(field, "my-number");
            }
        }
        var files = form.files("file").stream()
                .filter(file -> file.bytes().length > 0)
                .count();
        if (files == 0) {
            problems.putIfAbsent("file", "file");
        } else if (files > OwnPhotos.PAGES) {
            problems.put("file", "many");
        }
        return problems;
    }

    private static TypedForm typed(SentForm form, Map<String, String> problems) {
        var values = new HashMap<String, String>();
        Stream.of("photo", "kind", "day", "place", "words").forEach(field -> values.put(field, form.word(field)));
        return new TypedForm(values, problems);
    }

    private ResponseEntity<String> refused(TypedForm form, ResidentCaller resident, Frame frame) {
        return shown(HttpStatus.UNPROCESSABLE_CONTENT, new RangeQuery(null, null), null, form, resident, frame);
    }

    @Rule(Right.SUBJECT_READS)
    @GetMapping("/my/photos/{id}")
    ResponseEntity<String> one(@PathVariable UUID id, ResidentCaller resident, Frame frame) {
        return pages.show(
                HttpStatus.OK,
                resident,
                ChartView.RECORD,
                "care/handbook/photo",
                frame,
                chart -> find(chart, id)
                        .flatMap(found -> FiledPhoto.find(found.bundle()))
                        .map(photo -> new PhotoScreen(id, photo, writes(resident))));
    }

    /// A picture; examined anew before it is handed out, as every attached file is.
    @Rule(Right.SUBJECT_READS)
    @GetMapping("/my/photos/{id}/{page}")
    ResponseEntity<?> picture(@PathVariable UUID id, @PathVariable int page, ResidentCaller resident, Frame frame) {
        var sent = pages.read(
                        resident,
                        ChartView.FILE,
                        chart -> find(chart, id).map(found -> Attachments.sent(found.bundle())))
                .filter(all -> page >= 1 && page <= all.size())
                .map(all -> all.get(page - 1));
        if (sent.isEmpty()) {
            return pages.notFound(frame);
        }
        try {
            var file = examination.examine(sent.get().content(), "");
            return file.type() == FileKind.JPEG
                    ? ResponseEntity.ok()
                            .contentType(MediaType.IMAGE_JPEG)
                            .cacheControl(CacheControl.noStore())
                            .header("Content-Security-Policy", SANDBOX)
                            .header("X-Content-Type-Options", "nosniff")
                            .header("Cross-Origin-Resource-Policy", "same-origin")
                            .body(file.content())
                    : pages.notFound(frame);
        } catch (Unreadable refusal) {
            return pages.notFound(frame);
        }
    }

    @Rule(Right.SUBJECT_DECIDES)
    @PostMapping("/my/photos/{id}/withdraw")
    ResponseEntity<String> withdraw(@PathVariable UUID id, ResidentCaller resident, Frame frame) {
        var standing = writes(resident)
                ? pages.read(
                        resident, ChartView.RECORD, chart -> find(chart, id).flatMap(OwnPhotosPage::standing))
                : Optional.<StandingPhoto>empty();
        return standing.map(found -> switch (entries.withdraw(
                        resident,
                        found.document().entry().facility(),
                        found.patient(),
                        found.photo().gone())) {
                    case KEPT, ALREADY -> Pages.seeOther(ADDRESS + "?told=withdrawn");
                    case DIFFERS, TOO_MANY, NOWHERE -> pages.notFound(frame);
                })
                .orElseGet(() -> pages.notFound(frame));
    }

    /// A photograph and the chart that it stands in.
    private record StandingPhoto(FiledPhoto photo, Document document, PatientId patient) {}

    private static Optional<StandingPhoto> standing(Document document) {
        return FiledPhoto.find(document.bundle())
                .flatMap(photo ->
                        document.entry().patient().map(patient -> new StandingPhoto(photo, document, patient)));
    }

    /// Of the handbook alone: what facilities sent has pages of its own.
    private Optional<Document> find(Chart chart, UUID id) {
        return chart.document(id)
                .filter(document -> frames.isHandbook(document.entry().facility()));
    }
}
