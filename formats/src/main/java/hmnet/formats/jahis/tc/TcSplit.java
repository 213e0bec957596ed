package hmnet.formats.jahis.tc;

import hmnet.formats.base.csv.RecordForm;
import hmnet.formats.base.csv.RecordLine;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/// A handbook in texts of one QR code each (お薬手帳データの分割).
final class TcSplit {
    private static final int MOST = 999;

    private TcSplit() {}

    /// The same text in parts of at most `bytesMax`, cut between records, each with the header and its record
    /// 911.
    ///
    /// @param id 14 digits, of the whole
    /// @throws IllegalArgumentException when one record alone is longer, or nothing came of it in 999 parts
    static List<byte[]> split(List<RecordLine> lines, RecordLine header, String id, int bytesMax) {
        var bodies = new ArrayList<byte[]>();
        var body = new ByteArrayOutputStream();
        var top = bytes(header);
        int room = bytesMax - top.length - bytes(RecordLine.of(TcParts.SPLIT, id, "999", "999")).length;
        for (var line : lines) {
            var bytes = bytes(line);
            if (bytes.length > room) {
                throw new IllegalArgumentException("A record of " + bytes.length + " bytes does not fit");
            }
            if (body.size() + bytes.length > room) {
                bodies.add(body.toByteArray());
                body.reset();
            }
            body.writeBytes(bytes);
        }
        bodies.add(body.toByteArray());
        if (bodies.size() > MOST) {
            throw new IllegalArgumentException("More than " + MOST + " parts");
        }
        var parts = new ArrayList<byte[]>();
        for (int i = 0; i < bodies.size(); i++) {
            var part = new ByteArrayOutputStream();
            part.writeBytes(top);
            part.writeBytes(bodies.get(i));
            if (bodies.size() > 1) {
                part.writeBytes(
                        bytes(RecordLine.of(TcParts.SPLIT, id, String.valueOf(bodies.size()), String.valueOf(i + 1))));
            }
            parts.add(part.toByteArray());
        }
        return parts;
    }

    private static byte[] bytes(RecordLine line) {
        return (String.join(",", line.columns()) + "\r\n").getBytes(RecordForm.WINDOWS);
    }
}
