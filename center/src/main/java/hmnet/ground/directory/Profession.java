package hmnet.ground.directory;

import static hmnet.ground.routes.Right.ISSUE;
import static hmnet.ground.routes.Right.LINK;
import static hmnet.ground.routes.Right.OFFICE;
import static hmnet.ground.routes.Right.OPERATE;
import static hmnet.ground.routes.Right.VIEW_CHART;

import hmnet.ground.routes.Right;
import java.util.Set;

/// What a person at a facility is (職種). It says which routes open; which kinds of record open is a table of
/// the consent module. The `bit` enters disclosure rules as a mask.
public enum Profession {
    DOCTOR(0, "doctor", Set.of(VIEW_CHART, LINK)),
    DENTIST(1, "dentist", Set.of(VIEW_CHART, LINK)),
    PHARMACIST(2, "pharmacist", Set.of(VIEW_CHART, LINK)),
    NURSE(3, "nurse", Set.of(VIEW_CHART, LINK)),
    VISITING_NURSE(4, "visiting-nurse", Set.of(VIEW_CHART, LINK)),
    /// 救急救命士: the emergency doors alone, never an ordinary chart.
    PARAMEDIC(5, "paramedic", Set.of()),
    CARE_WORKER(6, "care-worker", Set.of(VIEW_CHART, LINK)),
    /// 受付: links people and sees name, birth date, town and "linked", nothing else.
    RECEPTION(7, "reception", Set.of(LINK)),
    /// 事務局の運用者: runs the network, never opens a chart (S034).
    OPERATOR(8, "operator", Set.of(OFFICE, OPERATE, ISSUE)),
    /// 地域の発行担当: issues cards for the association it was delegated to, and sees what that association
    /// issued.
    CARD_ISSUER(9, "card-issuer", Set.of(ISSUE));

    private final int bit;
    private final String word;
    private final Set<Right> rights;

    Profession(int bit, String word, Set<Right> rights) {
        this.bit = bit;
        this.word = word;
        this.rights = rights;
    }

    public String word() {
        return word;
    }

    public long mask() {
        return 1L << bit;
    }

    /// Whether it treats people in an emergency: others never have an emergency door.
    public boolean facesEmergencies() {
        return switch (this) {
            case DOCTOR, NURSE, PARAMEDIC -> true;
            case DENTIST, PHARMACIST, VISITING_NURSE, CARE_WORKER, RECEPTION, OPERATOR, CARD_ISSUER -> false;
        };
    }

    /// Whether the disaster mode may let it look: whoever treats or carries people, and no desk. Which of these do, a
    /// setting says.
    public boolean treatsInDisaster() {
        return this == PARAMEDIC || rights.contains(VIEW_CHART);
    }

    public Set<Right> rights() {
        return rights;
    }

    public static Profession of(String word) {
        for (var profession : values()) {
            if (profession.word.equals(word)) {
                return profession;
            }
        }
        throw new IllegalArgumentException("No profession is called " + word);
    }
}
