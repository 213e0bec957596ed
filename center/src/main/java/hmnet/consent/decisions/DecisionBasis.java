package hmnet.consent.decisions;

import hmnet.consent.decisions.Condition.RowFacts;
import hmnet.consent.decisions.Condition.SeenPart;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.directory.FacilityId;
import java.util.List;

/// Why a reader sees what they see of a person (判定の根拠): the decision as it is, and the conditions of each kind of each
/// hospital. Where there is no tie the conditions are those that one would bring, and the decision says that there is
/// none.
///
/// @param kinds empty where nothing would be shown whatever the tie
public record DecisionBasis(Decision decision, List<KindBasis> kinds) {
    /// What decides about one kind of one hospital's records (種別ごとの根拠).
    ///
    /// @param own whether the records are the reader's own facility's
    public record KindBasis(FacilityId source, RecordKind kind, boolean own, List<Condition> conditions) {
        /// The conditions evaluated again.
        public boolean lets(RowFacts row) {
            return conditions.stream().allMatch(condition -> condition.lets(row));
        }

        public SeenPart reach() {
            return conditions.stream().map(Condition::reach).reduce(SeenPart.ALL, SeenPart::and);
        }
    }
}
