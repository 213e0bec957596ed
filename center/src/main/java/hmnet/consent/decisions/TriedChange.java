package hmnet.consent.decisions;

import hmnet.consent.policy.PolicyBook;
import hmnet.consent.policy.PolicyDraft;
import hmnet.consent.policy.PolicyDraft.ProfessionDraft;
import hmnet.consent.policy.PolicyDraft.SafetyDraft;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A change that is tried before it holds (試算する変更): of one facility's rule, or of the network's policy.
public sealed interface TriedChange permits RuleDraft, TriedChange.NetworkChange {
    /// Whose charts it is about; null for all.
    @Nullable
    FacilityId source();

    LocalDate effectiveOn();

    /// As a trial keeps it.
    String words();

    /// Mask of the record kinds that it may change.
    long kinds();

    /// Whether it can change anything for such a reader.
    boolean touches(Profession profession, FacilityKind at);

    RuleBook changed(RuleBook now);

    PolicyBook changed(PolicyBook now);

    static TriedChange of(@Nullable FacilityId source, String words) {
        return source == null ? new NetworkChange(PolicyDraft.of(words)) : RuleDraft.of(source, words);
    }

    /// A line that the office would add to the policy.
    record NetworkChange(PolicyDraft draft) implements TriedChange {
        @Override
        public @Nullable FacilityId source() {
            return null;
        }

        @Override
        public LocalDate effectiveOn() {
            return draft.effectiveOn();
        }

        @Override
        public String words() {
            return draft.words();
        }

        /// A label or a line of a profession may change any kind.
        @Override
        public long kinds() {
            return -1;
        }

        @Override
        public boolean touches(Profession profession, FacilityKind at) {
            return switch (draft) {
                case ProfessionDraft line -> line.profession() == profession && (line.facilityKinds() & at.mask()) != 0;
                case SafetyDraft line -> true;
            };
        }

        @Override
        public RuleBook changed(RuleBook now) {
            return now;
        }

        @Override
        public PolicyBook changed(PolicyBook now) {
            return now.with(draft);
        }
    }
}
