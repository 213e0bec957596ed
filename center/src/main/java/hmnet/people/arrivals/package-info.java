/// Patients as facilities know them, persons, and the links between (名寄せ・地域共通ID).
@NullMarked
package hmnet.people.arrivals;

import org.jspecify.annotations.NullMarked;
