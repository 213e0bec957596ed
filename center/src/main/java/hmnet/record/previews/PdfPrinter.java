package hmnet.record.previews;

import static java.nio.charset.StandardCharsets.UTF_8;

import hmnet.formats.other.FileKind;
import hmnet.record.previews.PagePicture.WhyUndrawn;
import hmnet.record.previews.ProgramRun.RunLimits;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Makes a PDF of a page of our own (PDF への印刷), by Chromium behind walls: without network, in a folder that is gone
/// afterwards. The page forbids scripts itself (its policy): Chromium prints by a script of its own and does nothing
/// without. What was written is read again, so that a character without a shape is told and never a
/// blank box in silence.
@Component
public class PdfPrinter {
    private static final Logger LOG = LoggerFactory.getLogger(PdfPrinter.class);
    private static final int MOST_BYTES = 8 << 20;
    /// A browser reserves far more than it uses: its memory is bounded by the size of the page and by time.
    private static final int RESERVED_MEGABYTES = 1 << 22;

    private static final String SHEET = "<!doctype html><html lang=\"ja\"><meta charset=\"utf-8\"><p>";
    private static final Pattern TAGS = Pattern.compile("(?s)<(style|title).*?</\\1>|<[^>]*>");
    /// Kana, kanji and what lies beyond: where fonts have holes.
    private static final int FIRST_CJK = 0x2E80;

    private final PreviewBench bench;
    private final Programs programs;
    private final RunLimits limits;
    private final Semaphore places;

    PdfPrinter(PreviewSettings settings) throws IOException {
        this.programs = new Programs(settings.programs());
        this.bench = new PreviewBench(programs, settings.folder());
        this.limits = new RunLimits(Duration.ofSeconds(settings.seconds() * 3L), RESERVED_MEGABYTES);
        this.places = new Semaphore(settings.processes(), true);
    }

    /// The packages to install before anything can be printed; none where all are here.
    public List<String> missing() {
        return Stream.of(PreviewProgram.CHROMIUM, PreviewProgram.PDFTOTEXT, PreviewProgram.WALLS)
                .filter(program -> !programs.have(program))
                .map(PreviewProgram::packages)
                .toList();
    }

    /// Prints a page, and before it a sheet of all its characters, to see which have no shape in any font of this
    /// machine.
    ///
    /// @param page the HTML, with a note on the characters that are given; none at first
    public PrintedPdf print(Function<Set<String>, String> page) {
        try {
            if (!places.tryAcquire(limits.time().toSeconds(), TimeUnit.SECONDS)) {
                return new PrintedPdf.Unprinted(WhyUndrawn.BUSY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new PrintedPdf.Unprinted(WhyUndrawn.BUSY);
        }
        try {
            var characters = characters(page.apply(Set.of()));
            var trial = drawn(SHEET + String.join(" ", characters)).text();
            return new PrintedPdf.Printed(
                    drawn(page.apply(lost(characters, trial))).pdf());
        } catch (DrawingFailure failure) {
            LOG.warn("A print was not made: {} {}", failure.why(), failure.getMessage());
            return new PrintedPdf.Unprinted(failure.why());
        } catch (IOException e) {
            LOG.warn("A print was not made: {}", e.getClass().getSimpleName());
            return new PrintedPdf.Unprinted(WhyUndrawn.LIMIT);
        } finally {
            places.release();
        }
    }

    private record DrawnPdf(byte[] pdf, String text) {}

    private DrawnPdf drawn(String html) throws DrawingFailure, IOException {
        var bytes = html.getBytes(UTF_8);
        if (bytes.length > MOST_BYTES) {
            throw new DrawingFailure(WhyUndrawn.LIMIT, "the page is too large to be printed");
        }
        if (bench.walls() != ProgramWalls.ROOM) {
            throw new DrawingFailure(WhyUndrawn.WALLS, "a browser is not started without walls");
        }
        try (var run = bench.run()) {
            run.put("in.html", bytes);
            var here = run.folder().toString();
            run.run(
                    PreviewProgram.CHROMIUM,
                    limits,
                    List.of(
                            "--headless",
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-dev-shm-usage",
                            "--disable-extensions",
                            "--no-first-run",
                            "--user-data-dir=" + here + "/profile",
                            "--no-pdf-header-footer",
                            "--print-to-pdf=" + here + "/out.pdf",
                            "file://" + here + "/in.html"));
            var pdf = run.result("out.pdf");
            if (FileKind.of(pdf) != FileKind.PDF) {
                throw new DrawingFailure(WhyUndrawn.DAMAGED, "no PDF came out");
            }
            run.run(PreviewProgram.PDFTOTEXT, limits, List.of("-enc", "UTF-8", "out.pdf", "out.txt"));
            return new DrawnPdf(pdf, new String(run.result("out.txt"), UTF_8));
        }
    }

    /// What a page writes with that not every font can: kanji and all beyond, each once, with its selector of a
    /// variant.
    static Set<String> characters(String html) {
        var words = TAGS.matcher(html).replaceAll(" ");
        var single = words.codePoints()
                .filter(c -> c >= FIRST_CJK && !selector(c) && !Character.isSpaceChar(c))
                .mapToObj(Character::toString);
        return Stream.concat(single, variants(words)).collect(Collectors.toCollection(TreeSet::new));
    }

    /// Those that a sheet of all of them does not hold, and every one with a selector, whose shape a font may not have.
    static Set<String> lost(Set<String> characters, String trial) {
        var has = trial.codePoints().boxed().collect(Collectors.toSet());
        return characters.stream()
                .filter(one -> one.codePoints().anyMatch(c -> selector(c) || !has.contains(c)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> variants(String words) {
        var points = words.codePoints().toArray();
        return IntStream.range(1, points.length)
                .filter(at -> selector(points[at]))
                .mapToObj(at -> Character.toString(points[at - 1]) + Character.toString(points[at]));
    }

    private static boolean selector(int c) {
        return c >= 0xFE00 && c <= 0xFE0F || c >= 0xE0100 && c <= 0xE01EF;
    }
}
