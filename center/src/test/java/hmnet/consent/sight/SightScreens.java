package hmnet.consent.sight;

import hmnet.consent.mypages.OwnScreens;
import hmnet.consent.sight.SightScreen.SightReader;
import hmnet.consent.sight.SightSource.SightGroup;
import hmnet.ground.design.Preview;
import hmnet.ground.design.Screen;
import hmnet.people.links.Person;
import hmnet.people.patients.PersonId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// Who would see what (見える範囲の下見).
public final class SightScreens {
    /// Two hospitals, one of which has stopped.
    public static final SightScreen DOCTOR = new SightScreen(
            List.of(new SightReader("f12", "見本診療所"), new SightReader("k-pharmacy", "つながりのない薬局")),
            "f12",
            "doctor",
            null,
            "見本診療所の医師",
            "opens",
            List.of(
                    new SightSource(
                            "見本中央病院",
                            List.of(
                                    new SightGroup(
                                            List.of("アレルギー", "処方", "調剤"),
                                            "all",
                                            List.of(
                                                    "医師が見る種別です（開示方針 第1号、2026/01/01から）",
                                                    "ネットワーク標準の開示ルールが開いています（第3号、2026/01/01から）")),
                                    new SightGroup(
                                            List.of("検査結果", "検査報告"),
                                            "some",
                                            List.of(
                                                    "見本中央病院の開示ルールが開いています（第21号、2026/10/01から）。ただし 受領から 3 日たったもの",
                                                    "次の記録は見えません: 精神科の記録、HIVの記録")),
                                    new SightGroup(List.of("介護"), "none", List.of("「見せないと決めたもの」により閉じています")))),
                    new SightSource(
                            "見本第二病院",
                            List.of(new SightGroup(List.of("病名", "外来受付"), "none", List.of("見本第二病院は、いま提供を止めています"))))));

    /// As a reader of an open chart is told: rules alone.
    public static final SightScreen READER = new SightScreen(
            List.of(),
            "",
            "",
            null,
            "見本診療所の薬剤師",
            "opens",
            List.of(new SightSource(
                    "見本中央病院",
                    List.of(
                            new SightGroup(
                                    List.of("アレルギー", "処方", "調剤"),
                                    "all",
                                    List.of(
                                            "薬剤師が見る種別です（開示方針 第3号、2026/01/01から）",
                                            "ネットワーク標準の開示ルールが開いています（第3号、2026/01/01から）")),
                            new SightGroup(
                                    List.of("検査報告", "文書"),
                                    "none",
                                    List.of("薬剤師が見る種別ではありません（開示方針 第3号、2026/01/01から）"))))));

    private static final SightScreen EMPTY = new SightScreen(DOCTOR.readers(), "", "", null, null, null, List.of());
    private static final SightScreen STRANGER = new SightScreen(
            DOCTOR.readers(), "k-pharmacy", "pharmacist", null, "つながりのない薬局の薬剤師", "no-tie", DOCTOR.sources());

    private SightScreens() {}

    public static List<Screen> all() {
        return List.of(
                own("own-sight", DOCTOR),
                own("own-sight-stranger", STRANGER),
                own("own-sight-empty", EMPTY),
                new Screen(
                        "office-sight",
                        "consent/sight/office",
                        Preview.OPERATOR,
                        "/office/consents/sight",
                        Map.of("page", DOCTOR, "person", person(), "card", "x")));
    }

    private static Person person() {
        return new Person(
                PersonId.fresh(),
                "HM0000000001",
                "見本",
                "花子",
                "ミホン",
                "ハナコ",
                LocalDate.of(1950, 2, 28),
                "female",
                "730-0000",
                "広島県架空市一丁目",
                "架空市",
                "");
    }

    private static Screen own(String name, SightScreen page) {
        return new Screen(name, "consent/sight/own", null, "/my/sight", Map.of("page", page, "whose", OwnScreens.OWN));
    }
}
