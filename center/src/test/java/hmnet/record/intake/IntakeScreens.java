package hmnet.record.intake;

import hmnet.ground.design.Preview;
import hmnet.ground.design.Screen;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/// The operator's desk of held files (保留の下見).
public final class IntakeScreens {
    private static final String NEXT = "次にすること: まだ取り込まれていません。直したファイルを、もう一度送ってください。";

    private IntakeScreens() {}

    public static List<Screen> all() {
        var at = OffsetDateTime.parse("2026-11-20T22:14:00+09:00");
        var senders = List.of(
                new QuarantineScreen.Sender(
                        1,
                        "見本市民病院",
                        "3400000017",
                        "000-111-2222",
                        61,
                        List.of(
                                new QuarantineScreen.QuarantineLine(
                                        "101",
                                        "001/002/0012345/20261120/OML-11/0012345_20261120_OML-11_000000000000123_20261120101010123_01_1",
                                        at,
                                        18_211,
                                        "ファイルの途中で終わっています（MSH はあるが OBX が 1 件も無い）",
                                        "「11月20日 22時14分に送られた検査結果 1 件が途中で切れています。もう一度送ってください」"),
                                new QuarantineScreen.QuarantineLine(
                                        "102",
                                        "001/002/0012346/-/ADT-00/x",
                                        at,
                                        900,
                                        "文字コードを読み取れません",
                                        "「患者基本 1 件が読み取れません。文字コードの設定（ISO-2022-JP）を確かめて再送してください」")),
                        List.of(new QuarantineScreen.Again("truncated", "ファイルの途中で終わっています", 2))),
                new QuarantineScreen.Sender(
                        2,
                        "架空医科大学附属病院",
                        "3400000025",
                        "000-333-4444",
                        1,
                        List.of(new QuarantineScreen.QuarantineLine(
                                "103", "9/9/9", at, 12, "知らない種別です: XYZ-99", "「種別 XYZ-99 は取り決めにありません。送信の対象から外してください」")),
                        List.of()));
        var feeds = new FeedsScreen(
                List.of(
                        new FeedsScreen.FeedLine(
                                "架空医科大学附属病院",
                                "3400000025",
                                "000-333-4444",
                                at.minusDays(4),
                                new FeedsScreen.Gateway(at, 1_204, LocalDate.of(2026, 12, 4)),
                                List.of(
                                        "2026年11月16日 22:14 から何も届いていません。「送信元のシステムとゲートウェイが動いているか見てください」",
                                        "証明書が 2026年12月4日 に切れます。「新しい証明書を送ります。届いたらファイルを置き換えてください」")),
                        new FeedsScreen.FeedLine("見本市民病院", "3400000017", "000-111-2222", at, null, List.of())),
                Collections.nCopies(31, "ひな形病院"));
        return List.of(
                new Screen("feeds", "record/intake/feeds", Preview.OPERATOR, "/intake/feeds", Map.of("page", feeds)),
                codes(),
                files(at),
                file(at),
                patient(),
                screen("quarantine", new QuarantineScreen("retried", 12, 3, senders)),
                screen("quarantine-none", new QuarantineScreen(null, 0, 0, List.of())));
    }

    private static Screen codes() {
        var page = new CodesScreen(
                false,
                LocalDate.of(2026, 9, 1),
                List.of(
                        new CodesScreen.Table(
                                "hot", "2026-10-31", LocalDate.of(2026, 10, 31), "MEDIS（見本）", "", 81_204, 0),
                        new CodesScreen.Table("pairs", "3", LocalDate.of(2026, 11, 1), "見本市民病院", "3400000017", 412, 2)),
                List.of(new CodesScreen.RefusedTable(
                        "nmain599.txt", "読めない行が多すぎます。表を確かめてください", "310 of 27110 lines cannot be read")),
                List.of(
                        new CodesScreen.CodesLine(
                                "架空医科大学附属病院",
                                "3400000025",
                                "000-333-4444",
                                List.of(
                                        new CodesScreen.CodeShareLine("jlac10", 120_311, 71_004, 12_090),
                                        new CodesScreen.CodeShareLine("yj", 40_112, 40_110, 0),
                                        new CodesScreen.CodeShareLine("icd10", 8_410, 8_410, 0)),
                                List.of(
                                        new CodesScreen.UnmappedCodeLine(
                                                "jlac10", "99LAB", "B-1021", "見本抗体（定性）", 8_120, false, 0),
                                        new CodesScreen.UnmappedCodeLine(
                                                "jlac10", "99LAB", "B-0007", "ＡＳＴ", 5_002, true, 0),
                                        new CodesScreen.UnmappedCodeLine(
                                                "yj", "RECEIPT-ITEM", "799990001", "見本錠５ｍｇ", 12, false, 3))),
                        new CodesScreen.CodesLine(
                                "見本市民病院",
                                "3400000017",
                                "000-111-2222",
                                List.of(new CodesScreen.CodeShareLine("jlac10", 52_000, 51_480, 520)),
                                List.of())));
        return new Screen("codes", "record/intake/codes", Preview.OPERATOR, "/intake/codes", Map.of("page", page));
    }

    private static Screen files(OffsetDateTime at) {
        var remark = new FilesScreen.Remark("date", "日付を読み取れません", "error", 5, "2[7]", "20261340 は日付ではありません");
        var looked = List.of(
                new FilesScreen.CheckedFile(
                        "見本薬局_20261120.csv", "nsips", "accepted", 1, 1, List.of("薬（YJ・HOT・レセ電）：3 件中 2 件"), List.of()),
                new FilesScreen.CheckedFile("見本薬局_20261121.csv", "nsips", "refused", 0, 0, List.of(), List.of(remark)));
        var held = List.of(new FilesScreen.SentFileLine("7", "検査_20261120.csv", at, "quarantined", "患者番号のない人が含まれています"));
        var newest = List.of(
                new FilesScreen.SentFileLine("9", "内視鏡.mp4", at, "unexamined", ""),
                new FilesScreen.SentFileLine("8", "見本薬局_20261119.csv", at, "accepted", ""),
                new FilesScreen.SentFileLine("7", "検査_20261120.csv", at, "quarantined", "患者番号のない人が含まれています"));
        return new Screen(
                "files",
                "record/intake/files",
                Preview.DESK,
                "/files",
                Map.of("page", new FilesScreen("sent", null, 32, looked, NEXT, held, newest)));
    }

    private static Screen file(OffsetDateTime at) {
        var page = new FileScreen(
                "7",
                "見本薬局_20261121.csv",
                at,
                1834,
                "quarantined",
                "形式の決まりに合わないところがあります",
                "直したファイルをもう一度送ると、取り込まれます。",
                null,
                true,
                List.of(new FilesScreen.Remark("date", "日付を読み取れません", "error", 2, "2[7]", "20261340")),
                List.of(
                        new FileScreen.FileLine(1, "VER010603,20261121093000,,,34,4,0000001,見本薬局", false),
                        new FileScreen.FileLine(2, "2,1,1,A,20261120,,,20261340", true),
                        new FileScreen.FileLine(3, "3,1,,毎食後", false)),
                2,
                "2,1,1,A,20261120,,,20261340",
                NEXT);
        return new Screen("file", "record/intake/file", Preview.DESK, "/files/7", Map.of("page", page));
    }

    private static Screen patient() {
        var born = LocalDate.of(1950, 2, 28);
        var page = new FilePatientScreen(
                "7",
                "okusuri_20261120.csv",
                new FilePatientScreen.NamedPatient("架空　花子", "カクウ　ハナコ", born, "female"),
                "no-chart",
                new FilePatientScreen.OwnPatientSearch("1950-02-28", ""),
                List.of(new FilePatientScreen.OwnPatient(
                        "0012345", "架空　花子", "カクウ　ハナコ", born, "female", "広島県架空市一丁目１−１")));
        return new Screen("file-patient", "record/intake/file-patient", Preview.DESK, "/files/7", Map.of("page", page));
    }

    private static Screen screen(String name, QuarantineScreen page) {
        return new Screen(
                name, "record/intake/quarantine", Preview.OPERATOR, "/intake/quarantine", Map.of("page", page));
    }
}
