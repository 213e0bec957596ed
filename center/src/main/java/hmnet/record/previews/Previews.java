package hmnet.record.previews;

import hmnet.formats.base.Sha256;
import hmnet.formats.other.FileKind;
import hmnet.formats.other.room.ExaminationRoom;
import hmnet.formats.other.room.RoomLimits;
import hmnet.ground.keys.DataFolder;
import hmnet.record.previews.PagePicture.WhyUndrawn;
import hmnet.record.previews.ProgramRun.RunLimits;
import hmnet.record.previews.RecentPictures.ProgramPicture;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// Pages of files as pictures (ファイルのプレビュー): drawn when they are asked for, by programs with walls and limits,
/// and forgotten soon. Whoever asks has examined the file before.
@Component
public class Previews implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Previews.class);
    private static final int ROOM_MEGABYTES = 512;

    private final PreviewSettings settings;
    private final ExaminationRoom room;
    private final PictureMaker maker;
    private final Semaphore places;
    private final RecentPictures recent = new RecentPictures();

    Previews(PreviewSettings settings, DataFolder data) throws IOException {
        this.settings = settings;
        var time = Duration.ofSeconds(settings.seconds());
        this.room = new ExaminationRoom(
                new RoomLimits(settings.processes(), time, ROOM_MEGABYTES),
                data.data().resolve("previews"));
        this.maker = new PictureMaker(
                new PreviewBench(new Programs(settings.programs()), settings.folder()),
                room,
                new RunLimits(time, settings.megabytes()));
        this.places = new Semaphore(settings.processes(), true);
    }

    /// Whether pictures of such files are made at all.
    public static boolean drawn(FileKind kind) {
        return switch (kind) {
            case PDF, HEIC, TIFF, MP4, OFFICE -> true;
            case JPEG, PNG, OLD_OFFICE, PARCEL, ALBUM -> false;
        };
    }

    /// How many pages of one file are drawn at most.
    public int most() {
        return settings.pages();
    }

    /// One page of a file that was examined.
    ///
    /// @param ending of an office document, as `docx`
    /// @param page the first is 1
    public PagePicture page(FileKind kind, byte[] content, String ending, int page) {
        if (page < 1 || page > settings.pages() || !drawn(kind)) {
            return new PagePicture.Undrawn(page, 0, WhyUndrawn.NO_PAGE, null);
        }
        return inTurn(page, kind, () -> drawn(kind, content, ending, page));
    }

    /// A photograph that was examined, drawn anew the right way up in a size in which print is read: without place,
    /// time
    /// and what else its camera wrote. Of a PDF one page.
    ///
    /// @param page the first is 1; a picture has one
    public PagePicture photograph(FileKind kind, byte[] content, int page) {
        return switch (kind) {
            case JPEG, PNG, TIFF -> inTurn(page, kind, () -> maker.photograph(content, page));
            case HEIC -> inTurn(page, kind, () -> only(page, maker.heic(content, PictureMaker.PHOTOGRAPH)));
            case PDF -> page(kind, content, "", page);
            case MP4, OFFICE, OLD_OFFICE, PARCEL, ALBUM -> new PagePicture.Undrawn(page, 0, WhyUndrawn.NO_PAGE, null);
        };
    }

    /// What draws one page.
    private interface PageDrawing {
        ProgramPicture draw() throws DrawingFailure, IOException;
    }

    private PagePicture inTurn(int page, FileKind kind, PageDrawing drawing) {
        try {
            if (!places.tryAcquire(settings.seconds(), TimeUnit.SECONDS)) {
                return new PagePicture.Undrawn(page, 0, WhyUndrawn.BUSY, null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new PagePicture.Undrawn(page, 0, WhyUndrawn.BUSY, null);
        }
        try {
            var picture = drawing.draw();
            return new PagePicture.Drawn(page, picture.pages(), picture.content(), picture.complete());
        } catch (DrawingFailure failure) {
            LOG.info("A preview was not drawn: {} {}", kind, failure.why());
            return new PagePicture.Undrawn(page, 0, failure.why(), failure.program());
        } catch (IOException e) {
            LOG.warn("A preview was not drawn: {}", e.getClass().getSimpleName());
            return new PagePicture.Undrawn(page, 0, WhyUndrawn.LIMIT, null);
        } finally {
            places.release();
        }
    }

    private ProgramPicture drawn(FileKind kind, byte[] content, String ending, int page)
            throws DrawingFailure, IOException {
        var hash = Sha256.hex(content);
        var name = hash + " " + page;
        var known = recent.of(name);
        if (known.isPresent()) {
            return known.get();
        }
        return recent.keep(
                name,
                switch (kind) {
                    case PDF -> pdf(hash, content, page);
                    case TIFF -> maker.raster(content, page);
                    case HEIC -> only(page, maker.heic(content));
                    case MP4 -> only(page, maker.film(content));
                    case OFFICE -> pdf(hash, officePdf(hash, content, ending), page);
                    case JPEG, PNG, OLD_OFFICE, PARCEL, ALBUM ->
                        throw new DrawingFailure(WhyUndrawn.NO_PAGE, "no pictures are made of it");
                });
    }

    private static ProgramPicture only(int page, ProgramPicture picture) throws DrawingFailure {
        if (page != 1) {
            throw new DrawingFailure(WhyUndrawn.NO_PAGE, "it has one page");
        }
        return picture;
    }

    private ProgramPicture pdf(String hash, byte[] pdf, int page) throws DrawingFailure, IOException {
        var counted = recent.of(hash + " pages");
        int pages = counted.isPresent()
                ? counted.get().pages()
                : recent.keep(hash + " pages", new ProgramPicture(maker.pdfPages(pdf), new byte[0], true))
                        .pages();
        if (page > pages) {
            throw new DrawingFailure(WhyUndrawn.NO_PAGE, "it has " + pages + " pages");
        }
        return maker.pdf(pdf, page, pages);
    }

    private byte[] officePdf(String hash, byte[] office, String ending) throws DrawingFailure, IOException {
        var known = recent.of(hash + " pdf");
        return known.isPresent()
                ? known.get().content()
                : recent.keep(hash + " pdf", new ProgramPicture(0, maker.officePdf(office, ending), true))
                        .content();
    }

    @Override
    public void destroy() {
        room.close();
    }
}
