package hmnet.region.course;

import hmnet.gateway.StorageFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What doctors write of a stay, of an image and to each other (退院時サマリー・読影報告書・診療情報提供書).
final class WardLetters {
    private static final String TYPES = "http://jpfhir.jp/fhir/Common/CodeSystem/doc-typecodes";
    private static final String SECTIONS = "http://jpfhir.jp/fhir/clins/CodeSystem/document-section";
    private static final List<String> FOUND = List.of(
            "両肺野に活動性病変を認めません。心胸郭比は 48%です。胸水はありません。",
            "右下肺野に陳旧性の線状影を認めます。前回と変わりません。", "心陰影がやや拡大しています（心胸郭比 54%）。肺うっ血はありません。", "左肺尖部に小さな石灰化を認めます。経過を見てください。");

    private final Chart chart;
    private final FhirPieces pieces;

    WardLetters(Chart chart) {
        this.chart = chart;
        this.pieces = new FhirPieces(chart);
    }

    StorageFile summary(LocalDate admitted, LocalDate left) {
        var active = chart.sicknesses().stream()
                .filter(sickness -> sickness.isActive(admitted.minusDays(1)))
                .toList();
        var reason = active.isEmpty() ? "精査" : active.getLast().illness().name();
        var medicines = Pharmacy.medicines(active, chart.resident().ageOn(left)).stream()
                .map(medicine -> medicine.code().text())
                .collect(Collectors.joining("、"));
        var key = "summary" + left;
        var written = Scribe.at(left, 16, 20);
        var letter = pieces.entry("Composition", key + "letter", """
                "status":"final","type":%s,"date":"%s","title":"退院時サマリー","author":[{"reference":"%s"}],
                "section":[%s]""".formatted(
                FhirPieces.coded(TYPES, "18842-5", "退院時サマリー"),
                FhirPieces.time(written),
                pieces.address("hospital"),
                Stream.of(
                                section("312", "入院理由", reason + "の治療のため入院しました。"),
                                section("342", "退院時診断", reason),
                                section("333", "入院中経過", admitted + " に入院し、点滴と内服で治療しました。経過は良好で、" + left + " に退院しました。"),
                                section("444", "退院時投薬指示", medicines.isEmpty() ? "なし" : medicines),
                                section("424", "退院時方針指示", "2 週間後に外来を受診してください。発熱や痛みがあれば早めに連絡してください。"))
                        .collect(Collectors.joining(",\n"))));
        return new StorageFile(
                "summary-" + pieces.number() + "-" + left + ".json",
                pieces.bundle("document", "", key, written, List.of(letter)));
    }

    private static String section(String code, String title, String words) {
        return """
                {"title":"%s","code":%s,"text":{"status":"additional","div":"<div xmlns=\\"http://www.w3.org/1999/xhtml\\"><p>%s</p></div>"}}""".formatted(title, FhirPieces.coded(SECTIONS, code, title), words);
    }

    /// No chest is X-rayed for nothing: not of a newborn, nor during a pregnancy.
    boolean mayBeXrayed(LocalDate day) {
        return chart.resident().ageOn(day) > 0
                && chart.sicknessesEverywhere().stream()
                        .filter(sickness -> sickness.isActive(day))
                        .noneMatch(sickness -> sickness.illness().key().equals("pregnancy"));
    }

    /// A chest X-ray of the day, read the next morning.
    StorageFile image(LocalDate day) {
        var taken = Scribe.at(day, 11, 10);
        var read = Scribe.at(day, 17, 5);
        var key = "image" + day;
        var report = pieces.entry("DiagnosticReport", key + "report", """
                "meta":{"lastUpdated":"%s"},"status":"final",
                "category":[{"coding":[{"system":"http://loinc.org","code":"LP29684-5","display":"放射線"}]}],
                "code":%s,"effectiveDateTime":"%s","issued":"%s","performer":[{"reference":"%s"}],
                "conclusion":"%s\"""".formatted(
                        FhirPieces.time(read),
                        FhirPieces.coded("http://loinc.org", "36643-5", "胸部X線 正面"),
                        FhirPieces.time(taken),
                        FhirPieces.time(read),
                        pieces.address("hospital"),
                        chart.chance(key).of(FOUND)));
        return new StorageFile(
                "image-" + pieces.number() + "-" + day + ".json",
                pieces.bundle("collection", "", key, read, List.of(report)));
    }

    /// What the hospital wrote to the patient's own doctor after a visit, as a PDF.
    StorageFile letter(LocalDate day) {
        var written = Scribe.at(day, 17, 40);
        var key = "letter" + day;
        var name = chart.resident().name().inJis();
        var active = chart.sicknesses().stream()
                .filter(sickness -> sickness.isActive(day))
                .toList();
        var medicines = Pharmacy.medicines(active, chart.resident().ageOn(day)).stream()
                .map(medicine -> medicine.code().text())
                .toList();
        var lines = new ArrayList<>(List.of(
                "診療情報提供書", "", "かかりつけ医 先生 御机下", "患者氏名: " + name.family() + " " + name.given(), "診察日: " + day, "病名:"));
        active.forEach(sickness -> lines.add("　・" + sickness.illness().name()));
        lines.add("現在の処方:");
        medicines.forEach(medicine -> lines.add("　・" + medicine));
        lines.addAll(
                List.of("", "経過は安定しています。引き続きご加療をお願いいたします。", "", chart.hospital().name()));
        var data = Base64.getEncoder().encodeToString(LetterSheet.of(lines));
        var letter = pieces.entry("DocumentReference", key + "letter", """
                "status":"current","docStatus":"final","type":%s,"date":"%s","description":"診療情報提供書",
                "author":[{"reference":"%s"}],
                "content":[{"attachment":{"contentType":"application/pdf","title":"診療情報提供書.pdf","data":"%s"}}]""".formatted(
                        FhirPieces.coded(TYPES, "57133-1", "診療情報提供書"),
                        FhirPieces.time(written),
                        pieces.address("hospital"),
                        data));
        return new StorageFile(
                "letter-" + pieces.number() + "-" + day + ".json",
                pieces.bundle("collection", "", key, written, List.of(letter)));
    }
}
