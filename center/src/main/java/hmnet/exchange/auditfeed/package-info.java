/// The log on its way to audit record repositories elsewhere (監査証跡の送出, ATNA ITI-20).
@ApplicationModule
@NullMarked
package hmnet.exchange.auditfeed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
