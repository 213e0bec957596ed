/// The languages of Japanese health care (標準規格), read and written, in tiers: `base`, `model`, `fhir`, `file`, a
/// folder for each language, `check`.
@NullMarked
package hmnet.formats;

import org.jspecify.annotations.NullMarked;
