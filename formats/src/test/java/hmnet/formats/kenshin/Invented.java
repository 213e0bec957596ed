package hmnet.formats.kenshin;

import java.util.List;

/// Check-ups of nobody (架空の健診).
final class Invented {
    private Invented() {}

    static Examinee hanako() {
        return new Examinee("", "01349999", "検", "７７７", "01", "ケンシン ハナコ", "19600401", "2", "730-0000", "広島県広島市中区架空町１");
    }

    static CheckupItem item(String code, String value) {
        return KenshinTable.item(code, "", value, 0, new java.util.ArrayList<>());
    }

    static Checkup checkup() {
        var group = new CheckupItem(
                "",
                "9N501000000000011",
                Oids.ITEMS,
                "メタボリックシンドローム判定",
                "CD",
                "3",
                "",
                "非該当",
                "1.2.392.200119.6.2201",
                CheckupItem.State.MEASURED,
                "",
                "",
                "",
                "",
                "架空 医師",
                List.of(item("9N016160100000001", "84.5")));
        var height = new CheckupItem(
                "",
                "9N001000000000001",
                Oids.ITEMS,
                "身長",
                "PQ",
                "158.2",
                "cm",
                "",
                "",
                CheckupItem.State.MEASURED,
                "",
                "",
                "",
                "",
                "",
                List.of());
        var sugar = new CheckupItem(
                "",
                "3D010000001926101",
                Oids.ITEMS,
                "空腹時血糖",
                "PQ",
                "131",
                "mg/dL",
                "",
                "",
                CheckupItem.State.MEASURED,
                "H",
                "60",
                "99",
                "3D01010000",
                "",
                List.of());
        var institution = new Institution("3419999999", "架空健診センター", "082-000-0000", "730-0000", "広島県広島市中区架空町２");
        return new Checkup(
                "10",
                "010",
                "20260410",
                "20260405",
                hanako(),
                institution,
                institution,
                new Ticket("1", "26100000001", "01349999", "20270331"),
                List.of(
                        new Checkup.CheckupSection(
                                "01010",
                                "検査・問診結果セクション",
                                "身長 158.2cm",
                                List.of(
                                        height,
                                        sugar,
                                        item("9N056000000000011", "2"),
                                        item("3F077000002327101", "未実施"),
                                        item("9N056160400000049", "架空の既往歴 & <なし>"))),
                        new Checkup.CheckupSection("01990", "任意追加項目セクション", "判定", List.of(group))));
    }

    static CheckupClaim claim() {
        return new CheckupClaim(
                "1",
                hanako(),
                "3419999999",
                "26100000001",
                "20270331",
                "3",
                "1",
                List.of(
                        new CheckupClaim.Charge(CheckupClaim.CheckupPart.BASIC, "2", "001000", "", "001000"),
                        new CheckupClaim.Charge(CheckupClaim.CheckupPart.OTHER, "3", "", "000020", "000040")),
                List.of(
                        new CheckupClaim.Price(CheckupClaim.CheckupPart.BASIC, "9000", ""),
                        new CheckupClaim.Price(CheckupClaim.CheckupPart.DETAIL, "1500", "2"),
                        new CheckupClaim.Price(CheckupClaim.CheckupPart.OTHER, "200", "5C070000002306201")),
                "10700",
                "1040",
                "",
                "9660");
    }

    static Totals totals() {
        return new Totals("6", "20260410", Oids.INSTITUTION, "3419999999", Oids.INSURER, "01349999", "1");
    }
}
