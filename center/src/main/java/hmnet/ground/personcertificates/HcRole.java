package hmnet.ground.personcertificates;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.jspecify.annotations.Nullable;

/// The qualification in an HPKI certificate (保健医療福祉分野の資格, hcRole; ISO 17090, S011): the one role it names, read
/// strictly. Whatever is not exactly as the profile has it gives no role, and says why.
///
/// @param text such as `Medical Doctor`
public record HcRole(String text) {
    private static final String DIRECTORY_ATTRIBUTES = "2.5.29.9";
    private static final ASN1ObjectIdentifier HC_ROLE = new ASN1ObjectIdentifier("1.0.17090.0.1");

    /// The qualifications of Japan (国家資格等).
    private static final ASN1ObjectIdentifier SCHEME = new ASN1ObjectIdentifier("1.2.392.100495.1.6.1.1");

    /// Many times what one role takes.
    private static final int BYTES_MAX = 1_024;

    private static final int CODED_DATA = 0;
    private static final int SCHEME_TAG = 0;
    private static final int FREE_TEXT = 2;

    /// Why a certificate names no role that counts.
    public enum RoleFault {
        MISSING,
        OVERSIZED,
        /// It is not in the form of the profile, or not in DER.
        BROKEN,
        /// More than one role, so that none is the one.
        SEVERAL,
        /// Of a coding scheme that is not Japan's.
        FOREIGN
    }

    /// Either the role or why there is none.
    ///
    /// @param fault null where there is a role
    public record RoleReading(
            @Nullable HcRole role, @Nullable RoleFault fault) {
        static RoleReading of(String text) {
            return new RoleReading(new HcRole(text), null);
        }

        static RoleReading none(RoleFault fault) {
            return new RoleReading(null, fault);
        }

        Optional<HcRole> found() {
            return Optional.ofNullable(role);
        }
    }

    static RoleReading in(X509Certificate certificate) {
        var extension = certificate.getExtensionValue(DIRECTORY_ATTRIBUTES);
        return extension == null ? RoleReading.none(RoleFault.MISSING) : in(extension);
    }

    /// @param extension an octet string around the attributes, as a certificate holds it
    static RoleReading in(byte[] extension) {
        if (extension.length > BYTES_MAX) {
            return RoleReading.none(RoleFault.OVERSIZED);
        }
        try {
            return attribute(der(ASN1OctetString.getInstance(der(extension)).getOctets()));
        } catch (IOException | RuntimeException broken) {
            return RoleReading.none(RoleFault.BROKEN); // what a stranger's bytes make the reader throw is one answer
        }
    }

    /// One value and nothing behind it, in its only canonical form.
    private static ASN1Primitive der(byte[] bytes) throws IOException {
        var read = ASN1Primitive.fromByteArray(bytes);
        if (read == null || !Arrays.equals(read.getEncoded(ASN1Encoding.DER), bytes)) {
            throw new IOException("not in DER");
        }
        return read;
    }

    /// `SEQUENCE OF Attribute`, and in it hcRole alone: `SEQUENCE { OID, SET OF HCActorData }`.
    private static RoleReading attribute(ASN1Primitive attributes) throws IOException {
        var attribute = ASN1Sequence.getInstance(
                only(ASN1Sequence.getInstance(attributes).toArray()));
        if (attribute.size() != 2 || !HC_ROLE.equals(ASN1ObjectIdentifier.getInstance(attribute.getObjectAt(0)))) {
            throw new IOException("not the attribute hcRole");
        }
        var values = ASN1Set.getInstance(attribute.getObjectAt(1));
        if (values.size() > 1) {
            return RoleReading.none(RoleFault.SEVERAL);
        }
        var actors = ASN1Set.getInstance(only(values.toArray()));
        return actors.size() > 1
                ? RoleReading.none(RoleFault.SEVERAL)
                : actor(ASN1Sequence.getInstance(only(actors.toArray())));
    }

    /// `SEQUENCE { [0] SET { [0] OID, [2] DirectoryString } }`, all tags explicit.
    private static RoleReading actor(ASN1Sequence actor) throws IOException {
        var coded = ASN1Set.getInstance(explicit(only(actor.toArray()), CODED_DATA));
        if (coded.size() != 2) {
            throw new IOException("not a scheme and a text");
        }
        var scheme = ASN1ObjectIdentifier.getInstance(explicit(coded.getObjectAt(0), SCHEME_TAG));
        var text = ASN1UTF8String.getInstance(explicit(coded.getObjectAt(1), FREE_TEXT));
        return SCHEME.equals(scheme) ? RoleReading.of(text.getString()) : RoleReading.none(RoleFault.FOREIGN);
    }

    private static ASN1Primitive explicit(Object tagged, int number) throws IOException {
        var read = ASN1TaggedObject.getInstance(tagged);
        if (!read.hasContextTag(number) || !read.isExplicit()) {
            throw new IOException("not the tag [" + number + "]");
        }
        return read.getExplicitBaseObject().toASN1Primitive();
    }

    private static <T> T only(T[] some) throws IOException {
        if (some.length != 1) {
            throw new IOException(some.length + " where one is meant");
        }
        return some[0];
    }
}
