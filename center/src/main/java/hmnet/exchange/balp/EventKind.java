package hmnet.exchange.balp;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// As what kind of event the standards know an act (標準での出来事の種類): type, subtype and letter of a FHIR `AuditEvent`, and
/// the event of a DICOM audit message (PS3.15 A.5).
public enum EventKind {
    LOGIN(dicom(110114, "User Authentication"), dicom(110122, "Login"), 'E'),
    LOGOUT(dicom(110114, "User Authentication"), dicom(110123, "Logout"), 'E'),
    /// Somebody was shown or told what stands in the centre.
    READ(rest("read"), patientRecord(), 'R'),
    /// Somebody searched.
    QUERY(rest("search"), dicom(110112, "Query"), 'E'),
    CREATE(rest("create"), patientRecord(), 'C'),
    UPDATE(rest("update"), patientRecord(), 'U'),
    DELETE(rest("delete"), patientRecord(), 'D'),
    EXPORT(dicom(110106, "Export"), null, 'R'),
    IMPORT(dicom(110107, "Import"), null, 'C'),
    /// The log itself was read.
    LOG_USED(dicom(110101, "Audit Log Used"), null, 'R'),
    /// Something that somebody should look at.
    ALERT(securityAlert(), null, 'E'),
    /// Somebody was refused.
    RESTRICTED(securityAlert(), dicom(110132, "Use of Restricted Function"), 'E'),
    NODE_REFUSED(securityAlert(), dicom(110126, "Node Authentication"), 'E'),
    OVERRIDE_BEGUN(securityAlert(), dicom(110127, "Emergency Override Started"), 'E'),
    OVERRIDE_ENDED(securityAlert(), dicom(110138, "Emergency Override Stopped"), 'E'),
    NETWORK_CHANGED(securityAlert(), dicom(110128, "Network Configuration"), 'E'),
    SECURITY_CHANGED(securityAlert(), dicom(110129, "Security Configuration"), 'E'),
    /// Who may see what of a person or a hospital was changed.
    ACCESS_CHANGED(securityAlert(), dicom(110135, "Object Security Attributes Changed"), 'E'),
    ROLES_CHANGED(securityAlert(), dicom(110136, "Security Roles Changed"), 'E'),
    USERS_CHANGED(securityAlert(), dicom(110137, "User Security Attributes Changed"), 'E'),
    RUN(dicom(110100, "Application Activity"), null, 'E');

    private final AuditCode type;
    private final @Nullable AuditCode subtype;
    private final AuditCode event;
    private final char letter;

    /// One of DICOM's.
    EventKind(AuditCode type, @Nullable AuditCode subtype, char letter) {
        this.type = type;
        this.subtype = subtype;
        this.event = type;
        this.letter = letter;
    }

    /// One of FHIR's, which DICOM calls otherwise.
    EventKind(RestInteraction interaction, AuditCode event, char letter) {
        this.type = new AuditCode(AuditCode.EVENT_TYPES, "rest", "RESTful Operation");
        this.subtype = new AuditCode(AuditCode.INTERACTIONS, interaction.word(), interaction.word());
        this.event = event;
        this.letter = letter;
    }

    private record RestInteraction(String word) {}

    private static RestInteraction rest(String word) {
        return new RestInteraction(word);
    }

    private static AuditCode dicom(int code, String words) {
        return AuditCode.dicom(code, words);
    }

    private static AuditCode securityAlert() {
        return dicom(110113, "Security Alert");
    }

    private static AuditCode patientRecord() {
        return dicom(110110, "Patient Record");
    }

    /// `AuditEvent.type`.
    public AuditCode type() {
        return type;
    }

    /// `AuditEvent.subtype`, beside the log's own word.
    public Optional<AuditCode> subtype() {
        return Optional.ofNullable(subtype);
    }

    /// `EventID` of a DICOM message.
    public AuditCode event() {
        return event;
    }

    /// `C`, `R`, `U`, `D` or `E`.
    public char letter() {
        return letter;
    }

    /// Whether something that stands in the centre went to whoever acted; otherwise it came from them.
    public boolean isGivenOut() {
        return this == READ || this == EXPORT || this == LOG_USED;
    }

    /// Whether DICOM files it under Security Alert (PS3.15 A.5.3.12).
    public boolean isAlert() {
        return type.equals(securityAlert());
    }

    /// Whether an interaction of FHIR stands for it, for which BALP has a profile.
    public boolean isInteraction() {
        return type.system().equals(AuditCode.EVENT_TYPES);
    }
}
