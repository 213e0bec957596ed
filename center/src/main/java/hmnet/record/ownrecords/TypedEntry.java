package hmnet.record.ownrecords;

import java.util.Map;

/// What somebody typed of their own measurements (入力された本人の記録): an entry, or what is wrong with each field.
public sealed interface TypedEntry {
    record Good(OwnEntry entry) implements TypedEntry {}

    /// @param problems by field, as in the messages `ownrecords.problem.…`
    record Bad(Map<String, String> problems) implements TypedEntry {}
}
