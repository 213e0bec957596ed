package hmnet.record.layouts;

import hmnet.formats.labcsv.LabLine;
import hmnet.ground.design.Language;
import hmnet.ground.design.Messages;
import hmnet.ground.design.Preview;
import hmnet.ground.design.Screen;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/// The desk's page of laboratories' layouts (検査会社の取り決めの下見).
public final class LayoutsScreens {
    private static final byte[] NOTHING = {};
    private static final byte[] SAMPLE = """
            患者番号,氏名,採取日,項目コード,項目名,結果,単位,基準値
            0000123,見本　花子,20261120,1005,血糖,99,mg/dL,70-109
            0000123,見本　花子,20261120,1007,総コレステロール,182,mg/dL,150-219
            """.getBytes(StandardCharsets.UTF_8);
    private static final byte[] FIXED_SAMPLE = """
            A10000000123202611201005              99      H1007             182      N
            A10000000124202611201005              88      N1007             201      N
            """.getBytes(StandardCharsets.UTF_8);
    private static final String DECLARATION = """
            layout,見本検査センター,2026-11-01
            form,csv,8,8
            heading,1
            charset,utf-8
            field,patient,1
            field,name,2
            field,sampled,2
            field,item,5
            field,value,6
            """;
    private static final String FIXED = """
            layout,見本固定長,2026-11-01
            form,fixed,74
            record,,1,2
            field,patient,A1,3,10
            field,sampled,A1,13,8
            item,itemCode,A1,1,17
            item,value,A1,18,8
            item,flag,A1,26,1
            repeat,A1,21,27,2
            status,E,F
            limit,L,<
            """;

    private LayoutsScreens() {}

    public static List<Screen> all() {
        var at = OffsetDateTime.parse("2026-11-20T22:14:00+09:00");
        var read = new LayoutTrial.Read(
                2,
                1,
                List.of(new LabLine(
                        2,
                        Map.of(
                                "patient",
                                "0000123",
                                "name",
                                "見本　花子",
                                "sampled",
                                "20261120",
                                "item",
                                "血糖",
                                "value",
                                "99"))));
        var declared = List.of(
                new LabLayouts.LayoutVersion(2, "mihon", 2, at, null, DECLARATION),
                new LabLayouts.LayoutVersion(1, "mihon", 1, at.minusDays(9), at, DECLARATION));
        var form = LayoutWriting.form(DECLARATION).more();
        var fixed = LayoutWriting.form(FIXED);
        return List.of(
                screen("layouts", new SentLayout("", "", LayoutForm.empty(), NOTHING, ""), List.of()),
                new Screen(
                        "layouts-read",
                        "record/layouts/layouts",
                        Preview.DESK,
                        "/files/layouts",
                        Map.of(
                                "page",
                                new LayoutAnswer(
                                                new SentLayout("try", "", form, SAMPLE, "見本.csv"),
                                                null,
                                                Map.of(),
                                                read,
                                                "")
                                        .screen(null, declared))),
                screen("layouts-slips", new SentLayout("try", "", form, SAMPLE, "見本.csv"), declared),
                screen("layouts-fixed", new SentLayout("try", "", fixed, FIXED_SAMPLE, "見本.dat"), List.of()),
                screen(
                        "layouts-bad",
                        new SentLayout("try", DECLARATION + "field,items,4\n", form, SAMPLE, "見本.csv"),
                        List.of()));
    }

    private static Screen screen(String name, SentLayout sent, List<LabLayouts.LayoutVersion> declared) {
        var answer =
                sent.act().isEmpty() ? LayoutAnswer.of(sent) : LayoutAnswer.tried(sent, Messages.in(Language.JAPANESE));
        return new Screen(
                name,
                "record/layouts/layouts",
                Preview.DESK,
                "/files/layouts",
                Map.of("page", answer.screen(null, declared)));
    }
}
