package hmnet.consent.decisions;

import hmnet.consent.provisions.ConsentProvision;
import java.util.List;

/// What a person shows to one reader (同意の範囲): the position chosen, less what is denied within it.
///
/// @param kinds mask of record kinds
/// @param labels mask of the labels a row may bear
/// @param denied provisions that are about this reader
record AgreedScope(long kinds, long labels, List<ConsentProvision> denied) {
    AgreedScope(long kinds, long labels) {
        this(kinds, labels, List.of());
    }
}
