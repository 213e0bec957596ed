package hmnet.record.previews;

import hmnet.formats.base.Unreadable;
import hmnet.formats.other.FileKind;
import hmnet.formats.other.room.ExaminationRoom;
import hmnet.record.previews.PagePicture.WhyUndrawn;
import hmnet.record.previews.ProgramRun.RunLimits;
import hmnet.record.previews.RecentPictures.ProgramPicture;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/// Makes pictures of files by programs (画像の作成), one kind after the other. What a program writes is believed to be a
/// JPEG only when it begins as one.
final class PictureMaker {
    /// The longer side of a page: A4 at 150 dots to the inch.
    private static final int SIDE = 1754;

    /// The longer side of a photograph of a sheet: A4 at 200 dots to the inch, in which small print is read.
    static final int PHOTOGRAPH = 2339;

    private static final String JPEG = "out.jpg";
    private static final int MOST_POINTS = 60_000_000;
    private static final Pattern PAGES = Pattern.compile("(?m)^Pages:\\s+(\\d{1,9})$");
    private static final Pattern LEFT_OUT = Pattern.compile("(?i)error|missing language pack|couldn't find a font");
    private static final String CODECS = "h264,hevc,mpeg4,mjpeg,av1,libdav1d,vp9,libvpx-vp9,h263,mpeg2video";

    private final PreviewBench bench;
    private final ExaminationRoom room;
    private final RunLimits limits;

    PictureMaker(PreviewBench bench, ExaminationRoom room, RunLimits limits) {
        this.bench = bench;
        this.room = room;
        this.limits = limits;
    }

    /// How many pages a PDF has.
    int pdfPages(byte[] pdf) throws DrawingFailure, IOException {
        bench.need(PreviewProgram.PDFINFO);
        bench.need(PreviewProgram.PDFTOPPM);
        try (var run = bench.run()) {
            run.put("in.pdf", pdf);
            run.run(PreviewProgram.PDFINFO, limits, List.of("in.pdf"));
            var pages = PAGES.matcher(run.said());
            if (!pages.find()) {
                throw new DrawingFailure(WhyUndrawn.DAMAGED, "pdfinfo knows no pages");
            }
            return Integer.parseInt(pages.group(1));
        }
    }

    /// One page, as large as a screen needs, whatever size the file says it has.
    ProgramPicture pdf(byte[] pdf, int page, int pages) throws DrawingFailure, IOException {
        var number = Integer.toString(page);
        try (var run = bench.run()) {
            run.put("in.pdf", pdf);
            run.run(
                    PreviewProgram.PDFTOPPM,
                    limits,
                    List.of(
                            "-jpeg",
                            "-jpegopt",
                            "quality=85",
                            "-cropbox",
                            "-scale-to",
                            Integer.toString(SIDE),
                            "-f",
                            number,
                            "-l",
                            number,
                            "-singlefile",
                            "in.pdf",
                            "out"));
            return new ProgramPicture(
                    pages, jpeg(run), !LEFT_OUT.matcher(run.complaints()).find());
        }
    }

    /// A photograph of a telephone; drawn anew afterwards, since what decodes it copies place and time along.
    ProgramPicture heic(byte[] heic) throws DrawingFailure, IOException {
        return heic(heic, SIDE);
    }

    /// @param side the longer side of what is drawn, at most
    ProgramPicture heic(byte[] heic, int side) throws DrawingFailure, IOException {
        bench.need(PreviewProgram.HEIF);
        try (var run = bench.run()) {
            run.put("in.heic", heic);
            run.run(PreviewProgram.HEIF, limits, List.of("-q", "90", "in.heic", JPEG));
            var first = run.folder().resolve("out-1.jpg").toFile().exists() ? "out-1.jpg" : JPEG;
            return new ProgramPicture(1, raster(run.result(first), 1, side).content(), true);
        }
    }

    /// One page of a TIFF, by Java in a process of its own.
    ProgramPicture raster(byte[] picture, int page) throws DrawingFailure {
        return raster(picture, page, SIDE);
    }

    /// A photograph of a sheet, by the same.
    ProgramPicture photograph(byte[] picture, int page) throws DrawingFailure {
        return raster(picture, page, PHOTOGRAPH);
    }

    private ProgramPicture raster(byte[] picture, int page, int side) throws DrawingFailure {
        try {
            var drawn = room.draw(picture, page, side);
            return new ProgramPicture(drawn.pages(), drawn.picture(), true);
        } catch (Unreadable refused) {
            throw new DrawingFailure(
                    WhyUndrawn.DAMAGED,
                    refused.note().code() + " " + refused.note().text());
        }
    }

    /// The first picture of a film. What else it refers to is not opened: only files are, by one reader, of this
    /// folder.
    ProgramPicture film(byte[] film) throws DrawingFailure, IOException {
        bench.need(PreviewProgram.FFMPEG);
        try (var run = bench.run()) {
            run.put("in.mp4", film);
            run.run(
                    PreviewProgram.FFMPEG,
                    limits,
                    List.of(
                            "-nostdin",
                            "-hide_banner",
                            "-loglevel",
                            "error",
                            "-threads",
                            "1",
                            "-protocol_whitelist",
                            "file,pipe",
                            "-codec_whitelist",
                            CODECS,
                            "-max_pixels",
                            Integer.toString(MOST_POINTS),
                            "-f",
                            "mov",
                            "-i",
                            "file:in.mp4",
                            "-map",
                            "0:v:0",
                            "-map_metadata",
                            "-1",
                            "-frames:v",
                            "1",
                            "-vf",
                            "scale=1280:1280:force_original_aspect_ratio=decrease",
                            "-c:v",
                            "mjpeg",
                            "-q:v",
                            "4",
                            "-f",
                            "image2",
                            "-update",
                            "1",
                            "file:" + JPEG));
            return new ProgramPicture(1, jpeg(run), true);
        }
    }

    /// An office document as PDF. A whole office program runs only where it sees neither network nor files.
    byte[] officePdf(byte[] office, String ending) throws DrawingFailure, IOException {
        bench.need(PreviewProgram.OFFICE);
        bench.need(PreviewProgram.PDFTOPPM);
        if (bench.walls() != ProgramWalls.ROOM) {
            throw new DrawingFailure(WhyUndrawn.WALLS, "an office program is not started without walls");
        }
        try (var run = bench.run()) {
            run.put("in." + ending, office);
            var here = run.folder().toString();
            run.run(
                    PreviewProgram.OFFICE,
                    new RunLimits(limits.time().multipliedBy(3), limits.megabytes() * 4),
                    List.of(
                            "-env:UserInstallation=file://" + here + "/profile",
                            "--headless",
                            "--norestore",
                            "--nologo",
                            "--nodefault",
                            "--convert-to",
                            "pdf",
                            "--outdir",
                            here,
                            "in." + ending));
            var pdf = run.result("in.pdf");
            if (FileKind.of(pdf) != FileKind.PDF) {
                throw new DrawingFailure(WhyUndrawn.DAMAGED, "no PDF came out");
            }
            return pdf;
        }
    }

    private static byte[] jpeg(ProgramRun run) throws DrawingFailure, IOException {
        var drawn = run.result(JPEG);
        if (FileKind.of(drawn) != FileKind.JPEG) {
            throw new DrawingFailure(WhyUndrawn.DAMAGED, "no picture came out");
        }
        return drawn;
    }
}
