package hmnet.formats.kenshin;

import hmnet.formats.base.xml.TextDecoding;
import java.util.List;

/// Check-up files of nobody, as bytes (架空の健診ファイル).
public final class KenshinPieces {
    private KenshinPieces() {}

    public static byte[] results() {
        return KenshinWriter.write(Invented.checkup());
    }

    public static byte[] claim() {
        return new ClaimWriter(KenshinFile.NEW).claim(Invented.claim());
    }

    public static byte[] archive() {
        return ArchiveWriter.write(
                KenshinFile.NEW, Invented.totals(), 1, List.of(Invented.checkup()), List.of(Invented.claim()));
    }

    /// Windows-31J with CRLF, as institutions send it.
    public static byte[] table() {
        return """
                #KEY1,受診者保険者番号,受診者被保険者記号,受診者被保険者番号,受診者氏名,受診者生年月日,受診者性別,健診実施年月日,9N001000000000001,9N056000000000011,3F077000002327101
                #受診者キー,,,,,,,,身長,既往歴,ＬＤＬコレステロール
                7001,01349999,検,７７７,ケンシン　ハナコ,19600401,2,2026/4/5,158.2,2,未実施
                7002,01349999,検,７７８,ケンシン　タロウ,S350401,1,20260406,H,1,120
                """.replace("\n", "\r\n").getBytes(TextDecoding.WINDOWS_31J);
    }
}
