package hmnet.formats.eprescription;

import hmnet.formats.base.TreeLimits;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.xml.XmlStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// The XML around the records (署名用の封筒): `Document/Prescription/PrescriptionDocument` or
/// `Document/Dispensing/DispensingDocument` holds them in Base64, a signature beside it signs them. The
/// signature is kept, not verified: that is the business of whoever relies on it.
///
/// @param dispensing it tells what was dispensed (調剤情報), not what was prescribed
@SuppressWarnings("ArrayRecordComponent") // handed over once, compared nowhere
record Envelope(boolean dispensing, byte[] records, boolean signed) {
    private static final int DEEPEST = TreeLimits.ENVELOPE.depth();
    private static final int LONGEST = 4 << 20;

    static Envelope read(byte[] bytes) throws Unreadable {
        var reading = new EnvelopeParts();
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            text = text.startsWith("\uFEFF") ? text.substring(1) : text;
            var xml = XmlStream.openInPieces(text);
            while (xml.hasNext()) {
                reading.take(xml.next(), xml);
            }
        } catch (XMLStreamException e) {
            var code = XmlStream.isBeyondLimits(e) ? "xml-too-deep" : "xml";
            throw new Unreadable(
                    code, e.getLocation() == null ? 0 : e.getLocation().getLineNumber(), "", "not XML");
        } catch (CharacterCodingException e) {
            throw new Unreadable("charset", 0, "", "not UTF-8");
        }
        return reading.envelope();
    }

    private static final class EnvelopeParts {
        private final Deque<String> path = new ArrayDeque<>();
        private final StringBuilder text = new StringBuilder();
        private boolean found;
        private boolean dispensing;
        private boolean signed;

        void take(int event, XMLStreamReader xml) throws Unreadable {
            int line = xml.getLocation().getLineNumber();
            switch (event) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new Unreadable("xml-doctype", line, "", "a DOCTYPE or an entity is refused");
                case XMLStreamConstants.START_ELEMENT -> {
                    path.addLast(xml.getLocalName());
                    if (path.size() > DEEPEST || xml.getAttributeCount() > TreeLimits.ENVELOPE.attributes()) {
                        throw new Unreadable("xml-too-deep", line, "", "more than " + DEEPEST + " levels");
                    }
                    start(xml.getLocalName(), line);
                }
                case XMLStreamConstants.END_ELEMENT -> path.removeLast();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (holds()) {
                        text.append(xml.getText());
                        if (text.length() > LONGEST) {
                            throw new Unreadable("too-large", line, "", "more than " + LONGEST + " characters");
                        }
                    }
                }
                default -> {}
            }
        }

        private void start(String name, int line) throws Unreadable {
            if (path.size() == 1 && !name.equals("Document")) {
                throw new Unreadable("header", line, name, "Document expected");
            }
            signed |= name.equals("Signature");
            if (holds()) {
                if (found) {
                    throw new Unreadable("record-twice", line, name, "two documents in one envelope");
                }
                found = true;
                dispensing = name.equals("DispensingDocument");
            }
        }

        private boolean holds() {
            if (path.size() != 3) {
                return false;
            }
            var parts = path.toArray(String[]::new);
            return parts[1].equals("Prescription") && parts[2].equals("PrescriptionDocument")
                    || parts[1].equals("Dispensing") && parts[2].equals("DispensingDocument");
        }

        Envelope envelope() throws Unreadable {
            if (!found) {
                throw new Unreadable("record-missing", 0, "PrescriptionDocument", "no records in the envelope");
            }
            try {
                return new Envelope(dispensing, Base64.getDecoder().decode(plain()), signed);
            } catch (IllegalArgumentException e) {
                throw new Unreadable("base64", 0, "PrescriptionDocument", "not Base64");
            }
        }

        /// Without the blanks and line ends that Base64 may stand in.
        private String plain() {
            var plain = new StringBuilder(text.length());
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c != ' ' && c != '\t' && c != '\r' && c != '\n') {
                    plain.append(c);
                }
            }
            return plain.toString();
        }
    }
}
