package hmnet.ground.mllp;

import hmnet.formats.base.hl7.Message;
import hmnet.ground.directory.FacilityId;

/// A message that came from a facility's machine (受信電文), whole and readable.
///
/// @param facility whose certificate was shown; nothing in the message counts for it
/// @param serial of that certificate
/// @param bytes as they stood in the frame, its end mark included
@SuppressWarnings("ArrayRecordComponent") // read, never changed
public record Telegram(FacilityId facility, String serial, Message message, byte[] bytes) {
    /// MSH-9 without its structure, such as `ADT^A08`.
    public String type() {
        return message.type();
    }
}
