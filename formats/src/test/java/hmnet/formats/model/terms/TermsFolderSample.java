package hmnet.formats.model.terms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A folder of small invented tables in the layouts of the real ones (見本のコード表): codes that nobody ever
/// gave out.
public final class TermsFolderSample {
    public static final String FACILITY = "3499999991";
    static final Charset MS932 = Charset.forName("windows-31j");

    /// 13 digits, product, company; two companies of one product share price and receipt code.
    static final String HOT = """
            基準番号（ＨＯＴコード）,処方用番号（ＨＯＴ７）,会社識別用番号,調剤用番号,物流用番号,ＪＡＮコード,薬価基準収載医薬品コード,個別医薬品コード,レセプト電算処理システムコード（１）,レセプト電算処理システムコード（２）,告示名称,販売名
            "9990001010101","9990001","01","01","01","","9990001F1011","9990001F1011","699900001","","ミホン","見本錠１ｍｇ「架空」"
            "9990001010201","9990001","01","02","01","","9990001F1011","9990001F1011","699900001","","ミホン","見本錠１ｍｇ「架空」"
            "9990002010101","9990002","01","01","01","","9990002F1ZZZ","9990002F1020","699900002","","レイ","例示錠５ｍｇ「甲」"
            "9990002020101","9990002","02","01","01","","9990002F1ZZZ","9990002F1038","699900002","","レイ","例示錠５ｍｇ「乙」"
            """;

    static final String BYOMEI = """
            0,20999001,見本病,ミホンビョウ,2,MH01,F999,,,,8899901,見本病,3,101,20260601,,00,0,,
            0,20999002,架空熱,カクウネツ,2,KK02,A999,,,,8899902,架空熱,3,101,20260601,,00,0,,
            0,20999003,例外炎,レイガイエン,2,RG03,J999,,,,0000999,例外炎,3,101,20260601,,00,0,,
            """;

    static final String OWN = """
            system,code,system,code,name
            99LAB,K-1,JC10,3B035000002327101,見本ＡＳＴ
            99LAB,H-1,JC10,5F599000002327101,見本抗体
            99YAK,D-1,YJ,9990001F1011,
            99YAK,D-2,YJ,9990002F1020,
            99YAK,D-2,YJ,9990002F1038,
            """;

    private TermsFolderSample() {}

    /// All three, the last for one facility's codes.
    public static Path write(Path folder) {
        return write(
                folder,
                List.of(
                        "file,layout,version,date,source,facility",
                        "MEDIS20261031.TXT,hot,2026-10-31,2026-10-31,見本",
                        "nmain.txt,byomei,V9.99,2026-06-01,見本",
                        "own.csv,pairs,1,2026-11-01,架空病院," + FACILITY),
                List.of(new String[] {"MEDIS20261031.TXT", HOT}, new String[] {"nmain.txt", BYOMEI}, new String[] {
                    "own.csv", OWN
                }));
    }

    /// @param files name and text; texts in MS932 with CRLF, as masters come
    static Path write(Path folder, List<String> list, List<String[]> files) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("terms.csv"), String.join("\n", list) + "\n", StandardCharsets.UTF_8);
            for (var file : files) {
                Files.write(
                        folder.resolve(file[0]), file[1].replace("\n", "\r\n").getBytes(MS932));
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One file alone, under a layout.
    static TermsFolder read(Path folder, String layout, byte[] bytes) throws IOException {
        write(folder, List.of("table.csv," + layout + ",1,2026-11-01"), new ArrayList<>());
        Files.write(folder.resolve("table.csv"), bytes);
        return TermsFolder.read(folder);
    }
}
