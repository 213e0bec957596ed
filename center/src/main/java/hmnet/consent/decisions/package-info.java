/// Whether a chart opens, and how far (開示の判定): grant, labels, professions, hospitals' rules.
@ApplicationModule
@NullMarked
package hmnet.consent.decisions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
