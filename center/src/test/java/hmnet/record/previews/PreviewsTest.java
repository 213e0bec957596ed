package hmnet.record.previews;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.other.FileKind;
import hmnet.ground.keys.DataFolder;
import hmnet.record.previews.PagePicture.Drawn;
import hmnet.record.previews.PagePicture.Undrawn;
import hmnet.record.previews.PagePicture.WhyUndrawn;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files of every kind drawn by the programs that are installed; what is hostile in them costs itself alone.
class PreviewsTest {
    /// poppler rounds up.
    private static final int SIDE = 1755;

    @TempDir
    Path folder;

    private Path work = Path.of("");
    private @Nullable Previews previews;

    @BeforeEach
    void aBench() throws IOException {
        work = Files.createDirectories(folder.resolve("work"));
        previews = with(10, 300, "/usr/local/bin:/usr/bin:/bin");
    }

    private Previews with(int seconds, int pages, String programs) throws IOException {
        return new Previews(
                new PreviewSettings(programs, work.toString(), 2, seconds, 1024, pages),
                new DataFolder(folder.resolve("data")));
    }

    @AfterEach
    void nothingOfAFileIsLeftBehind() {
        previews().destroy();
        assertThat(work).isEmptyDirectory();
    }

    private BufferedImage drawn(PagePicture page) throws IOException {
        assertThat(page).isInstanceOf(Drawn.class);
        var image = ImageIO.read(new ByteArrayInputStream(((Drawn) page).jpeg()));
        assertThat(Math.max(image.getWidth(), image.getHeight())).isLessThanOrEqualTo(SIDE);
        return image;
    }

    private static WhyUndrawn why(PagePicture page) {
        return page instanceof Undrawn(var number, var pages, var why, var program)
                ? why
                : throwing("page " + page.number() + " was drawn");
    }

    private static WhyUndrawn throwing(String words) {
        throw new AssertionError(words);
    }

    private static long ink(BufferedImage image) {
        long dark = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                dark += (image.getRGB(x, y) & 0xFF) < 96 ? 1 : 0;
            }
        }
        return dark;
    }

    private Previews previews() {
        return Objects.requireNonNull(previews);
    }

    private PagePicture page(FileKind kind, byte[] file, int page) {
        return previews().page(kind, file, "docx", page);
    }

    @Test
    void theLettersOfAPdfStandOnItsPictures() throws IOException {
        DrawableFiles.needsPoppler();
        var letter = DrawableFiles.letter(2);
        for (int page = 1; page <= 2; page++) {
            var picture = page(FileKind.PDF, letter, page);
            assertThat(picture.pages()).isEqualTo(2);
            assertThat(((Drawn) picture).complete()).isTrue();
            assertThat(ink(drawn(picture))).as("ink on page %d", page).isGreaterThan(5_000);
        }
        assertThat(why(page(FileKind.PDF, letter, 3))).isEqualTo(WhyUndrawn.NO_PAGE);
        assertThat(why(page(FileKind.PDF, letter, 0))).isEqualTo(WhyUndrawn.NO_PAGE);
    }

    @Test
    void wordsThatAreNotDrawnAreSaid() {
        DrawableFiles.needsPoppler();
        var unknownFont = DrawableFiles.page("0 0 595 842", "", "BT /F9 24 Tf 90 600 Td (words) Tj ET");
        assertThat(((Drawn) page(FileKind.PDF, unknownFont, 1)).complete()).isFalse();
    }

    @Test
    void aHundredThousandPagesAreDrawnOneByOneAndNotToTheEnd() throws IOException {
        DrawableFiles.needsPoppler();
        var bomb = DrawableFiles.letter(100_000);
        var picture = page(FileKind.PDF, bomb, 300);
        assertThat(picture.pages()).isEqualTo(100_000);
        drawn(picture);
        assertThat(why(page(FileKind.PDF, bomb, 301))).isEqualTo(WhyUndrawn.NO_PAGE);
    }

    @Test
    void aPageOfManyMetresIsDrawnSmall() throws IOException {
        DrawableFiles.needsPoppler();
        drawn(page(FileKind.PDF, DrawableFiles.page("0 0 2000000 2000000", "", "0 0 9 9 re f"), 1));
    }

    @Test
    void drawingsThatDrawEachOtherWithoutEndAreEnded() throws IOException {
        DrawableFiles.needsPoppler();
        previews = with(2, 300, "/usr/bin:/bin");
        long began = System.nanoTime();
        assertThat(why(page(FileKind.PDF, DrawableFiles.laughter(), 1))).isIn(WhyUndrawn.LIMIT, WhyUndrawn.DAMAGED);
        assertThat(System.nanoTime() - began).isLessThan(20_000_000_000L);
        drawn(page(FileKind.PDF, DrawableFiles.letter(1), 1));
    }

    @Test
    void whatIsNoPdfIsNotDrawn() {
        DrawableFiles.needsPoppler();
        assertThat(why(page(FileKind.PDF, "%PDF-1.7 and nothing".getBytes(ISO_8859_1), 1)))
                .isEqualTo(WhyUndrawn.DAMAGED);
    }

    @Test
    void aTiffIsDrawnPageByPageAndWithoutAnyProgram() throws IOException {
        previews = with(20, 300, "");
        var fax = DrawableFiles.tiff(3);
        var picture = page(FileKind.TIFF, fax, 3);
        assertThat(picture.pages()).isEqualTo(3);
        assertThat(drawn(picture).getWidth()).isEqualTo(320);
        assertThat(why(page(FileKind.TIFF, fax, 4))).isEqualTo(WhyUndrawn.DAMAGED);
    }

    @Test
    void aTiffOfTenThousandMillionPointsIsRefusedBeforeOneIsRead() throws IOException {
        assertThat(why(page(FileKind.TIFF, DrawableFiles.hugeTiff(), 1))).isEqualTo(WhyUndrawn.DAMAGED);
        drawn(page(FileKind.TIFF, DrawableFiles.tiff(1), 1));
    }

    @Test
    void aPhotographOfATelephoneIsDrawnWithoutWhatStandsBesideIt() throws IOException {
        var heic = DrawableFiles.heic(folder);
        var picture = page(FileKind.HEIC, heic, 1);
        assertThat(drawn(picture).getWidth()).isEqualTo(320);
        assertThat(new String(((Drawn) picture).jpeg(), ISO_8859_1)).doesNotContain("Exif", "http://ns.adobe.com");
        assertThat(why(page(FileKind.HEIC, heic, 2))).isEqualTo(WhyUndrawn.NO_PAGE);
    }

    @Test
    void whatIsNoHeicIsNotDrawn() {
        DrawableFiles.needs("libheif-examples", PreviewProgram.HEIF);
        var lie = "\0\0\0\u0018ftypheic\0\0\0\0mif1heic and then nothing of the kind".getBytes(ISO_8859_1);
        assertThat(why(page(FileKind.HEIC, lie, 1))).isEqualTo(WhyUndrawn.DAMAGED);
    }

    @Test
    void aFilmHasAPicture() throws IOException {
        assertThat(drawn(page(FileKind.MP4, DrawableFiles.film(folder), 1)).getWidth())
                .isGreaterThanOrEqualTo(640);
    }

    /// A reader of films that guesses would open what a list names.
    @Test
    void aListThatNamesOtherFilesIsNoFilm() throws IOException {
        var film = DrawableFiles.film(folder);
        var other = Files.write(folder.resolve("secret.mp4"), film);
        for (var list : new String[] {
            "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\nfile://" + other + "\n#EXT-X-ENDLIST\n",
            "ffconcat version 1.0\nfile '" + other + "'\n",
            "\0\0\0\u0018ftypmp42\0\0\0\0mp42isom\n#EXTM3U\nfile://" + other + "\n",
            "concat:" + other
        }) {
            assertThat(why(page(FileKind.MP4, list.getBytes(ISO_8859_1), 1)))
                    .as(list)
                    .isEqualTo(WhyUndrawn.DAMAGED);
        }
    }

    @Test
    void aLetterOfAnOfficeProgramIsDrawn() throws IOException {
        DrawableFiles.needs("libreoffice-writer-nogui and bubblewrap", PreviewProgram.OFFICE, PreviewProgram.WALLS);
        assertThat(ink(drawn(page(FileKind.OFFICE, DrawableFiles.word("Words of a made-up letter"), 1))))
                .isGreaterThan(300);
    }

    @Test
    void whatIsNotInstalledIsNamed() throws IOException {
        previews = with(10, 300, "");
        for (var kind : new FileKind[] {FileKind.PDF, FileKind.HEIC, FileKind.MP4, FileKind.OFFICE}) {
            var page = (Undrawn) page(kind, new byte[] {1}, 1);
            assertThat(page.why()).as(kind.word()).isEqualTo(WhyUndrawn.MISSING);
            assertThat(page.program()).isNotNull();
        }
    }
}
