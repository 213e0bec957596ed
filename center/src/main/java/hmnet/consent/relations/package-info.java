/// Which facility cares for whom (連携関係).
@ApplicationModule
@NullMarked
package hmnet.consent.relations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
