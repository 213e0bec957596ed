package hmnet.care.handbook;

import hmnet.ground.design.TypedForm;

/// An entry of a resident that is put right or taken back (からだの記録の訂正の画面).
///
/// @param record of the chart
/// @param form what stands there, or was typed
public record OwnEntryScreen(String record, TypedForm form) {}
