package hmnet.consent.patientcard;

import java.util.Arrays;

/// A card of our own making (模擬カード) that speaks ISO/IEC 7816-4: one area under our name, or none. It can
/// be taken away in the middle of writing.
final class SimulatedCard implements CardChannel {
    private final boolean ours;
    private final int declared;
    private byte[] area;
    private boolean selected;
    private int updatesLeft = Integer.MAX_VALUE;

    private SimulatedCard(boolean ours, int size) {
        this.ours = ours;
        this.declared = size;
        this.area = new byte[size];
    }

    static SimulatedCard of(int size) {
        return new SimulatedCard(true, size);
    }

    static SimulatedCard ofAnotherKind() {
        return new SimulatedCard(false, 0);
    }

    byte[] area() {
        return area;
    }

    /// The file is shorter than it says.
    void cutOff(int length) {
        area = Arrays.copyOf(area, length);
    }

    void takenAwayAfter(int updates) {
        updatesLeft = updates;
    }

    @Override
    public byte[] transmit(byte[] command) {
        return switch (command[1] & 0xFF) {
            case 0xA4 -> select(command);
            case 0xB0 -> read(offset(command), command[4] & 0xFF);
            case 0xD6 -> update(offset(command), Arrays.copyOfRange(command, 5, 5 + (command[4] & 0xFF)));
            default -> status(0x6D00);
        };
    }

    private static int offset(byte[] command) {
        return (command[2] & 0x7F) << 8 | command[3] & 0xFF;
    }

    private byte[] select(byte[] command) {
        var name = Arrays.copyOfRange(command, 5, 5 + (command[4] & 0xFF));
        selected = ours && Arrays.equals(name, ExtensionArea.NAME);
        if (!selected) {
            return status(0x6A82);
        }
        var information = new byte[] {
            0x6F, 7, (byte) 0x82, 1, 1, (byte) 0x80, 2, (byte) (declared >> 8), (byte) declared, (byte) 0x90, 0
        };
        return information;
    }

    private byte[] read(int offset, int length) {
        if (!selected || offset > area.length) {
            return status(0x6B00);
        }
        var until = Math.min(area.length, offset + length);
        var answer = Arrays.copyOf(Arrays.copyOfRange(area, offset, until), until - offset + 2);
        var status = until - offset < length ? 0x6282 : 0x9000;
        answer[answer.length - 2] = (byte) (status >> 8);
        answer[answer.length - 1] = (byte) status;
        return answer;
    }

    private byte[] update(int offset, byte[] data) {
        if (!selected || offset + data.length > area.length || updatesLeft-- <= 0) {
            return status(0x6581);
        }
        System.arraycopy(data, 0, area, offset, data.length);
        return status(0x9000);
    }

    private static byte[] status(int status) {
        return new byte[] {(byte) (status >> 8), (byte) status};
    }
}
