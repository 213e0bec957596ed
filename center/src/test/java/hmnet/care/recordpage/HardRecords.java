package hmnet.care.recordpage;

import hmnet.care.medicines.HardPrescriptions;
import hmnet.care.medicines.HardPrescriptions.HardPrescription;
import hmnet.care.viewer.ChartFrame;
import hmnet.care.viewer.Mark;
import hmnet.care.viewer.StateWords;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.design.Language;
import hmnet.ground.design.Messages;
import hmnet.record.charts.OriginalLook;
import hmnet.record.previews.PagePicture;
import hmnet.record.previews.PreviewProgram;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// A prescription that is easily misread, on the page of one record (読み違えやすい処方の記録).
public final class HardRecords {
    private HardRecords() {}

    public static RecordScreen screen(ChartFrame chart, String facility, HardPrescription hard) {
        var entry = HardPrescriptions.entry(hard);
        return new RecordScreen(
                chart,
                entry.kind(),
                entry.title(),
                StateWords.of(entry, Messages.in(Language.JAPANESE)),
                facility,
                "",
                null,
                new RecordScreen.Times(entry.occurredAt(), entry.receivedAt(), null, null),
                Mark.allOf(entry),
                List.of(),
                new Sections(Messages.in(Language.JAPANESE)).of(entry),
                List::of,
                List.of(),
                List.of(),
                "/people/x/records/x",
                null,
                null,
                List.of());
    }

    /// The order behind a result.
    public static RecordScreen.RelatedRecord related(String facility) {
        return new RecordScreen.RelatedRecord(
                "/people/x/records/y",
                RecordKind.LAB_ORDER,
                "検体検査の依頼",
                null,
                facility,
                OffsetDateTime.parse("2026-11-19T16:20:00+09:00"),
                List.of());
    }

    /// The original of a record, shown or kept back.
    public static OriginalScreen original(ChartFrame chart, String facility, OriginalLook look) {
        return new OriginalScreen(
                chart,
                UUID.fromString("018f0000-0000-7000-8000-000000000001"),
                RecordKind.LABORATORY,
                "生化学・血算",
                facility,
                "082-000-0101",
                OffsetDateTime.parse("2026-11-20T11:42:00+09:00"),
                () -> look);
    }

    /// The fourth to sixth page of a letter, of which the last lacks words; a program that is not there; a film.
    public static FilePreviewScreen preview(ChartFrame chart, boolean drawn, boolean film) {
        PagePicture missing = new PagePicture.Undrawn(4, 0, PagePicture.WhyUndrawn.MISSING, PreviewProgram.PDFTOPPM);
        List<PagePicture> pages = Stream.of(4, 5, 6)
                .limit(film ? 1 : 3)
                .<PagePicture>map(page -> new PagePicture.Drawn(page, 12, new byte[0], page < 6))
                .toList();
        return new FilePreviewScreen(
                chart,
                "退院時サマリー（見本）",
                "見本総合病院",
                OffsetDateTime.parse("2026-11-20T11:42:00+09:00"),
                chart.path() + "/records/018f0000-0000-7000-8000-000000000001",
                film ? "歩行の動画（見本）" : "退院時サマリー（見本）",
                film ? "MP4" : "PDF",
                412,
                chart.path() + "/records/018f0000-0000-7000-8000-000000000001/files/1",
                film,
                drawn ? 12 : 0,
                drawn ? pages : List.of(missing),
                drawn && !film ? 1 : null,
                drawn && !film ? 7 : null,
                List.of());
    }
}
