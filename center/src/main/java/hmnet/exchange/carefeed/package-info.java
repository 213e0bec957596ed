/// Records of care that facilities' machines send by HL7 v2 and FHIR (診療情報の電文とBundle): kept, then acknowledged.
@ApplicationModule
@NullMarked
package hmnet.exchange.carefeed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
