package hmnet.formats.other.room;

import java.io.DataOutputStream;
import java.io.IOException;

/// A room whose inside never says what a file is (答えない検査室).
public final class StuckInside {
    private StuckInside() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        RoomParent.endWithIt();
        var out = new DataOutputStream(System.out);
        out.writeInt(RoomWire.READY);
        out.flush();
        while (true) {
            Thread.sleep(60_000);
        }
    }
}
