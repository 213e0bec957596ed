/// The office's review desk, a facility's list of its patients, and wrong links looked after (名寄せの窓口).
@NullMarked
package hmnet.office.reviewdesk;

import org.jspecify.annotations.NullMarked;
