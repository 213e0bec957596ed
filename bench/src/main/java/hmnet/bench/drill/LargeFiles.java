package hmnet.bench.drill;

import hmnet.gateway.StorageFile;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// Files that nobody can send in parts (大きなファイル): a hospital's receipts of a month, a laboratory's results of a night.
final class LargeFiles {
    private static final Charset WINDOWS = Charset.forName("windows-31j");
    private static final int PATIENTS = 20_000;
    private static final String RECEIPT = """
            RE,NR,1112,202604,見本　花子,2,3300101,70,,,,,,NUMBER,,,,,,,,,,,,,,,,,,,,,,,ミホン　ハナコ,
            HO,  999999,見本,１,1,1000,,,,,,,,,
            SY,2500013,20240401,1,,,01,
            SI,12,1,112007410,,75,1,,,,,,,,,,,,,,,,1,,,,,,,,,,,,,,,,,,,,,
            CO,21,1,810000001,毎食後
            IY,,1,620000001,3,,14,,,,,,,,,,,,,,,,14,,,,,,,,,,,,,,,,,,,,,
            """.replace("\n", "\r\n");
    private static final String RESULT = """
            MSH|^~\\&|LAB||GW||20260401101112||ORU^R01^ORU_R01|NR|P|2.5
            PID|1||NUMBER^^^^PI||KAKU^HANAKO^^^^^L^I||19600401|F
            OBR|1|NR||3A010^ALB^JC10|||20260401
            OBX|1|NM|3A010000002327101^ALB^JC10||4.9|g/dL|||||F|||20260401
            OBX|2|NM|3B035000002327201^AST^JC10||22|U/L|||||F|||20260401
            """.replace("\n", "\r");

    private LargeFiles() {}

    /// A file of the receipts of a month (レセプト電算).
    static StorageFile month(int megabytes) {
        var out = new ByteArrayOutputStream((megabytes + 1) << 20);
        out.writeBytes("IR,2,34,1,9999999,,見本病院,202605,00,000-000-0000\r\n".getBytes(WINDOWS));
        var number = filled(out, RECEIPT, WINDOWS, megabytes);
        out.writeBytes(("GO," + number + ",1000,99\r\n").getBytes(WINDOWS));
        return new StorageFile("RECEIPTC.UKE", out.toByteArray());
    }

    /// A batch of results (HL7 v2).
    static StorageFile night(int megabytes) {
        var out = new ByteArrayOutputStream((megabytes + 1) << 20);
        out.writeBytes("FHS|^~\\&|LAB\rBHS|^~\\&|LAB\r".getBytes(StandardCharsets.US_ASCII));
        var number = filled(out, RESULT, StandardCharsets.US_ASCII, megabytes);
        out.writeBytes(("BTS|" + number + "\rFTS|1\r").getBytes(StandardCharsets.US_ASCII));
        return new StorageFile("night.hl7", out.toByteArray());
    }

    /// Returns how often it was written.
    private static int filled(ByteArrayOutputStream out, String piece, Charset charset, int megabytes) {
        var number = 0;
        while (out.size() < megabytes << 20) {
            number++;
            out.writeBytes(piece.replace("NUMBER", "5%06d".formatted(number % PATIENTS))
                    .replace("NR", String.valueOf(number))
                    .getBytes(charset));
        }
        return number;
    }
}
