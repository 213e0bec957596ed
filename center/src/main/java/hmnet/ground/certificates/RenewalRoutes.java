package hmnet.ground.certificates;

import static java.nio.charset.StandardCharsets.US_ASCII;

import hmnet.ground.certificates.RenewalAnswer.NextRegistration;
import hmnet.ground.certificates.RenewalAnswer.RefusedRegistration;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.mtls.Machines;
import hmnet.ground.routes.Connector;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Where a facility's machine asks how its certificate stands and registers the next one (次の証明書の受付), under the one
/// in use. Whose certificate has run out, was revoked or ended, does not come through the gate.
@RestController
class RenewalRoutes {
    private static final int PEM_MAX = 64 * 1024;
    private static final int CHAIN_MAX = 5;

    private final Renewals renewals;
    private final FacilityIssuer issuer;
    private final Machines machines;
    private final Clock clock;

    RenewalRoutes(Renewals renewals, FacilityIssuer issuer, Machines machines, Clock clock) {
        this.renewals = renewals;
        this.issuer = issuer;
        this.machines = machines;
        this.clock = clock;
    }

    /// How the certificate in use stands.
    ///
    /// @param now the time here, as it goes into a proof
    /// @param opens since when the next one may be registered
    /// @param issues whether the centre issues the next one for a request
    record CertificateStanding(
            String now, String fingerprint, String serial, String notAfter, String opens, boolean issues) {}

    /// What became of a registration.
    ///
    /// @param outcome `registered`, `waits` or `refused`
    /// @param reason a word, empty where nothing was refused
    /// @param certificate PEM with its chain, where the centre issued it; else empty
    record RegistrationOutcome(
            String outcome, String reason, String detail, String fingerprint, String notAfter, String certificate) {}

    /// How many certificates ended.
    record EndedCount(int ended) {}

    @GetMapping("/certificate")
    @Rule(on = Connector.MTLS, value = Right.FACILITY)
    CertificateStanding standing(HttpServletRequest request, FacilityId facility) {
        var shown = shown(request);
        return new CertificateStanding(
                clock.instant().toString(),
                hex(shown),
                shown.getSerialNumber().toString(16),
                shown.getNotAfter().toInstant().toString(),
                renewals.opens(shown).toString(),
                !issuer.absent());
    }

    /// Registers one that a CA outside issued, with the proof that its key is at hand.
    @PostMapping("/certificate/next")
    @Rule(on = Connector.MTLS, value = Right.FACILITY)
    ResponseEntity<RegistrationOutcome> register(
            @RequestParam(defaultValue = "") String certificate,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "") String signature,
            HttpServletRequest request,
            FacilityId facility) {
        var chain = chain(certificate);
        return answer(
                chain.isEmpty()
                        ? new RefusedRegistration(RenewalObjection.NOT_READABLE)
                        : renewals.register(facility, shown(request), chain, new Proof(at, signature)),
                false);
    }

    /// Issues one for a PKCS#10 request, where the centre holds the key of the network's CA.
    @PostMapping("/certificate/next/request")
    @Rule(on = Connector.MTLS, value = Right.FACILITY)
    ResponseEntity<RegistrationOutcome> issue(
            @RequestParam(name = "request", defaultValue = "") String pem,
            HttpServletRequest request,
            FacilityId facility) {
        var wish =
                pem.length() > PEM_MAX ? java.util.Optional.<CertificateRequest>empty() : CertificateRequest.read(pem);
        return answer(
                wish.<RenewalAnswer>map(one -> renewals.issue(facility, shown(request), one))
                        .orElseGet(() -> new RefusedRegistration(RenewalObjection.NOT_READABLE)),
                true);
    }

    /// Ends the ones that the certificate in use came after.
    @PostMapping("/certificate/former/end")
    @Rule(on = Connector.MTLS, value = Right.FACILITY)
    EndedCount endFormer(HttpServletRequest request, FacilityId facility) {
        return new EndedCount(renewals.endFormer(facility, shown(request)));
    }

    private X509Certificate shown(HttpServletRequest request) {
        return machines.shown(request)
                .orElseThrow(() -> new IllegalStateException("The gate let nobody in without a certificate"));
    }

    private static List<X509Certificate> chain(String pem) {
        if (pem.length() > PEM_MAX) {
            return List.of();
        }
        try {
            var read = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem.getBytes(US_ASCII)))
                    .stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            return read.size() > CHAIN_MAX ? List.of() : read;
        } catch (CertificateException e) {
            return List.of();
        }
    }

    private static ResponseEntity<RegistrationOutcome> answer(RenewalAnswer answer, boolean issued) {
        return switch (answer) {
            case NextRegistration registration ->
                ResponseEntity.ok(new RegistrationOutcome(
                        registration.waits() ? "waits" : "registered",
                        "",
                        "",
                        hex(registration.certificate()),
                        registration.certificate().getNotAfter().toInstant().toString(),
                        issued ? pem(registration.chain()) : ""));
            case RefusedRegistration(var objection, var detail) ->
                ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                        .body(new RegistrationOutcome(
                                "refused",
                                objection.word(),
                                detail.isEmpty() ? objection.sentence() : objection.sentence() + ": " + detail,
                                "",
                                "",
                                ""));
        };
    }

    private static String hex(X509Certificate certificate) {
        return HexFormat.of().formatHex(Machines.fingerprint(certificate));
    }

    private static String pem(List<X509Certificate> chain) {
        var text = new StringBuilder();
        var encoder = Base64.getMimeEncoder(64, new byte[] {'\n'});
        for (var certificate : chain) {
            try {
                text.append("-----BEGIN CERTIFICATE-----\n")
                        .append(encoder.encodeToString(certificate.getEncoded()))
                        .append("\n-----END CERTIFICATE-----\n");
            } catch (CertificateEncodingException e) {
                throw new IllegalStateException(e);
            }
        }
        return text.toString();
    }
}
