package hmnet.consent.patientcard;

import java.io.IOException;

/// A line to a card (カードとの通信路), as ISO/IEC 7816-4 speaks. A real reader is another implementation of
/// this and nothing else: `javax.smartcardio.CardChannel`, a phone's NFC, a terminal on the network.
interface CardChannel {
    /// Sends a command and returns the answer: its data and the two status bytes.
    byte[] transmit(byte[] command) throws IOException;
}
