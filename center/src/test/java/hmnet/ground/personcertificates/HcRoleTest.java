package hmnet.ground.personcertificates;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.ground.directory.Profession;
import hmnet.ground.personcertificates.HcRole.RoleFault;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.BERSequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTF8String;
import org.junit.jupiter.api.Test;

/// A qualification is read as the profile of HPKI writes it, or not at all (S011, A004).
class HcRoleTest {
    private static final PersonPki PKI = new PersonPki("hpki");

    private static HcRole.RoleReading read(byte[] extension) {
        return HcRole.in(PKI.issue(PersonWish.card("").role(extension)).certificate());
    }

    private static RoleFault fault(byte[] extension) {
        var reading = read(extension);
        assertThat(reading.found()).isEmpty();
        return Objects.requireNonNull(reading.fault());
    }

    private static byte[] japans(String role) {
        return HcRoleBytes.of(HcRoleBytes.JAPAN, role);
    }

    @Test
    void theOneRoleOfACardIsRead() {
        var reading = read(japans("Medical Doctor"));
        assertThat(reading.found()).contains(new HcRole("Medical Doctor"));
        assertThat(Qualifications.of(new HcRole("Medical Doctor"))).containsExactly(Profession.DOCTOR);
        assertThat(Qualifications.of(new HcRole("General Nurse")))
                .containsExactlyInAnyOrder(Profession.NURSE, Profession.VISITING_NURSE);
    }

    @Test
    void aRoleThatIsWrittenOtherwiseIsNobodys() {
        for (var other : new String[] {
            "Medical Doctor ",
            " Medical Doctor",
            "medical doctor",
            "MEDICAL DOCTOR",
            "Medical\u00a0Doctor",
            "医師",
            "",
            "#"
        }) {
            assertThat(Qualifications.of(new HcRole(other))).as(other).isEmpty();
        }
    }

    @Test
    void moreThanOneRoleIsNone() {
        assertThat(fault(HcRoleBytes.of(HcRoleBytes.JAPAN, "Medical Doctor", "Director of Hospital")))
                .isEqualTo(RoleFault.SEVERAL);
        assertThat(fault(HcRoleBytes.bytes(HcRoleBytes.attributes(
                        HcRoleBytes.HC_ROLE,
                        HcRoleBytes.actors(HcRoleBytes.JAPAN, "Medical Doctor"),
                        HcRoleBytes.actors(HcRoleBytes.JAPAN, "Pharmacist")))))
                .isEqualTo(RoleFault.SEVERAL);
    }

    @Test
    void anotherCodingSchemeIsNotJapans() {
        assertThat(fault(HcRoleBytes.of("1.3.6.1.4.1.99999.1", "Medical Doctor")))
                .isEqualTo(RoleFault.FOREIGN);
    }

    @Test
    void twoAttributesAreNotOne() {
        var role = HcRoleBytes.attribute(HcRoleBytes.HC_ROLE, HcRoleBytes.actors(HcRoleBytes.JAPAN, "Medical Doctor"));
        assertThat(fault(HcRoleBytes.bytes(new DERSequence(new ASN1Encodable[] {role, role}))))
                .isEqualTo(RoleFault.BROKEN);
    }

    @Test
    void anotherAttributeIsNoRole() {
        assertThat(fault(HcRoleBytes.bytes(HcRoleBytes.attributes(
                        "1.0.17090.0.2", HcRoleBytes.actors(HcRoleBytes.JAPAN, "Medical Doctor")))))
                .isEqualTo(RoleFault.BROKEN);
    }

    @Test
    void anotherFormOfTheTextIsBroken() {
        var scheme = new DERTaggedObject(true, 0, new ASN1ObjectIdentifier(HcRoleBytes.JAPAN));
        var printable = new DERTaggedObject(true, 2, new DERPrintableString("Medical Doctor"));
        var implicit = new DERTaggedObject(false, 2, new DERUTF8String("Medical Doctor"));
        var elsewhere = new DERTaggedObject(true, 1, new DERUTF8String("Medical Doctor"));
        for (var text : new DERTaggedObject[] {printable, implicit, elsewhere}) {
            var actor = new DERSequence(new DERTaggedObject(true, 0, new DERSet(new ASN1Encodable[] {scheme, text})));
            assertThat(fault(HcRoleBytes.bytes(HcRoleBytes.attributes(HcRoleBytes.HC_ROLE, new DERSet(actor)))))
                    .isEqualTo(RoleFault.BROKEN);
        }
    }

    @Test
    void bytesBehindTheValueMakeItBroken() {
        var good = japans("Medical Doctor");
        assertThat(fault(Arrays.copyOf(good, good.length + 2))).isEqualTo(RoleFault.BROKEN);
        assertThat(fault(Arrays.copyOf(good, good.length - 1))).isEqualTo(RoleFault.BROKEN);
    }

    @Test
    void whatIsNotInDerIsBroken() throws Exception {
        var bytes = new ByteArrayOutputStream();
        new BERSequence(HcRoleBytes.attribute(
                        HcRoleBytes.HC_ROLE, HcRoleBytes.actors(HcRoleBytes.JAPAN, "Medical Doctor")))
                .encodeTo(bytes);
        assertThat(fault(bytes.toByteArray())).isEqualTo(RoleFault.BROKEN);
    }

    @Test
    void noBitOfAGoodOneCanBeChangedIntoAnotherRoleThatCounts() throws Exception {
        var good = japans("Medical Doctor");
        for (var place = 0; place < good.length; place++) {
            for (var bit = 0; bit < 8; bit++) {
                var changed = good.clone();
                changed[place] ^= (byte) (1 << bit);
                var reading = HcRole.in(new DEROctetString(changed).getEncoded());
                assertThat(reading.found().map(Qualifications::of).filter(some -> !some.isEmpty()))
                        .as("bit %d of byte %d", bit, place)
                        .isEmpty();
            }
        }
    }

    @Test
    void aRoleOfManyBytesIsRefusedUnreadAndFast() {
        var issued = PKI.issue(PersonWish.card("").role(japans("A".repeat(200_000))));
        var since = Instant.now();
        assertThat(HcRole.in(issued.certificate()).fault()).isEqualTo(RoleFault.OVERSIZED);
        assertThat(Duration.between(since, Instant.now())).isLessThan(Duration.ofMillis(50));
    }

    @Test
    void aCertificateWithoutTheAttributeHasNoRole() {
        assertThat(HcRole.in(PKI.issue(PersonWish.device("x")).certificate()).fault())
                .isEqualTo(RoleFault.MISSING);
    }

    @Test
    void lengthsThatLieAreBroken() {
        assertThat(fault(new byte[] {0x30, (byte) 0x82, (byte) 0xff, (byte) 0xff, 0x30, 0x00}))
                .isEqualTo(RoleFault.BROKEN);
    }
}
