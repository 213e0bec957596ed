/// What the transactions over HL7 v2 have in common (電文の共通部): whose message it is, how a query is read
/// and answered. Those over HL7 V3 share the outcomes.
@ApplicationModule
@NullMarked
package hmnet.exchange.telegrams;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
