package hmnet.exchange.auditfeed;

import hmnet.ground.database.ColumnWord;

/// By which way of ITI-20 a repository is told (送出の方式).
enum FeedWay implements ColumnWord {
    /// Syslog over TLS (RFC 5424, RFC 5425) with DICOM's XML.
    SYSLOG("syslog"),
    /// `AuditEvent` by FHIR.
    FHIR("fhir");

    private final String word;

    FeedWay(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
