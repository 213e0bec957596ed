package hmnet.people.patients;

import static hmnet.people.patients.FieldLikeness.MISSING;
import static hmnet.people.patients.FieldLikeness.NEAR;
import static hmnet.people.patients.FieldLikeness.OTHER;
import static hmnet.people.patients.FieldLikeness.SAME;

import hmnet.formats.model.chart.Demographics;

/// How two descriptions resemble each other (属性の一致), field by field. What one of them leaves out counts neither way.
public record Resemblance(NameLikeness name, FieldLikeness birth, FieldLikeness sex, FieldLikeness home) {
    public static Resemblance of(Demographics a, Demographics b) {
        return new Resemblance(
                NameLikeness.of(a, b),
                FieldLikeness.birth(a.birthDate(), b.birthDate()),
                FieldLikeness.sex(a.sex(), b.sex()),
                FieldLikeness.home(a, b));
    }

    /// Whether both are one living human. A name that was given after birth is believed from the patient
    /// master alone.
    ///
    /// @param master the second comes from the patient master
    boolean fits(boolean master) {
        return switch (name) {
            case SAME -> ofOneName();
            case HALF_READ ->
                nothingElseSpeaksAgainst() && (birth == SAME || birth == FieldLikeness.MISSING && home == SAME);
            case UNNAMED, READING, VAGUE, MISSING -> birth == SAME && nothingElseSpeaksAgainst();
            case GIVEN -> birth == SAME && sex == SAME && home == SAME;
            case BABY -> master && birth == SAME && sex != OTHER && home == SAME;
            case NEWBORN -> birth == SAME && sex != OTHER && home == SAME;
            case FAMILY, OTHER -> false;
        };
    }

    /// Whether both are one human of whom one tells after the death. The dead marry no more.
    ///
    /// @param late longer after the death than results take
    /// @param caredForSince care is told of that came after the death
    boolean fitsTheDead(boolean late, boolean caredForSince) {
        return switch (name) {
            case SAME -> birth != NEAR && ofOneName() && !(late && birth == FieldLikeness.MISSING);
            case UNNAMED, READING, VAGUE, HALF_READ -> birth == SAME && nothingElseSpeaksAgainst();
            case MISSING -> !late && !caredForSince && birth == SAME && nothingElseSpeaksAgainst();
            case GIVEN, FAMILY, BABY, NEWBORN, OTHER -> false;
        };
    }

    /// Of the same name: a birth date that is the same outweighs another sex or another home, not both; a
    /// slip in it asks for something else that is the same.
    private boolean ofOneName() {
        return switch (birth) {
            case SAME -> sex != OTHER || home != OTHER;
            case NEAR -> nothingElseSpeaksAgainst() && (sex == SAME || home == SAME);
            case MISSING -> nothingElseSpeaksAgainst();
            case OTHER -> false;
        };
    }

    private boolean nothingElseSpeaksAgainst() {
        return sex != OTHER && home != OTHER;
    }

    /// Neither name nor birth date can be compared, and nothing else speaks against it.
    boolean silent() {
        return name == NameLikeness.MISSING && birth == MISSING && nothingElseSpeaksAgainst();
    }

    /// A newborn without a name on one side or both, no name at all, or too little of one: a twin would look the same.
    boolean likeATwin() {
        return switch (name) {
            case BABY, NEWBORN, UNNAMED, VAGUE -> true;
            case MISSING -> birth == SAME;
            case SAME, HALF_READ, READING, GIVEN, FAMILY, OTHER -> false;
        };
    }

    /// It could be this human as well: perhaps after a marriage, or with a slip in the given name or the sex.
    boolean rivals() {
        return name != NameLikeness.OTHER
                && (name != NameLikeness.FAMILY || birth == SAME)
                && birth != OTHER
                && (sex != OTHER || home == SAME);
    }

    /// Two humans, whatever a registrar took them for: another name, and another birth date.
    boolean plainlyAnother() {
        return (name == NameLikeness.OTHER || name == NameLikeness.FAMILY) && birth == OTHER;
    }

    /// Name and birth date are the same: no other human of the number is.
    boolean beyondDoubt() {
        return name == NameLikeness.SAME && birth == SAME;
    }

    /// The name stands alone: neither birth date nor home says the same.
    boolean byNameAlone() {
        return birth != SAME && home != SAME;
    }

    /// The greater, the more speaks for one human.
    int weight() {
        return weight(birth)
                + switch (name) {
                    case SAME -> 8;
                    case READING, VAGUE, HALF_READ -> 6;
                    case GIVEN, BABY, NEWBORN, UNNAMED -> 4;
                    case MISSING, FAMILY, OTHER -> 0;
                }
                + (sex == SAME ? 2 : 0)
                + (home == SAME ? 2 : 0);
    }

    private static int weight(FieldLikeness birth) {
        return birth == SAME ? 8 : birth == NEAR ? 4 : 0;
    }
}
