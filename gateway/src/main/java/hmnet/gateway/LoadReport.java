package hmnet.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/// The counts of a first load by month of care and kind (初期取込の件数表), for both sides to sign.
final class LoadReport {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private LoadReport() {}

    static void write(Path to, String facility, Path root, LoadState state, Counts centre, Doubles doubles)
            throws IOException {
        var text = new StringBuilder();
        text.append("初期取込の件数表\n\n");
        text.append("施設: ").append(facility).append('\n');
        text.append("ストレージ: ").append(root).append('\n');
        text.append("作成: ").append(DAY.format(ZonedDateTime.now(TOKYO))).append("\n\n");
        text.append("診療月\t種別\t受領\t受領済み\t受付不可\n");
        var sum = new long[3];
        state.counts().forEach((group, count) -> {
            text.append(group.replace(' ', '\t'));
            row(text, count.taken(), count.duplicate(), count.refused());
            sum[0] += count.taken();
            sum[1] += count.duplicate();
            sum[2] += count.refused();
        });
        text.append("計\t");
        row(text, sum);
        text.append("\nセンターの受信箱（この施設の全件）: 受領 ")
                .append(centre.messages())
                .append("、取込済み ")
                .append(centre.accepted() + centre.repaired())
                .append("（うち補正 ")
                .append(centre.repaired())
                .append("）、保留 ")
                .append(centre.quarantined())
                .append("、読み取り待ち ")
                .append(centre.waiting())
                .append('\n');
        text.append(line(doubles));
        text.append("\n確認（施設）　　　　年　　月　　日　署名\n\n確認（センター）　　年　　月　　日　署名\n");
        Files.writeString(to, text);
    }

    /// Files taken just now are still to be read, so the search after this load is only asked for.
    private static String line(Doubles doubles) {
        var at = doubles.searchedAt();
        return "重複の疑い（別の番号でもう一度届いた、同じ内容の記録）: "
                + (at == null
                        ? "まだ調べていません"
                        : "%d 件、うち隠したもの %d 件（%s まで）"
                                .formatted(
                                        doubles.likely() + doubles.hidden(),
                                        doubles.hidden(),
                                        DAY.format(OffsetDateTime.parse(at).atZoneSameInstant(TOKYO))))
                + "。今回の分は、読み取りのあとにセンターが調べます\n";
    }

    private static void row(StringBuilder text, long... figures) {
        for (var figure : figures) {
            text.append('\t').append(figure);
        }
        text.append('\n');
    }
}
