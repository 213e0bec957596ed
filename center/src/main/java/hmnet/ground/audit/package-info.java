/// Disclosures and the provable log of them (監査証跡).
@ApplicationModule
@NullMarked
package hmnet.ground.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
