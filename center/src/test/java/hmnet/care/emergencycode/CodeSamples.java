package hmnet.care.emergencycode;

import hmnet.care.emergencycode.CodeWords.CodePerson;
import hmnet.care.emergencycode.CodeWords.CodeSection;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/// What codes of tests say (救急QRの見本).
final class CodeSamples {
    static final CodePerson HANAKO = new CodePerson("架空 花子", "カクウ ハナコ", LocalDate.of(1948, 4, 12), "female");

    private CodeSamples() {}

    static CodeWords words() {
        return new CodeWords(
                HANAKO,
                List.of(
                        new CodeSection(CodePart.BLOOD, List.of("血液型 A(+)（見本市民病院 2026-09-01）"), 0),
                        new CodeSection(
                                CodePart.ALLERGIES,
                                List.of("あり:【アナフィラキシー】 架空セフェム（見本市民病院 2025-04-01）", "受信なし（あるかどうか不明）（架空医院）"),
                                0),
                        new CodeSection(CodePart.BLEEDING, List.of("架空ワルファリン錠1mg 1回 2 錠 1日1回朝食後 2026-12-20 分まで"), 0),
                        new CodeSection(CodePart.PROBLEMS, List.of("心房細動 2019-03〜", "2型糖尿病"), 0),
                        new CodeSection(
                                CodePart.MEDICINES,
                                List.of(
                                        "架空ワルファリン錠1mg 1回 2 錠 1日1回朝食後 2026-12-20 分まで",
                                        "架空アレンドロン酸錠35mg 週1回 水曜 1回 1 錠 起床時"),
                                7),
                        new CodeSection(CodePart.DEVICES, List.of("人工透析 150 回（見本市民病院 2026-09-03）"), 0),
                        new CodeSection(CodePart.DOCTOR, List.of("見本市民病院 内科 受診 2026-11-02 082-000-0000"), 0),
                        new CodeSection(
                                CodePart.NOTES,
                                List.of("とくに慎重に扱う記録（精神科など）は、有無にかかわらず入れていません", "架空医院: 受信停止（2026-11-18 から）"),
                                0)));
    }

    /// Of somebody with very much to tell.
    static CodeWords many(int lines) {
        return new CodeWords(
                HANAKO,
                CodePart.sections()
                        .map(part -> new CodeSection(
                                part,
                                IntStream.range(0, lines)
                                        .mapToObj(line -> "%s の %d 番目 %x"
                                                .formatted(part.word(), line, (line + 1) * 7_919L * part.number()))
                                        .toList(),
                                0))
                        .toList());
    }
}
