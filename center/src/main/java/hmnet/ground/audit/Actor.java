package hmnet.ground.audit;

import java.util.Optional;
import java.util.regex.Pattern;

/// Who acts (行為者). Its word stands in the audit log and in the columns that say by whom; a word never changes.
public sealed interface Actor {
    /// Nobody in particular: the centre of itself.
    Actor CENTRE = new Centre();

    /// As it is written: `staff:12`, `facility:3`, `resident:7` or `centre`.
    String word();

    static StaffMember staff(long number) {
        return new StaffMember(number);
    }

    static Actor facility(long number) {
        return new FacilityMachine(number);
    }

    /// @param account of the resident's own sign-in, never a regional ID
    static ResidentAccount resident(long account) {
        return new ResidentAccount(account);
    }

    /// Nothing for a word that no actor has.
    static Optional<Actor> parse(String word) {
        var matcher = ActorWords.NUMBERED.matcher(word);
        if (matcher.matches()) {
            var number = Long.parseLong(matcher.group(2));
            if (matcher.group(1).equals(ActorWords.RESIDENT)) {
                return Optional.of(resident(number));
            }
            return Optional.of(matcher.group(1).equals(ActorWords.STAFF) ? staff(number) : facility(number));
        }
        return word.equals(ActorWords.CENTRE) ? Optional.of(CENTRE) : Optional.empty();
    }

    /// A member of staff (職員).
    record StaffMember(long number) implements Actor {
        public StaffMember {
            ActorWords.check(number);
        }

        @Override
        public String word() {
            return ActorWords.STAFF + number;
        }
    }

    /// A facility's machine (施設の機器).
    record FacilityMachine(long number) implements Actor {
        public FacilityMachine {
            ActorWords.check(number);
        }

        @Override
        public String word() {
            return ActorWords.FACILITY + number;
        }
    }

    /// A resident by their own account (本人).
    record ResidentAccount(long number) implements Actor {
        public ResidentAccount {
            ActorWords.check(number);
        }

        @Override
        public String word() {
            return ActorWords.RESIDENT + number;
        }
    }

    /// The centre itself (センター).
    record Centre() implements Actor {
        @Override
        public String word() {
            return ActorWords.CENTRE;
        }
    }

    /// How actors are written (行為者の語).
    public final class ActorWords {
        private static final String STAFF = "staff:";
        private static final String FACILITY = "facility:";
        private static final String RESIDENT = "resident:";
        private static final String CENTRE = "centre";
        private static final Pattern NUMBERED =
                Pattern.compile("(" + STAFF + "|" + FACILITY + "|" + RESIDENT + ")(0|[1-9]\\d{0,17})");

        private ActorWords() {}

        private static void check(long number) {
            if (number < 0) {
                throw new IllegalArgumentException("An actor's number is not negative");
            }
        }
    }
}
