package hmnet.ground.personcertificates;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTF8String;

/// The bytes of the attribute hcRole, well made or not (資格属性の試験データ).
final class HcRoleBytes {
    static final String JAPAN = "1.2.392.100495.1.6.1.1";
    static final String HC_ROLE = "1.0.17090.0.1";

    private HcRoleBytes() {}

    /// As the profile of HPKI has it; with several roles, an actor each.
    static byte[] of(String scheme, String... roles) {
        return bytes(attributes(HC_ROLE, actors(scheme, roles)));
    }

    static DERSet actors(String scheme, String... roles) {
        return new DERSet(Arrays.stream(roles).map(role -> actor(scheme, role)).toArray(ASN1Encodable[]::new));
    }

    static DERSequence actor(String scheme, String role) {
        var coded = new DERSet(new ASN1Encodable[] {
            new DERTaggedObject(true, 0, new ASN1ObjectIdentifier(scheme)),
            new DERTaggedObject(true, 2, new DERUTF8String(role))
        });
        return new DERSequence(new DERTaggedObject(true, 0, coded));
    }

    static DERSequence attributes(String type, ASN1Encodable... values) {
        return new DERSequence(attribute(type, values));
    }

    static DERSequence attribute(String type, ASN1Encodable... values) {
        var parts = new ASN1EncodableVector();
        parts.add(new ASN1ObjectIdentifier(type));
        parts.add(new DERSet(values));
        return new DERSequence(parts);
    }

    static byte[] bytes(ASN1Encodable value) {
        try {
            return value.toASN1Primitive().getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
