package hmnet.care.emergencycode;

import hmnet.care.emergencycode.CodeWords.CodePerson;
import hmnet.care.emergencycode.CodeWords.CodeSection;
import hmnet.ground.keys.SigningKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.dataformat.cbor.CBORFactory;
import tools.jackson.dataformat.cbor.CBORGenerator;

/// A code as text (救急QRの符号): the words as CBOR web token (RFC 8392), signed by COSE_Sign1 with EdDSA (RFC 9052, 9053),
/// compressed by zlib, written in base45 after `HME1:`. Health certificates of the European Union are made in this way.
///
/// @param issuer the name of the network
/// @param id names this code where it is withdrawn
@SuppressWarnings("ArrayRecordComponent") // written once, compared nowhere
record SignedCode(String issuer, byte[] id, Instant madeAt, Instant until, CodeWords words) {
    static final String PREFIX = "HME1:";

    /// A QR code of version 25 at level M holds so many letters.
    static final int LETTERS_MAX = 1_451;

    /// So many letters one signature and number may pack worse than another.
    static final int SLACK = 12;

    /// The claim that carries the words: a number for private use.
    static final int WORDS_CLAIM = -65_537;

    private static final int COSE_SIGN1 = 18;
    private static final int ALGORITHM = 1;
    private static final int EDDSA = -8;
    private static final int KEY_ID = 4;
    private static final CBORFactory CBOR = new CBORFactory();

    /// What is written.
    private interface Cbor {
        void write(CBORGenerator out);
    }

    String text(SigningKey key) {
        var head = cbor(out -> {
            out.writeStartObject(null, 2);
            out.writePropertyId(ALGORITHM).writeNumber(EDDSA);
            out.writePropertyId(KEY_ID).writeBinary(key.id());
            out.writeEndObject();
        });
        var claims = cbor(this::claims);
        var signed = cbor(out -> {
            out.writeStartArray(null, 4);
            out.writeString("Signature1")
                    .writeBinary(head)
                    .writeBinary(new byte[0])
                    .writeBinary(claims);
            out.writeEndArray();
        });
        return PREFIX
                + Base45.encode(packed(cbor(out -> {
                    out.writeTag(COSE_SIGN1);
                    out.writeStartArray(null, 4);
                    out.writeBinary(head);
                    out.writeStartObject(null, 0).writeEndObject();
                    out.writeBinary(claims).writeBinary(key.sign(signed));
                    out.writeEndArray();
                })));
    }

    private void claims(CBORGenerator out) {
        out.writeStartObject(null, 5);
        out.writePropertyId(1).writeString(issuer);
        out.writePropertyId(4).writeNumber(until.getEpochSecond());
        out.writePropertyId(6).writeNumber(madeAt.getEpochSecond());
        out.writePropertyId(7).writeBinary(id);
        out.writePropertyId(WORDS_CLAIM);
        var person = words.person();
        out.writeStartArray(null, person == null ? 1 : 5);
        out.writeStartArray(null, words.sections().size());
        words.sections().forEach(section -> section(out, section));
        out.writeEndArray();
        if (person != null) {
            person(out, person);
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private static void section(JsonGenerator out, CodeSection section) {
        out.writeStartArray(null, 3);
        out.writeNumber(section.part().number());
        out.writeNumber(section.more());
        out.writeStartArray(null, section.lines().size());
        section.lines().forEach(out::writeString);
        out.writeEndArray();
        out.writeEndArray();
    }

    private static void person(JsonGenerator out, CodePerson person) {
        out.writeString(person.name());
        out.writeString(person.kana());
        out.writeString(person.birth().toString());
        out.writeString(person.sex());
    }

    private static byte[] cbor(Cbor what) {
        var bytes = new ByteArrayOutputStream();
        try (var out = (CBORGenerator) CBOR.createGenerator(ObjectWriteContext.empty(), bytes)) {
            what.write(out);
        }
        return bytes.toByteArray();
    }

    private static byte[] packed(byte[] bytes) {
        var packed = new ByteArrayOutputStream();
        var deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try (var out = new DeflaterOutputStream(packed, deflater)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // never: it is written to memory
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }
}
