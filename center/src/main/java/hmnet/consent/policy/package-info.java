/// The network's policy as dated lines (開示方針): professions and kinds, labels and safety checks.
@ApplicationModule
@NullMarked
package hmnet.consent.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
