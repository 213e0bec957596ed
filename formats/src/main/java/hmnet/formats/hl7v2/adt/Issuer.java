package hmnet.formats.hl7v2.adt;

/// Who gave out a number (番号の発行元), as CX.4 names them; both empty when the sender left it out.
public record Issuer(String namespace, String oid) {
    public boolean unnamed() {
        return namespace.isEmpty() && oid.isEmpty();
    }
}
