/// How laboratories lay out the files they send to a facility (検査会社の取り決め): declared, tried, versioned.
@ApplicationModule
@NullMarked
package hmnet.record.layouts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
