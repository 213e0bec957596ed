package hmnet.formats.ssmix2.storage;

import hmnet.formats.base.hl7.BadMessage;

/// A storage file that cannot be taken in truthfully (取り込めない理由): `code` is a stable kebab-case word
/// that the quarantine desk turns into a sentence, `detail` says where.
///
/// Codes of the name: `path`, `unknown-kind`, `patient-differs`. Of the bytes: `empty`, `too-large`, `charset`,
/// `truncated`, `not-hl7`, `too-many-segments`, `too-many-fields`, `too-many-repetitions`,
/// `too-many-components`. Of the content: `kind-not-read`, `message-type`, `pid-missing`, `segment-missing`.
public final class BadStorage extends Exception {
    private final String code;
    private final String detail;

    public BadStorage(String code, String detail) {
        super(code + ": " + detail);
        this.code = code;
        this.detail = detail;
    }

    public BadStorage(BadMessage cause) {
        super(cause.getMessage(), cause);
        this.code = cause.code();
        this.detail = cause.detail();
    }

    public String code() {
        return code;
    }

    public String detail() {
        return detail;
    }
}
