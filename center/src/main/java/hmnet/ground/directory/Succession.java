package hmnet.ground.directory;

import java.time.LocalDate;

/// One facility takes over from another (承継), and what follows.
///
/// @param facility the predecessor, which opens nothing from that day on
/// @param records whether the predecessor's records are the successor's own
/// @param cards whether the predecessor's 開示カード go on working
/// @param consents whether consents given to the predecessor alone hold for the successor
/// @param relations whether the successor cares for those whom the predecessor cared for
/// @param ownRules whether the predecessor's records go on obeying its disclosure rule; else the successor's
/// @param why what both agreed on, in words
public record Succession(
        FacilityId facility,
        FacilityId successor,
        LocalDate on,
        boolean records,
        boolean cards,
        boolean consents,
        boolean relations,
        boolean ownRules,
        String why) {
    boolean follows(Follows what) {
        return switch (what) {
            case RECORDS -> records;
            case CARDS -> cards;
            case CONSENTS -> consents;
            case RELATIONS -> relations;
            case SHUTTING_OUT -> true;
        };
    }

    /// What can follow from one facility to another (承継の範囲).
    public enum Follows {
        RECORDS,
        CARDS,
        CONSENTS,
        RELATIONS,
        /// Who is kept from the predecessor is kept from whoever takes over: always.
        SHUTTING_OUT
    }
}
