package hmnet.ground.certificates;

/// Why a next certificate is not registered (登録できない理由). Its word goes to the machine and into the log.
enum RenewalObjection {
    NOT_READABLE("what was sent is no certificate, no request or no proof in the form asked for"),
    NO_PROOF("the signature is not that of the new key over these two certificates at this time"),
    STALE_PROOF("the time in the proof is more than ten minutes off: take `now` from GET /certificate"),
    NOT_ACCEPTED("the handshake would not let the new certificate in"),
    TOO_EARLY("the certificate in use is good for longer: come back nearer to its end"),
    NOT_LATER("the new certificate does not end later than the one in use"),
    TOO_LONG("the new certificate is good for longer than is allowed"),
    KEY_REUSED("the key is not new: make another one"),
    HAS_ENDED("this certificate was ended, or is registered elsewhere"),
    TOO_MANY("too many certificates of this facility are registered and not used: end one at the office's page"),
    NOT_ISSUING("the centre issues no certificates: get the next one from your CA and register it");

    private final String sentence;

    RenewalObjection(String sentence) {
        this.sentence = sentence;
    }

    String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    String sentence() {
        return sentence;
    }
}
