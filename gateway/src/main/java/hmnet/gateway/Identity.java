package hmnet.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/// A certificate with its chain and its key (証明書と鍵の組): what a gateway shows the centre.
public record Identity(PrivateKey key, List<X509Certificate> chain) {
    private static final Pattern KEY = block("PRIVATE KEY");
    private static final Pattern PUBLIC_KEY = block("PUBLIC KEY");
    private static final Pattern CERTIFICATE = block("CERTIFICATE");
    private static final byte[] PROBE = {1};

    public Identity {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("No certificate");
        }
    }

    /// Of two PEM files; they may be no pair.
    public static Identity of(Path certificate, Path key) throws IOException {
        return new Identity(key(text(key), key), certificates(text(certificate), certificate));
    }

    /// Of one PEM file that holds both.
    public static Identity ofBoth(Path pem) throws IOException {
        return of(pem, pem);
    }

    /// Of the first key with a certificate in a PKCS#12 file.
    public static Identity ofPkcs12(Path file, char[] password) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            for (var alias : Collections.list(store.aliases())) {
                if (store.getKey(alias, password) instanceof PrivateKey key
                        && store.getCertificateChain(alias) != null) {
                    return new Identity(
                            key,
                            Arrays.stream(store.getCertificateChain(alias))
                                    .map(X509Certificate.class::cast)
                                    .toList());
                }
            }
            throw new IOException("No key with a certificate in " + file);
        } catch (GeneralSecurityException e) {
            throw new IOException("Not a PKCS#12 file that opens: " + file + ": " + e.getMessage(), e);
        }
    }

    /// The PKCS#8 key in a PEM text.
    public static PrivateKey key(String pem, Path from) throws IOException {
        var found = KEY.matcher(pem);
        if (!found.find()) {
            throw new IOException("No PKCS#8 key (BEGIN PRIVATE KEY) in " + from);
        }
        try {
            var spec = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(found.group(1)));
            try {
                return KeyFactory.getInstance("EC").generatePrivate(spec);
            } catch (InvalidKeySpecException notElliptic) {
                return KeyFactory.getInstance("RSA").generatePrivate(spec);
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException("Not an EC or RSA key: " + from, e);
        }
    }

    /// A file as it is, whatever stands in it.
    static String text(Path file) throws IOException {
        return Files.readString(file, ISO_8859_1);
    }

    /// The certificates in a PEM text, at least one; a key beside them is passed over. One DER certificate will do too.
    public static List<X509Certificate> certificates(String pem, Path from) throws IOException {
        var blocks = new StringBuilder();
        CERTIFICATE
                .matcher(pem)
                .results()
                .forEach(block -> blocks.append(block.group()).append('\n'));
        try {
            var read = CertificateFactory.getInstance("X.509")
                    .generateCertificates(
                            new ByteArrayInputStream((blocks.isEmpty() ? pem : blocks.toString()).getBytes(ISO_8859_1)))
                    .stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (read.isEmpty()) {
                throw new IOException("Not a certificate: " + from);
            }
            return read;
        } catch (GeneralSecurityException e) {
            throw new IOException("Not a certificate: " + from, e);
        }
    }

    public X509Certificate certificate() {
        return chain.getFirst();
    }

    public Instant endsAt() {
        return certificate().getNotAfter().toInstant();
    }

    /// SHA-256 over the certificate, in hexadecimal: under it the centre registers it.
    public String fingerprint() {
        return fingerprint(certificate());
    }

    public static String fingerprint(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Whether key and certificate are of one pair: while files are being replaced they may not be.
    public boolean paired() {
        try {
            var open = certificate().getPublicKey();
            if (!key.getAlgorithm().equals(open.getAlgorithm())) {
                return false;
            }
            var verifying = Signature.getInstance(algorithm(key));
            verifying.initVerify(open);
            verifying.update(PROBE);
            return verifying.verify(sign(PROBE));
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /// A signature by the key, with SHA-256.
    public byte[] sign(byte[] words) throws GeneralSecurityException {
        var signing = Signature.getInstance(algorithm(key));
        signing.initSign(key);
        signing.update(words);
        return signing.sign();
    }

    /// Key and chain as one PEM text.
    public String pem() {
        return pem("PRIVATE KEY", key.getEncoded()) + chainPem();
    }

    /// The chain as PEM.
    public String chainPem() {
        var text = new StringBuilder();
        for (var one : chain) {
            try {
                text.append(pem("CERTIFICATE", one.getEncoded()));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
        return text.toString();
    }

    /// Both keys of a pair that has no certificate yet.
    public static String pem(KeyPair keys) {
        return pem("PRIVATE KEY", keys.getPrivate().getEncoded())
                + pem("PUBLIC KEY", keys.getPublic().getEncoded());
    }

    /// The pair that was written so.
    public static KeyPair keys(String pem, Path from) throws IOException {
        var open = PUBLIC_KEY.matcher(pem);
        if (!open.find()) {
            throw new IOException("No public key in " + from);
        }
        try {
            var spec = new X509EncodedKeySpec(Base64.getMimeDecoder().decode(open.group(1)));
            return new KeyPair(KeyFactory.getInstance("EC").generatePublic(spec), key(pem, from));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException("No pair of EC keys: " + from, e);
        }
    }

    static String pem(String kind, byte[] der) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + kind + "-----\n";
    }

    private static String algorithm(PrivateKey key) {
        return key.getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA";
    }

    private static Pattern block(String kind) {
        return Pattern.compile("-----BEGIN " + kind + "-----(.*?)-----END " + kind + "-----", Pattern.DOTALL);
    }
}
