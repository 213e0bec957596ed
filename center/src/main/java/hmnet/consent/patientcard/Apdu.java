package hmnet.consent.patientcard;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;

/// Commands of ISO/IEC 7816-4 in their short form (APDU), and the answers to them.
final class Apdu {
    static final int DONE = 0x9000;
    static final int END_REACHED = 0x6282;
    static final int NOT_FOUND = 0x6A82;
    static final int WRONG_OFFSET = 0x6B00;
    static final int MOST_READ = 0xF0;
    static final int MOST_WRITTEN = 0xF0;

    private Apdu() {}

    /// @param data without the status
    record CardReply(byte[] data, int status) {}

    static CardReply send(CardChannel channel, byte[] command) throws IOException {
        var answer = channel.transmit(command);
        if (answer.length < 2) {
            throw new IOException("The card's answer has no status");
        }
        var status = (answer[answer.length - 2] & 0xFF) << 8 | answer[answer.length - 1] & 0xFF;
        return new CardReply(Arrays.copyOf(answer, answer.length - 2), status);
    }

    /// SELECT by name, with the file control information wanted back.
    static byte[] select(byte[] name) {
        return command(0xA4, 0x04, 0x00, name, 0);
    }

    static byte[] readBinary(int offset, int length) {
        return new byte[] {0, (byte) 0xB0, (byte) (offset >> 8), (byte) offset, (byte) length};
    }

    static byte[] updateBinary(int offset, byte[] data) {
        return command(0xD6, offset >> 8, offset & 0xFF, data, -1);
    }

    /// @param expected how many bytes are wanted back; 0 = all, −1 = none
    private static byte[] command(int instruction, int p1, int p2, byte[] data, int expected) {
        var command = new ByteArrayOutputStream();
        command.write(0);
        command.write(instruction);
        command.write(p1);
        command.write(p2);
        command.write(data.length);
        command.writeBytes(data);
        if (expected >= 0) {
            command.write(expected);
        }
        return command.toByteArray();
    }
}
